import { useInsightTexts } from './use-insight-texts.ts'
import { exportPath, type Selection } from './use-reports.ts'

/** A report as CSV and as Excel; `name` says which to those who hear the page. */
export function DownloadLink({
  report,
  name,
  selection,
}: {
  readonly report: string
  readonly name: string
  readonly selection: Selection
}) {
  const texts = useInsightTexts()
  return (
    <>
      <a className="button small" href={exportPath(report, selection, 'csv')} download>
        {texts.download}
        <span className="ui-hidden"> {name}</span>
      </a>
      <a className="button small" href={exportPath(report, selection, 'xlsx')} download>
        {texts.downloadExcel}
        <span className="ui-hidden"> {name}</span>
      </a>
    </>
  )
}

import { useInsightTexts } from './use-insight-texts.ts'
import { exportPath, type Selection } from './use-reports.ts'

/** A report as CSV; `name` says which to those who hear the page. */
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
    <a className="button small" href={exportPath(report, selection)} download>
      {texts.download}
      <span className="ui-hidden"> {name}</span>
    </a>
  )
}

import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import { showDay } from '../../ui/dates.ts'
import { Icon } from '../../ui/Icon.tsx'
import { useCaseViews, useMyCases } from '../data/queries.ts'
import type { MyCaseRow } from '../data/shapes.ts'
import { Trouble } from '../shell/Trouble.tsx'
import { useLanguage } from '../shell/use-language.ts'
import { RunningCase } from './RunningCase.tsx'

/** Open cases looked into for what the customer has to do; more than these are found in the list. */
const lookedInto = 5

/** The case that waits for me first, else the newest open one; the others as rows. */
export function MyCases() {
  const cases = useMyCases(true)
  const open = (cases.data ?? []).filter((row) => row.status === 'open' || row.status === 'suspended')
  const views = useCaseViews(open.slice(0, lookedInto).map((row) => row.case_id)).flatMap(({ data }) => data ?? [])
  if (cases.isError) return <Trouble error={cases.error} retry={() => void cases.refetch()} />
  const shown = views.find((view) => view.todo.length > 0) ?? views[0]
  const others = (cases.data ?? []).filter((row) => row.case_id !== shown?.caseId)
  return (
    <>
      {shown && <RunningCase view={shown} />}
      {others.length > 0 && <OtherCases rows={others} />}
    </>
  )
}

function OtherCases({ rows }: { readonly rows: readonly MyCaseRow[] }) {
  const { t } = useTranslation(['portal', 'ui'])
  const language = useLanguage()
  return (
    <section className="section">
      <h2>{t('home.others')}</h2>
      <ul className="rows">
        {rows.map((row) => (
          <li key={row.case_id}>
            <Link className="row" href={`/cases/${row.case_id}`}>
              <Icon name="file" />
              <span className="row-main">
                <b>{row.customer_name}</b>
                <span>
                  {t(`ui:kind.${row.kind}` as 'ui:kind.new')} · {t(`ui:status.${row.status}` as 'ui:status.open')} ·{' '}
                  {showDay(row.opened_at, language)}
                </span>
              </span>
              <Icon name="forward" small />
            </Link>
          </li>
        ))}
      </ul>
    </section>
  )
}

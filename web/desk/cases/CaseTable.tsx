import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import type { CaseListRow, People } from '../data/rows.ts'
import { Flags } from '../parts/Flags.tsx'
import { ScrollRegion } from '../parts/ScrollRegion.tsx'
import { useCaseWords } from '../words/case-words.ts'
import { useDates } from '../words/dates.ts'

interface CaseTableProps {
  readonly rows: readonly CaseListRow[]
  readonly people: People | undefined
}

export function CaseTable({ rows, people }: CaseTableProps) {
  const { t } = useTranslation('desk')
  const words = useCaseWords()
  const dates = useDates()
  return (
    <ScrollRegion className="table-scroll" label={t('place.cases')}>
      <table className="table cases-table">
        <thead>
          <tr>
            <th scope="col">{t('column.number')}</th>
            <th scope="col">{t('column.customer')}</th>
            <th scope="col">{t('column.kind')}</th>
            <th scope="col">{t('profile.address')}</th>
            <th scope="col" className="number">
              {t('capacity')}
            </th>
            <th scope="col">{t('filter.stage')}</th>
            <th scope="col">{t('filter.status')}</th>
            <th scope="col">{t('column.due')}</th>
            <th scope="col">{t('role.account-manager')}</th>
            <th scope="col">{t('column.opened')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.caseId}>
              <td className="date quiet col-number">{row.caseNumber}</td>
              <td className="col-customer">
                <span className="cell">
                  <Link href={`/cases/${row.caseId}`}>{row.customerName}</Link>
                  <Flags flags={row.flags} />
                </span>
              </td>
              <td className="col-kind">{words.kind(row.kind, row.voltageClass)}</td>
              <td className="cut col-address" title={row.address}>
                {row.address}
              </td>
              <td className="number col-capacity">{row.capacityKva === null ? '' : `${row.capacityKva} kVA`}</td>
              <td className="col-stage">{words.stage(row.stage)}</td>
              <td className="col-status">{words.status(row.status)}</td>
              <td className="date col-due">{row.dueOn ? dates.day(row.dueOn) : ''}</td>
              <td className="col-manager">
                {people?.staff.find((member) => member.staffId === row.accountManager)?.name}
              </td>
              <td className="date quiet col-opened">{dates.short(row.openedAt)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  )
}

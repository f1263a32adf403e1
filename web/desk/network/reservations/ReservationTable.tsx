import { Link } from 'wouter'
import type { ReservationRow } from '#service/capacity-ledger/show-reservations'
import { holds, useMe } from '../../data/use-me.ts'
import { ScrollRegion } from '../../parts/ScrollRegion.tsx'
import { useDates } from '../../words/dates.ts'
import { Takes } from './Takes.tsx'
import { useReservationTexts } from './use-reservations.ts'

interface ReservationTableProps {
  readonly rows: readonly ReservationRow[]
  readonly onPlace: (name: string) => void
  readonly onHistory: (row: ReservationRow) => void
  readonly onExtend: (row: ReservationRow) => void
}

/** Who takes what, where, since and until when; the case is one click away. */
export function ReservationTable({ rows, onPlace, onHistory, onExtend }: ReservationTableProps) {
  const texts = useReservationTexts()
  const dates = useDates()
  const { actor } = useMe()
  const mayExtend = holds(actor, 'manager', 'marketing')
  const { column } = texts
  return (
    <ScrollRegion className="table-scroll" label={texts.title}>
      <table className="table reservations-table">
        <thead>
          <tr>
            <th scope="col">{column.customer}</th>
            <th scope="col">{column.state}</th>
            <th scope="col">{column.takes}</th>
            <th scope="col">{column.applied}</th>
            <th scope="col">{column.since}</th>
            <th scope="col">{column.until}</th>
            <th scope="col">{column.act}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.id}>
              <th scope="row">
                <Customer row={row} />
              </th>
              <td>
                <State row={row} />
              </td>
              <td>
                <Takes amounts={row.amounts} positions={row.positions} onPlace={onPlace} />
              </td>
              <td className="date">{dates.instant(row.appliedAt)}</td>
              <td className="date">{dates.instant(row.since)}</td>
              <td className="date">{row.expiresOn ? dates.fullDay(row.expiresOn) : '—'}</td>
              <td>
                <span className="row">
                  {mayExtend && row.case?.status === 'open' && row.state === 'reserved' && (
                    <button type="button" className="button small" onClick={() => onExtend(row)}>
                      {texts.extend}
                    </button>
                  )}
                  <button type="button" className="button small text" onClick={() => onHistory(row)}>
                    {texts.history}
                  </button>
                </span>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  )
}

function Customer({ row }: { readonly row: ReservationRow }) {
  const texts = useReservationTexts()
  if (!row.case) return <span className="quiet">{row.caseId === null ? texts.noCase : texts.notYours}</span>
  return (
    <>
      <Link href={`/cases/${row.caseId}`}>{row.case.customerName}</Link>
      <span className="quiet small block">{row.case.caseNumber}</span>
    </>
  )
}

const tones: Readonly<Record<ReservationRow['state'], string>> = {
  waiting: 'tag soon',
  offered: 'tag accent',
  reserved: 'tag accent',
  energised: 'tag outlined',
  ended: 'tag',
}

function State({ row }: { readonly row: ReservationRow }) {
  const texts = useReservationTexts()
  return (
    <>
      <span className={tones[row.state]}>{row.endedBy ? texts.endedBy[row.endedBy] : texts.states[row.state]}</span>
      {row.isExpiring && row.state !== 'ended' && <span className="tag late">{texts.expiring}</span>}
    </>
  )
}

import { Link } from 'wouter'
import type { StaffCaseView } from '#casefile/views/staff-view'
import { Takes } from '../network/reservations/Takes.tsx'
import { useReservations, useReservationTexts } from '../network/reservations/use-reservations.ts'
import { useDates } from '../words/dates.ts'
import { fill } from '../words/room-words.ts'

/** Facts by which a case comes into the capacity ledger. */
const booked: ReadonlySet<string> = new Set(['supply-plan-replied', 'capacity-waited-for'])

/** 容量台账: what the case waits for or holds now, and the way to the ledger. */
export function CapacityCard({ view }: { readonly view: StaffCaseView }) {
  return view.facts.some(({ type }) => booked.has(type)) ? <Standing caseId={view.caseId} /> : null
}

function Standing({ caseId }: { readonly caseId: string }) {
  const texts = useReservationTexts()
  const dates = useDates()
  const { data } = useReservations({ list: 'standing', caseId })
  const rows = data?.pages.flatMap((page) => page.rows) ?? []
  if (rows.length === 0) return null
  return (
    <section className="card capacity-card" aria-label={texts.card.title}>
      <h2>{texts.card.title}</h2>
      {rows.map((row) => (
        <div key={row.id}>
          <p>
            <span className="tag accent">{texts.states[row.state]}</span>{' '}
            {row.expiresOn && fill(texts.card.until, { day: dates.fullDay(row.expiresOn) })}
          </p>
          <Takes amounts={row.amounts} positions={row.positions} />
        </div>
      ))}
      <p>
        <Link href={`/network/reservations?list=${rows[0]?.state === 'waiting' ? 'queue' : 'standing'}`}>
          {texts.card.all}
        </Link>
      </p>
    </section>
  )
}

import type { ReasonDays } from '#insight'
import { fill } from '../../words/room-words.ts'
import { showShare } from '../figures.ts'
import { useInsightTexts } from '../use-insight-texts.ts'

const owners = ['company', 'customer', 'government', 'weather'] as const

/** All counted days as one bar, in the parts of their owners, each named with its days. */
export function OwnerBar({ byReason }: { readonly byReason: readonly ReasonDays[] }) {
  const texts = useInsightTexts()
  const total = byReason.reduce((sum, { days }) => sum + days, 0)
  const parts = owners
    .map((owner) => ({
      owner,
      days: byReason.filter((each) => each.owner === owner).reduce((sum, { days }) => sum + days, 0),
    }))
    .filter(({ days }) => days > 0)
  if (total === 0) return null
  return (
    <>
      <span className="owner-bar" aria-hidden="true">
        {parts.map(({ owner, days }) => (
          <i key={owner} className={`of-${owner}`} style={{ width: `${(days / total) * 100}%` }} />
        ))}
      </span>
      <ul className="owner-list">
        {parts.map(({ owner, days }) => (
          <li key={owner}>
            <i className={`of-${owner}`} aria-hidden="true" />
            {fill(texts.clocks.bar, { owner: texts.clocks.owner[owner], days, share: showShare(days / total) })}
          </li>
        ))}
      </ul>
    </>
  )
}

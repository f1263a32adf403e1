import { useId, useState } from 'react'
import type { GeoPoint } from '#kernel'
import { put, useCapacityTexts } from './capacity-texts.ts'
import { getAwayM, type OpenPlace, roomOf } from './choose-places.ts'

interface CapacityListProps {
  readonly title: string
  readonly note: string
  readonly places: readonly (OpenPlace & { readonly substation?: string })[]
  readonly from: GeoPoint | undefined
  readonly roomyKva: number
}

const page = 8

/** Places with their open capacity, some at first and more on asking. */
export function CapacityList({ title, note, places, from, roomyKva }: CapacityListProps) {
  const texts = useCapacityTexts()
  const id = useId()
  const [most, setMost] = useState(page)
  return (
    <section className="section" aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      <p className="note">{note}</p>
      {places.length === 0 && <p>{texts.none}</p>}
      <dl className="facts">
        {places.slice(0, most).map(({ name, openKva, place, substation }) => (
          <div key={name}>
            <dt>
              <span className={`capacity-mark room-${roomOf(openKva, roomyKva)}`}>{name}</span>
              {from && place && (
                <span className="note">{put(texts.away, { distance: sayAway(getAwayM(from, place)) })}</span>
              )}
              {substation && <span className="note">{substation}</span>}
            </dt>
            <dd>{openKva > 0 ? put(texts.kva, { kva: openKva.toLocaleString('en-US') }) : texts.full}</dd>
          </div>
        ))}
      </dl>
      {places.length > most && (
        <button type="button" className="button button-second" onClick={() => setMost(most + 20)}>
          {put(texts.more, { count: Math.min(20, places.length - most) })}
        </button>
      )}
    </section>
  )
}

const sayAway = (awayM: number): string =>
  awayM < 1000 ? `${Math.round(awayM / 10) * 10} m` : `${(awayM / 1000).toFixed(1)} km`

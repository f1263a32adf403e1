import type { ReservationRow } from '#service/capacity-ledger/show-reservations'
import { fill } from '../../words/room-words.ts'
import { amountWords, placeWords } from './place-words.ts'
import { useReservationTexts } from './use-reservations.ts'

type TakesProps = Pick<ReservationRow, 'amounts' | 'positions'> & { readonly onPlace?: (name: string) => void }

/** Where a reservation takes capacity and how much, with the place in the queue where it waits. */
export function Takes({ amounts, positions, onPlace }: TakesProps) {
  const texts = useReservationTexts()
  return (
    <ul className="takes">
      {amounts.map((amount) => {
        const { kind, name } = placeWords(amount.place, texts)
        const position = positions.find(({ place }) => place === amount.place)?.position
        return (
          <li key={amount.place}>
            <span className="quiet small">{kind}</span>{' '}
            {onPlace ? (
              <button type="button" className="network-name" onClick={() => onPlace(name)}>
                {name}
              </button>
            ) : (
              name
            )}{' '}
            <span className="number">{amountWords(amount, texts)}</span>{' '}
            {position !== undefined && <span className="tag">{fill(texts.position, { position })}</span>}
          </li>
        )
      })}
    </ul>
  )
}

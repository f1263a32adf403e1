import type { Amount } from '#power/ledger/ledger-facts'
import { withUnit } from '../../../ui/numbers.ts'
import { fill } from '../../words/room-words.ts'
import type { ReservationTexts } from './use-reservations.ts'

export interface PlaceWords {
  readonly kind: string
  readonly name: string
}

/** `feeder:N101` as a person says it: kind and name. */
export function placeWords(place: string, { kinds }: Pick<ReservationTexts, 'kinds'>): PlaceWords {
  const at = place.indexOf(':')
  const kind = place.slice(0, at)
  return { kind: (kinds as Readonly<Record<string, string>>)[kind] ?? kind, name: place.slice(at + 1) }
}

/** Bays by number, everything else in kVA. */
export function amountWords({ place, amount }: Amount, { bays }: Pick<ReservationTexts, 'bays'>): string {
  return place.startsWith('bay:') ? fill(bays, { count: amount }) : withUnit(amount, 'kVA')
}

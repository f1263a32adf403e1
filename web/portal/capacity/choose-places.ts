import { createPlane, type GeoPoint, getDistanceM } from '#kernel'

export interface OpenPlace {
  readonly name: string
  readonly openKva: number
  readonly place?: GeoPoint
}

export type Room = 'plenty' | 'some' | 'full'

export const roomOf = (openKva: number, roomyKva: number): Room =>
  openKva >= roomyKva ? 'plenty' : openKva > 0 ? 'some' : 'full'

/** Metres; good to 1 % within a county. */
export function getAwayM(a: GeoPoint, b: GeoPoint): number {
  const { toPlane } = createPlane(a)
  return getDistanceM(toPlane(a), toPlane(b))
}

/** Those with room for what is needed (all where nothing is asked): nearest first where we know from where, else roomiest. */
export function choosePlaces<Open extends OpenPlace>(
  places: readonly Open[],
  neededKva: number | undefined,
  from: GeoPoint | undefined,
): readonly Open[] {
  const enough = places.filter(({ openKva }) => neededKva === undefined || openKva >= neededKva)
  const away = (open: Open) => (from && open.place ? getAwayM(from, open.place) : 0)
  return enough.toSorted((a, b) => away(a) - away(b) || b.openKva - a.openKva || a.name.localeCompare(b.name, 'zh'))
}

/** What somebody typed as an amount: undefined for nothing or nonsense. */
export function readNeed(typed: string): number | undefined {
  const value = Number(typed.trim())
  return typed.trim() !== '' && Number.isFinite(value) && value > 0 ? value : undefined
}

import type { GateItem } from '#casefile'
import type { Json } from '#kernel'

/** One thing that must stand, with its proof where it stands and what is missing where it does not. */
export const gateItem = (item: string, met: boolean, data: Readonly<Record<string, Json>> = {}): GateItem => ({
  item,
  met,
  data,
})

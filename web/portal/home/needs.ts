import type { IconName } from '../../ui/Icon.tsx'

/** What somebody comes for, in his words, and what it is in the form's. */
export const needs = [
  { need: 'home', icon: 'home', kind: 'new', category: 'resident', isHighVoltage: false },
  { need: 'shop', icon: 'shop', kind: 'new', category: 'non-resident', isHighVoltage: false },
  { need: 'factory', icon: 'factory', kind: 'new', category: 'non-resident', isHighVoltage: true },
  { need: 'more', icon: 'more', kind: 'increase', category: 'non-resident', isHighVoltage: false },
  { need: 'site', icon: 'crane', kind: 'temporary', category: 'non-resident', isHighVoltage: true },
  { need: 'solar', icon: 'solar', kind: 'pv', category: 'resident', isHighVoltage: false },
  { need: 'pile', icon: 'charge', kind: 'charging-pile', category: 'resident', isHighVoltage: false },
] as const satisfies readonly {
  readonly need: string
  readonly icon: IconName
  readonly kind: string
  readonly category: string
  readonly isHighVoltage: boolean
}[]

export type Need = (typeof needs)[number]

export function findNeed(name: string): Need | undefined {
  return needs.find(({ need }) => need === name)
}

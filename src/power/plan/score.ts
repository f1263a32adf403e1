import { getParameter, type Parameter } from '../standards/parameter.ts'
import type { Combination } from './combine.ts'

export interface PlanScore {
  readonly total: number
  readonly distance: number
  readonly openCapacity: number
  readonly reliability: number
}

/**
 * Scores of all combinations, 0 to 100 (forms.md, rule 8): distance and open capacity against the best among them,
 * reliability half by kind of sources and half by mode. Depends on no name and no direction.
 */
export function scoreAll(combinations: readonly Combination[], parameters: readonly Parameter[]): PlanScore[] {
  const get = (name: string) => getParameter(parameters, `score.${name}`)
  const lengthOf = ({ options }: Combination) =>
    options.reduce((sum, option) => sum + option.route.lengthM, 0) / options.length
  const openOf = ({ options }: Combination) => Math.max(0, Math.min(...options.map((option) => option.openKva)))
  const shortest = Math.max(1, Math.min(...combinations.map(lengthOf)))
  const roomiest = Math.max(1, ...combinations.map(openOf))
  const kinds = {
    'double-source': get('doubleSource'),
    'double-circuit': get('doubleCircuit'),
    single: get('singleSource'),
  }
  const modes = {
    'mutual-backup': get('mutualBackup'),
    'both-running': get('bothRunning'),
    'main-and-standby': get('mainAndStandby'),
    single: get('singleMode'),
  }
  return combinations.map((combination) => {
    const distance = (100 * shortest) / Math.max(shortest, lengthOf(combination))
    const openCapacity = (100 * openOf(combination)) / roomiest
    const reliability = (kinds[combination.sourceKind] + modes[combination.mode]) / 2
    const total =
      get('distanceWeight') * distance + get('capacityWeight') * openCapacity + get('reliabilityWeight') * reliability
    return { total, distance, openCapacity, reliability }
  })
}

import { checkSources, type SourceOrigin } from '../sizing/importance.ts'
import { checkRule, type RuleCheck } from './check.ts'
import type { Drafting } from './drafting.ts'
import type { SourceOption } from './source-option.ts'

export type OperatingMode = 'mutual-backup' | 'both-running' | 'main-and-standby' | 'single'
export type SourceKind = 'double-source' | 'double-circuit' | 'single'

/** Sources put together to one way of feeding the customer. */
export interface Combination {
  readonly options: readonly SourceOption[]
  readonly mode: OperatingMode
  readonly sourceKind: SourceKind
  /** Rules of the combination itself; those of its sources are with the sources. */
  readonly checks: readonly RuleCheck[]
  readonly passes: boolean
}

/** How much of the customer one source must be able to carry in a mode: both running shares it, the others do not. */
export const getShare = (mode: OperatingMode, sourceCount: number): number =>
  mode === 'both-running' ? 1 / sourceCount : 1

/** How many of the best options are tried together. */
const mostTried = 8

/** Every combination of as many sources as are needed. */
export function combine(drafting: Drafting, options: readonly SourceOption[], mode: OperatingMode): Combination[] {
  const count = mode === 'single' ? 1 : drafting.need.sourceCount
  const ordered = options.toSorted((a, b) => Number(b.passes) - Number(a.passes) || a.route.lengthM - b.route.lengthM)
  return choose(ordered.slice(0, count === 1 ? ordered.length : mostTried), count).map((chosen) =>
    putTogether(drafting, chosen, mode),
  )
}

/** These sources as one way of feeding the customer, with what is asked of them together. */
export function putTogether(drafting: Drafting, options: readonly SourceOption[], mode: OperatingMode): Combination {
  const checks = checkSeparation(drafting, options)
  return {
    options,
    mode,
    sourceKind: getSourceKind(options),
    checks,
    passes: options.every((option) => option.passes) && checks.every((check) => check.verdict === 'holds'),
  }
}

function choose<T>(items: readonly T[], count: number): T[][] {
  if (count === 0) return [[]]
  return items.flatMap((item, at) => choose(items.slice(at + 1), count - 1).map((rest) => [item, ...rest]))
}

function getSourceKind(options: readonly SourceOption[]): SourceKind {
  if (options.length < 2) return 'single'
  return new Set(options.map((option) => option.substation)).size > 1 ? 'double-source' : 'double-circuit'
}

/** Separation of the sources by the customer's grade (GB/T 29328) and by what was asked for. */
function checkSeparation({ prepared, need, request }: Drafting, options: readonly SourceOption[]): RuleCheck[] {
  const origins: SourceOrigin[] = options.map((option) => {
    const section = prepared.network.busSections[option.busSection]
    return {
      substation: String(option.substation),
      busSection: String(option.busSection),
      incomer: `${option.substation}/${section?.incomer ?? ''}`,
    }
  })
  const faults = checkSources(need.grade, origins)
  const checks = [
    checkRule(
      { rule: 'sources.forGrade', at: need.grade.grade, value: faults.length, limit: 0, comparison: '<=', unit: '' },
      need.grade,
    ),
  ]
  if (request.sources === 'single' || options.length < 2) return checks
  const buses = new Set(origins.map((origin) => `${origin.substation}/${origin.busSection}`)).size
  const incomers = new Set(origins.map((origin) => origin.incomer)).size
  // Double source: other substations, or other sections with other incomers; double circuit: other buses.
  const separate = request.sources === 'double-source' ? Math.min(buses, incomers) : buses
  const from = { source: '10 kV access rule set of one company', confidence: 'F' as const }
  return [
    ...checks,
    checkRule(
      { rule: `sources.${request.sources}`, at: 'sources', value: separate, limit: 2, comparison: '>=', unit: '' },
      from,
    ),
  ]
}

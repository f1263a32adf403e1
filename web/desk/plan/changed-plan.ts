import type { CustomerNeed } from '#power'
import type { PlanOption } from '#service/plan-options/draft-plans'
import type { Position } from '../map/map-features.ts'
import type { DrawnSource, Transformer } from './use-plans.ts'

/** What a designer changed of one source; what is undefined the system finds or chooses. */
export interface ChangedSource {
  /** Another access point than the drafted one. */
  readonly accessPoint: string | undefined
  /** Bends between access point and customer. */
  readonly bends: readonly Position[] | undefined
  readonly conductor: string | undefined
}

export interface ChangedPlan {
  readonly sources: readonly ChangedSource[]
  readonly transformer: Transformer | undefined
}

const unchanged: ChangedSource = { accessPoint: undefined, bends: undefined, conductor: undefined }

/** A plan nothing is changed of yet. */
export const startChange = (plan: Pick<PlanOption, 'sources'>): ChangedPlan => ({
  sources: plan.sources.map(() => unchanged),
  transformer: undefined,
})

export const isChanged = ({ sources, transformer }: ChangedPlan): boolean =>
  transformer !== undefined || sources.some((source) => Object.values(source).some((value) => value !== undefined))

/** One source changed otherwise; another access point begins with a route and a conductor of the system's own. */
export function changeSource(changed: ChangedPlan, at: number, change: Partial<ChangedSource>): ChangedPlan {
  const before = changed.sources[at] ?? unchanged
  const after = change.accessPoint === undefined ? { ...before, ...change } : { ...unchanged, ...change }
  return { ...changed, sources: changed.sources.with(at, after) }
}

const placeOf = ([longitude, latitude]: Position) => ({ longitude, latitude })

/** The line of a source as it is shown, from access point to customer. */
export const lineOf = (source: PlanOption['sources'][number]): readonly Position[] =>
  source.route.points.map(({ lon, lat }): Position => [lon, lat])

/** The bends that can be dragged: as drawn, else those of the route as it is shown. */
export const bendsOf = (shown: PlanOption['sources'][number] | undefined, changed: ChangedSource | undefined) =>
  changed?.bends ?? (shown ? lineOf(shown).slice(1, -1) : [])

/**
 * The sources to be proved: drafted ones with the changes on them. `shown` is the plan as it stands on the map, whose ends a
 * drawn line keeps. Other transformers make every source carry its share of their total.
 */
export function drawnSources(
  plan: Pick<PlanOption, 'sources' | 'form'>,
  shown: Pick<PlanOption, 'sources'>,
  { sources, transformer }: ChangedPlan,
  need: Pick<CustomerNeed, 'capacityKva'>,
): readonly DrawnSource[] {
  const factor = transformer ? (transformer.unitKva * transformer.count) / need.capacityKva : 1
  return plan.sources.map((source, at) => {
    const change = sources[at] ?? unchanged
    const isMoved = change.accessPoint !== undefined && change.accessPoint !== source.accessPoint
    const isLow = source.kind === 'public-transformer'
    const line = shown.sources[at] ? lineOf(shown.sources[at]) : lineOf(source)
    const [first, last] = [line[0], line.at(-1)]
    const drawn = change.bends && first && last ? [first, ...change.bends, last] : isMoved ? undefined : lineOf(source)
    const existingKva = plan.form.sources[at]?.existingKva
    return {
      accessPoint: change.accessPoint ?? source.accessPoint,
      ...(!isMoved && !isLow && source.feeder !== null && { feeder: source.feeder }),
      capacityKva: source.capacityKva * factor,
      ...(!isMoved && existingKva !== undefined && { existingKva }),
      ...(drawn && { route: drawn.map(placeOf) }),
      ...(change.conductor !== undefined && { conductor: change.conductor }),
    }
  })
}

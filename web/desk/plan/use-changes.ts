import { useState } from 'react'
import type { PlanOption, PlanOptions } from '#service/plan-options/draft-plans'
import type { ProvedPlan } from '#service/plan-options/prove-plan'
import type { Position } from '../map/map-features.ts'
import {
  bendsOf,
  type ChangedPlan,
  changeSource,
  drawnSources,
  isChanged,
  lineOf,
  startChange,
} from './changed-plan.ts'
import { withBend } from './plan-on-map.ts'
import { type PlanQuestion, type Transformer, usePlanProof } from './use-plans.ts'

/** A plan being changed: what was changed, which source is in hand, and the proof of the plan with it. */
export interface Changes {
  readonly isOn: boolean
  /** The source whose bends stand on the map and whose access point is picked. */
  readonly source: number
  /** The next place clicked on the map becomes the access point. */
  readonly isPicking: boolean
  readonly changed: ChangedPlan | undefined
  readonly bends: readonly Position[] | undefined
  readonly proved: ProvedPlan | undefined
  readonly isProving: boolean
  readonly error: Error | null
  start(): void
  stop(): void
  take(source: number): void
  pick(isPicking: boolean): void
  setAccessPoint(name: string): void
  setConductor(model: string | undefined): void
  setTransformer(transformer: Transformer | undefined): void
  addBend(): void
  dropBend(): void
  move(at: number, place: Position): void
}

/** Changes one plan of those that were drafted. Every change is proved anew. */
export function useChanges(
  caseId: string,
  question: PlanQuestion,
  plan: PlanOption | undefined,
  need: PlanOptions['need'],
): Changes {
  const [changed, setChanged] = useState<ChangedPlan>()
  const [source, setSource] = useState(0)
  const [isPicking, setPicking] = useState(false)
  // The line whose ends a bend was drawn between: what was on the map when it was drawn.
  const [shown, setShown] = useState<Pick<PlanOption, 'sources'>>()
  const asked =
    plan && changed && isChanged(changed)
      ? { mode: plan.mode, sources: drawnSources(plan, shown ?? plan, changed, need) }
      : undefined
  const proof = usePlanProof(caseId, { ...question, transformer: changed?.transformer }, asked)
  const proved = asked ? proof.data : undefined
  const onMap = proved ?? plan
  const bends = bendsOf(onMap?.sources[source], changed?.sources[source])
  const change = (change: Parameters<typeof changeSource>[2]) =>
    setChanged((before) => before && changeSource(before, source, change))
  const draw = (next: readonly Position[]) => {
    setShown(onMap)
    change({ bends: next })
  }
  const set = (next: ChangedPlan | undefined) => {
    setChanged(next)
    setShown(undefined)
    setSource(0)
    setPicking(false)
  }
  return {
    isOn: changed !== undefined,
    source,
    isPicking,
    changed,
    bends: changed && bends,
    proved,
    isProving: asked !== undefined && proof.isFetching,
    error: asked ? proof.error : null,
    start: () => set(plan && startChange(plan)),
    stop: () => set(undefined),
    take: setSource,
    pick: setPicking,
    setAccessPoint: (accessPoint) => {
      setPicking(false)
      change({ accessPoint })
    },
    setConductor: (conductor) => change({ conductor }),
    setTransformer: (transformer) => setChanged((before) => before && { ...before, transformer }),
    addBend: () => {
      const line = onMap?.sources[source] && lineOf(onMap.sources[source])
      const [first, last] = [line?.[0], line?.at(-1)]
      if (first && last) draw(withBend([first, ...bends, last]).slice(1, -1))
    },
    dropBend: () => draw(bends.slice(0, -1)),
    move: (at, place) => draw(bends.with(at, place)),
  }
}

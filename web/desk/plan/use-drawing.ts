import { useState } from 'react'
import type { PlanOption } from '#service/plan-options/draft-plans'
import type { ProvedPlan } from '#service/plan-options/prove-plan'
import type { Position } from '../map/map-features.ts'
import { withBend } from './plan-on-map.ts'
import { type DrawnSource, type PlanQuestion, usePlanProof } from './use-plans.ts'

/** A route being drawn: its bends between access point and customer, and the proof of the plan with it. */
export interface Drawing {
  readonly isOn: boolean
  readonly bends: readonly Position[] | undefined
  readonly conductor: string | undefined
  readonly proved: ProvedPlan | undefined
  readonly isProving: boolean
  readonly error: Error | null
  start(): void
  stop(): void
  addBend(): void
  dropBend(): void
  move(at: number, place: Position): void
  setConductor(model: string): void
}

interface Drawn {
  readonly bends: readonly Position[]
  readonly conductor: string
}

/** Redraws the first source of a plan; the others stay as they are. Every change is proved anew. */
export function useDrawing(caseId: string, question: PlanQuestion, plan: PlanOption | undefined): Drawing {
  const [drawn, setDrawn] = useState<Drawn>()
  const route = (plan?.sources[0]?.route.points ?? []).map(({ lon, lat }): Position => [lon, lat])
  const ends = { first: route[0], last: route.at(-1) }
  const line = (bends: readonly Position[]) =>
    [ends.first, ...bends, ends.last].flatMap((place) => (place ? [place] : []))
  const asked = plan && drawn && { mode: plan.mode, sources: sourcesOf(plan, line(drawn.bends), drawn.conductor) }
  const proof = usePlanProof(caseId, question, asked)
  const change = (bends: readonly Position[]) => setDrawn((before) => before && { ...before, bends })
  return {
    isOn: drawn !== undefined,
    bends: drawn?.bends,
    conductor: drawn?.conductor,
    proved: drawn ? proof.data : undefined,
    isProving: drawn !== undefined && proof.isFetching,
    error: drawn ? proof.error : null,
    start: () => setDrawn({ bends: route.slice(1, -1), conductor: plan?.sources[0]?.conductor ?? '' }),
    stop: () => setDrawn(undefined),
    addBend: () => drawn && change(withBend(line(drawn.bends)).slice(1, -1)),
    dropBend: () => drawn && change(drawn.bends.slice(0, -1)),
    move: (at, place) => drawn && change(drawn.bends.with(at, place)),
    setConductor: (conductor) => setDrawn((before) => before && { ...before, conductor }),
  }
}

function sourcesOf(plan: PlanOption, line: readonly Position[], conductor: string): readonly DrawnSource[] {
  const places = (points: readonly Position[]) => points.map(([longitude, latitude]) => ({ longitude, latitude }))
  return plan.sources.map((source, at) => ({
    accessPoint: source.accessPoint,
    ...(source.feeder !== null && { feeder: source.feeder }),
    capacityKva: source.capacityKva,
    route: places(at === 0 ? line : source.route.points.map(({ lon, lat }): Position => [lon, lat])),
    conductor: at === 0 ? conductor : source.conductor,
  }))
}

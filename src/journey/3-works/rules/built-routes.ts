import { type CaseFile, findBody, type PublishedStandards, stands } from '#casefile'
import type { Track } from '#casefile/form-shapes'
import { approvedPlan, type PlanSource } from '#journey/supply-plan'
import { createPlane, type Fault, type GeoPoint, type PlainDate, type Plane } from '#kernel'
import {
  compareRoutes,
  getParameter,
  lineItems,
  type PowerStandards,
  type RouteComparison,
  type TerrainFeature,
} from '#power'
import type { BuiltRoute } from '../api.ts'

/** A built line beside its approved route. Cost: of the company's own estimate, never shown to the customer. */
export interface ComparedRoute {
  readonly sourceNumber: number
  readonly track: Track
  readonly approved: Track
  readonly comparison: RouteComparison
  /** What the change of length costs by the unit prices in force, fen; null where they do not cover the line. */
  readonly costDifferenceFen: { readonly low: number; readonly high: number } | null
}

type FixedSource = PlanSource & { readonly route: Track }

const toGeo = ({ longitude, latitude }: Track[number]): GeoPoint => ({ lon: longitude, lat: latitude })

/** The plane that a case's routes are compared on: around the first approved point. Undefined where no route is fixed. */
export function planeOfRoutes(file: CaseFile): Plane | undefined {
  const first = listFixed(file)[0]?.route[0]
  return first && createPlane(toGeo(first))
}

/** Sources whose route was approved: as drawn in the plan, or as a later change was approved. */
export function listFixed(file: CaseFile): readonly FixedSource[] {
  return (approvedPlan(file)?.sources ?? []).flatMap((source) => {
    const route = findChange(file, source.sourceNumber) ?? source.route
    return route ? [{ ...source, route }] : []
  })
}

/** The track that a change approved last made the approved one. */
function findChange(file: CaseFile, sourceNumber: number): Track | undefined {
  const decided = file.facts.findLast(
    (fact) => fact.type === 'route-change-decided' && fact.body.sourceNumber === sourceNumber && stands(file, fact),
  )
  return decided?.body.approves === true ? (decided.body.track as unknown as Track) : undefined
}

/** A track is wanted of every source whose route is fixed, and of no other. */
export function faultsOfRoutes(routes: readonly BuiltRoute[], file: CaseFile): Fault[] {
  const fixed = listFixed(file).map(({ sourceNumber }) => sourceNumber)
  const given = routes.filter(({ track }) => track).map(({ sourceNumber }) => sourceNumber)
  return [
    ...fixed
      .filter((sourceNumber) => !given.includes(sourceNumber))
      .map((sourceNumber) => ({
        path: routePath(routes, sourceNumber),
        code: 'built-route-needed',
        data: { sourceNumber },
      })),
    ...routes.flatMap(({ sourceNumber }, at) => [
      ...(fixed.includes(sourceNumber)
        ? []
        : [{ path: `routes.${at}.sourceNumber`, code: 'no-approved-route', data: { sourceNumber } }]),
      ...(routes.findIndex((other) => other.sourceNumber === sourceNumber) === at
        ? []
        : [{ path: `routes.${at}.sourceNumber`, code: 'source-twice', data: { sourceNumber } }]),
    ]),
  ]
}

const routePath = (routes: readonly BuiltRoute[], sourceNumber: number): string => {
  const at = routes.findIndex((route) => route.sourceNumber === sourceNumber)
  return at < 0 ? 'routes' : `routes.${at}.track`
}

export function compareBuilt(
  routes: readonly BuiltRoute[],
  file: CaseFile,
  ground: readonly TerrainFeature[],
  standards: PublishedStandards,
  today: PlainDate,
): readonly ComparedRoute[] {
  const plane = planeOfRoutes(file)
  const power = standards.powerOn(today)
  const get = (name: string) => getParameter(power.parameters, `asBuilt.${name}`)
  const tolerance = { distanceM: get('toleranceM'), lengthPercent: get('lengthPercent') }
  return listFixed(file).flatMap((source) => {
    const track = routes.find(({ sourceNumber }) => sourceNumber === source.sourceNumber)?.track
    if (!plane || !track) return []
    const onPlane = (line: Track) => line.map((place) => plane.toPlane(toGeo(place)))
    const comparison = compareRoutes(onPlane(source.route), onPlane(track), ground, tolerance)
    const lengthM = comparison.builtLengthM - comparison.approvedLengthM
    return [
      {
        sourceNumber: source.sourceNumber,
        track,
        approved: source.route,
        comparison,
        costDifferenceFen: costOfLength(source, lengthM, power),
      },
    ]
  })
}

/** Unit prices are known for ten-kilovolt lines that the company builds; others cost what they cost. */
function costOfLength(source: PlanSource, lengthM: number, { unitPrices }: PowerStandards) {
  const items = source.lineKind === 'own' ? [] : lineItems[source.lineKind]
  const rows = items.flatMap((item) => unitPrices.find((row) => row.item === item) ?? [])
  if (source.voltageKv !== 10 || rows.length === 0) return null
  const fen = (yuanPerKm: number) => Math.round((yuanPerKm * lengthM) / 10)
  return {
    low: fen(rows.reduce((sum, row) => sum + row.lowYuan, 0)),
    high: fen(rows.reduce((sum, row) => sum + row.highYuan, 0)),
  }
}

/** The lines as the last completion inspection walked them. */
export const listCompared = (file: CaseFile): readonly ComparedRoute[] =>
  findBody<{ readonly routes?: readonly ComparedRoute[] } & Record<string, never>>(file, 'completion-inspected')
    ?.routes ?? []

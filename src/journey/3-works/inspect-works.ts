import { type CaseFile, type Deciding, type Outcome, taskUseCase, type UseCase } from '#casefile'
import { accept, type Fault, type JsonObject, plainDate, type Result, refuse } from '#kernel'
import { getParameter, type TerrainFeature } from '#power'
import { InspectCompletion, InspectInterim } from './api.ts'
import {
  type ComparedRoute,
  compareBuilt,
  faultsOfRoutes,
  listCompared,
  listFixed,
  planeOfRoutes,
} from './rules/built-routes.ts'
import { restate } from './rules/defects.ts'
import { inspectionSheetPaper } from './rules/inspection-papers.ts'
import { type InspectionSheet, inspectionFacts, inspectionSheetFor } from './rules/inspection-sheet.ts'
import { faultsOfInspection } from './rules/judge-inspection.ts'
import { type NamedDefect, rectificationNotice } from './rules/rectification-notice.ts'
import { findRouteDefect, newRouteDefects } from './rules/route-defects.ts'

/** The ground around the routes, where the company imported it. */
interface Surroundings {
  readonly ground: readonly TerrainFeature[]
}

type Inspecting = Deciding<InspectInterim, undefined>

/** 中间检查 */
function decideInterim({ file, form, standards, today }: Inspecting): Result<Outcome> {
  return inspect('interim', { file, form, standards, today }, [])
}

/** 竣工检验: beside the list, each line whose route was approved is held against it; a moved one is a defect of its own. */
function decideCompletion(deciding: Deciding<InspectCompletion, Surroundings | undefined>): Result<Outcome> {
  const { file, form, known, standards, today } = deciding
  const compared = compareBuilt(form.routes, file, known?.ground ?? [], standards, today)
  return inspect(
    'completion',
    { file, form: { ...form, routes: compared }, standards, today },
    compared,
    faultsOfRoutes(form.routes, file),
  )
}

type Inspected = InspectInterim & { readonly routes?: readonly ComparedRoute[] }

/**
 * An inspection passes when no defect is open: none found, every earlier one closed. The sheet is made each time; not passing
 * also makes the rectification notice and starts the customer's time.
 */
function inspect(
  kind: 'interim' | 'completion',
  { file, form, standards, today }: Pick<Inspecting, 'file' | 'standards' | 'today'> & { readonly form: Inspected },
  compared: readonly ComparedRoute[],
  routeFaults: readonly Fault[] = [],
): Result<Outcome> {
  const found = inspectionSheetFor(file, standards, today, kind)
  if (!found.ok) return found
  const sheet = found.value
  const faults = [
    ...faultsOfInspection(form, sheet, file, today),
    ...routeFaults,
    ...faultsOfClosedRoutes(form, sheet, compared),
  ]
  if (faults.length > 0) return refuse({ code: 'faulty-input', faults })
  const rectifyDays = getParameter(standards.powerOn(today).parameters, 'asBuilt.rectifyDays')
  const moved = newRouteDefects(compared, sheet.earlierDefects, plainDate(form.inspectedOn), rectifyDays)
  const defects = [...form.defects, ...moved].map((defect, index) => ({
    defectId: `${kind}-${sheet.round}-${index + 1}`,
    ...defect,
  }))
  const open = [...restated(form, sheet), ...defects]
  const passed = open.length === 0
  const { counterVisit: _, ...inspection } = form
  const body = { ...inspection, inspection: kind, round: sheet.round, defects, passed, flags: flagsOf(form) }
  return accept({
    facts: [{ type: inspectionFacts[kind], body: body as unknown as JsonObject }],
    variables: kind === 'interim' ? { interimPassed: passed } : { inspectionPassed: passed },
    documents: [
      inspectionSheetPaper(file, form, sheet, passed, today),
      ...(passed ? [] : [rectificationNotice(file, open, sheet, form, today)]),
    ],
    notices: [{ template: passed ? 'inspection-passed' : 'rectification-needed', data: { kind, count: open.length } }],
  })
}

/** A moved line is closed by putting it back or by an approved change, not by a tick. */
function faultsOfClosedRoutes(
  form: InspectInterim,
  sheet: InspectionSheet,
  compared: readonly ComparedRoute[],
): Fault[] {
  return compared.flatMap(({ comparison, sourceNumber }) => {
    const defect = comparison.isWithin ? undefined : findRouteDefect(sheet.earlierDefects, sourceNumber)
    const at = form.earlierDefects.findIndex((earlier) => earlier.defectId === defect?.defectId && earlier.closed)
    return at < 0 ? [] : [{ path: `earlierDefects.${at}.closed`, code: 'route-still-moved', data: { sourceNumber } }]
  })
}

function restated(form: InspectInterim, sheet: InspectionSheet): readonly NamedDefect[] {
  return form.earlierDefects.flatMap((earlier) => {
    const defect = sheet.earlierDefects.find((entry) => entry.defectId === earlier.defectId)
    return defect && !earlier.closed ? [restate(defect, earlier)] : []
  })
}

/** A visit without position and picture is accepted but shows. */
function flagsOf({ location, photos }: InspectInterim): string[] {
  return [...(location ? [] : ['no-location']), ...(photos.length > 0 ? [] : ['no-photos'])]
}

const prefill =
  (kind: 'interim' | 'completion'): NonNullable<UseCase['prefill']> =>
  (file: CaseFile, standards, today) => {
    const sheet = inspectionSheetFor(file, standards, today, kind)
    const routes = kind === 'completion' && routesToWalk(file)
    return sheet.ok ? ({ ...sheet.value, inspectedOn: today, ...(routes && { routes }) } as unknown as JsonObject) : {}
  }

/** One row for each approved route; a line walked before keeps its track until it is walked again. */
function routesToWalk(file: CaseFile) {
  const walked = listCompared(file)
  return listFixed(file).map(({ sourceNumber }) => {
    const track = walked.find((route) => route.sourceNumber === sourceNumber)?.track
    return { sourceNumber, ...(track && { track }) }
  })
}

/** 中间检查 */
export const inspectInterim = taskUseCase<InspectInterim>({
  name: 'inspect-interim',
  form: InspectInterim,
  prefill: prefill('interim'),
  decide: decideInterim,
})

/** 竣工检验 */
export const inspectCompletion = taskUseCase<InspectCompletion, Surroundings | undefined>({
  name: 'inspect-completion',
  form: InspectCompletion,
  prefill: prefill('completion'),
  async gather(world, file) {
    const plane = planeOfRoutes(file)
    return plane && { ground: await world.listGround(file.companyId, plane) }
  },
  decide: decideCompletion,
})

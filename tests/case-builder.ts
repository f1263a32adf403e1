import { createHash } from 'node:crypto'
import {
  type Actor,
  actorRef,
  type CaseFile,
  type CaseProfile,
  type CaseTask,
  caseFileOf,
  type Fact,
  type NewFact,
  type Outcome,
  type PublishedStandards,
  type StaffRole,
  type UseCase,
} from '#casefile'
import { dateInShanghai, getAccepted, type Json, type Result } from '#kernel'

/** Case files for tests of single use cases: facts appended as the pipeline would, without database or process. */

export function staffActor(role: StaffRole, staffId: string = role, name: string = staffId): Actor {
  return {
    kind: 'staff',
    companyId: 'test',
    staffId,
    name,
    unitId: 'unit-1',
    grants: [{ role, unitId: null, voltageClasses: ['lv', 'hv'] }],
  }
}

export const customerActor: Actor = {
  kind: 'customer',
  companyId: 'test',
  customerKey: '13900000001',
  name: '王建国',
  phone: '13900000001',
}

const profile: CaseProfile = {
  caseNumber: '20260302-0001',
  kind: 'new',
  category: 'non-resident',
  unitId: 'unit-1',
  voltageClass: 'hv',
  customerKey: '13900000001',
  customerName: '宏远机械有限公司',
  address: '示范区工业路18号',
  capacityKva: 630,
}

/** An opened case; what differs from a plain high-voltage factory is given. */
export function openedCase(differs: Partial<CaseProfile> = {}, at = '2026-03-02T09:00:00+08:00'): CaseFile {
  const empty = caseFileOf('test', 'case-1', [], undefined, '')
  const body = { profile: { ...profile, ...differs } }
  return appendFacts(empty, [{ type: 'case-opened', body }], customerActor, at)
}

export function appendFacts(
  file: CaseFile,
  facts: readonly NewFact[],
  actor: Actor = { kind: 'system', companyId: 'test', name: 'test' },
  at = file.facts.at(-1)?.recordedAt ?? '2026-03-02T09:00:00+08:00',
): CaseFile {
  const recordedAt = new Date(at).toISOString()
  const appended = facts.map(
    (fact, index): Fact => ({
      seq: file.version + index + 1,
      type: fact.type,
      happenedAt: fact.happenedAt ?? recordedAt,
      recordedAt,
      actor: actorRef(actor),
      commandId: `command-${file.version}`,
      body: actor.kind === 'system' ? fact.body : { ...fact.body, byName: actor.name },
    }),
  )
  return caseFileOf(file.companyId, file.caseId, [...file.facts, ...appended], file.tokens, '')
}

/** A step of the process: its element (the use case's name where nothing else is said), who does it, and when. */
export interface Step {
  readonly actor: Actor
  readonly at: string
  readonly standards: PublishedStandards
  readonly element?: string
  readonly known?: unknown
}

const taskOf = (useCase: UseCase, step: Step): CaseTask => ({
  taskId: `${step.element ?? useCase.name}#1`,
  elementId: step.element ?? useCase.name,
  useCase: useCase.name,
  role: 'clerk',
  stage: 'test',
  clockOwner: 'company',
  customerVisible: true,
  openedAt: step.at,
  signers: [],
  urgedTimes: 0,
})

/** The bare decision on a form; the form goes through the use case's own schema first, as it does over HTTP. */
export function decideStep(file: CaseFile, useCase: UseCase, form: unknown, step: Step): Result<Outcome> {
  const now = new Date(step.at)
  return useCase.decide({
    file,
    task: taskOf(useCase, step),
    form: useCase.form.parse(form),
    known: step.known,
    actor: step.actor,
    now,
    today: dateInShanghai(now),
    standards: step.standards,
  })
}

/** The case after the step was done; throws where it was refused. */
export function takeStep(file: CaseFile, useCase: UseCase, form: unknown, step: Step): CaseFile {
  const outcome = getAccepted(decideStep(file, useCase, form, step))
  const task = taskOf(useCase, step)
  const ofStep = { elementId: task.elementId, taskId: task.taskId }
  const issued = (outcome.documents ?? []).map((order): NewFact => {
    const sha256 = createHash('sha256').update(JSON.stringify(order.document)).digest('hex')
    const documentId = `${order.kind}-${sha256.slice(0, 8)}`
    const body = { documentId, kind: order.kind, name: order.name, customerVisible: order.customerVisible, sha256 }
    return { type: 'document-issued', body: { ...body, pages: 1, ...ofStep } }
  })
  const opened = { ...ofStep, useCase: task.useCase, role: task.role, stage: task.stage, clockOwner: 'company' }
  const facts: NewFact[] = [
    { type: 'task-opened', body: { ...opened, customerVisible: true } },
    ...outcome.facts.map((fact) => ({ ...fact, body: { ...fact.body, ...ofStep } })),
    ...(outcome.variables ? [variablesSet(outcome.variables)] : []),
    ...(outcome.profile
      ? [{ type: 'profile-changed', body: { changes: outcome.profile as Record<string, Json> } }]
      : []),
    ...(outcome.staysOpen ? [] : [{ type: 'task-completed', body: { ...ofStep, useCase: task.useCase } }]),
    ...issued,
  ]
  return appendFacts(file, facts, step.actor, step.at)
}

export const variablesSet = (variables: Readonly<Record<string, Json>>): NewFact => ({
  type: 'variables-set',
  body: { variables },
})

/** The case after it went back before these elements: what they left no longer stands, and each use case has said what to undo. */
export function goneBack(file: CaseFile, elements: readonly string[], useCases: readonly UseCase[]): CaseFile {
  const because = '方案变更'
  const done = file.state.completed.filter((entry) => !entry.voided && elements.includes(entry.elementId))
  const names = new Set(done.map((entry) => entry.useCase))
  const undone = useCases
    .filter((useCase) => names.has(useCase.name))
    .flatMap((useCase) => useCase.undo?.(file, because) ?? [])
  const documents = file.state.documents
    .filter((document) => !document.voidedBecause && document.elementId && elements.includes(document.elementId))
    .map(({ documentId, kind }): NewFact => ({ type: 'document-voided', body: { documentId, kind, because } }))
  return appendFacts(file, [
    {
      type: 'work-voided',
      body: { tasks: elements.map((element) => `${element}#1`), elements: [...elements], because },
    },
    ...documents,
    ...undone,
  ])
}

/** The refusal's code and its faults as `path: code`, for short expectations. */
export function refusalOf(result: Result<unknown>): { code: string; faults: string[] } | undefined {
  if (result.ok) return undefined
  const { code, faults } = result.refusal
  return { code, faults: (faults ?? []).map((fault) => `${fault.path}: ${fault.code}`) }
}

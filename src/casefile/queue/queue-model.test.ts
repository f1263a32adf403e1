import fc from 'fast-check'
import { expect, it } from 'vitest'
import { z } from 'zod'
import { accept, getAccepted, type Json, makeWorkingCalendar } from '#kernel'
import { type ProcessGraph, readProcess, returnTargets } from '#process'
import type { Actor, RoleGrant } from '../actor.ts'
import { CaseFiles, type CaseStore } from '../case-files.ts'
import { foldCase } from '../fold-case.ts'
import { rebuildTokens } from '../rebuild-tokens.ts'
import type { PublishedStandards } from '../standards.ts'
import { taskUseCase } from '../use-case.ts'
import { type CaseWrite, canonicalJson } from '../write/index.ts'
import { caseVerbs } from './index.ts'

/**
 * Model-based test of the queue verbs on a process with parallel branches and a loop, with version changes on the way:
 * after every command the lists, the fold and the tokens must tell the same, and the facts alone must give the tokens again.
 */

const user = (id: string, stage: string) =>
  `<userTask id="${id}" name="${id}" tongdian:useCase="do-work" tongdian:role="inspector" tongdian:stage="${stage}" tongdian:limitRow="${stage}" />`

/** Version 2 has one more task behind the join. */
const processXml = (withExtra: boolean) => `<?xml version="1.0"?>
<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
  xmlns:tongdian="https://tongdian.example/bpmn" id="d" targetNamespace="https://tongdian.example/test">
<process id="model" name="model" isExecutable="true">
<startEvent id="start" />${user('first', 'one')}<parallelGateway id="split" />${user('left', 'two')}${user('left-again', 'two')}
<exclusiveGateway id="again" default="enough" />${user('right', 'two')}<parallelGateway id="join" />${user('last', 'three')}
${withExtra ? user('extra', 'three') : ''}<endEvent id="end" />
<sequenceFlow id="f1" sourceRef="start" targetRef="first" /><sequenceFlow id="f2" sourceRef="first" targetRef="split" />
<exclusiveGateway id="left-in" /><sequenceFlow id="f3" sourceRef="split" targetRef="left-in" /><sequenceFlow id="f3b" sourceRef="left-in" targetRef="left" />
<sequenceFlow id="f4" sourceRef="left" targetRef="left-again" /><sequenceFlow id="f5" sourceRef="left-again" targetRef="again" />
<sequenceFlow id="f6" sourceRef="again" targetRef="left-in"><conditionExpression xsi:type="tFormalExpression">again = true</conditionExpression></sequenceFlow>
<sequenceFlow id="enough" sourceRef="again" targetRef="join" />
<sequenceFlow id="f7" sourceRef="split" targetRef="right" /><sequenceFlow id="f8" sourceRef="right" targetRef="join" />
<sequenceFlow id="f9" sourceRef="join" targetRef="last" />
${withExtra ? '<sequenceFlow id="f10" sourceRef="last" targetRef="extra" /><sequenceFlow id="f11" sourceRef="extra" targetRef="end" />' : '<sequenceFlow id="f10" sourceRef="last" targetRef="end" />'}
</process></definitions>`

const graphs: ProcessGraph[] = [
  getAccepted(await readProcess(processXml(false))),
  getAccepted(await readProcess(processXml(true))),
]

const calendar = makeWorkingCalendar([])
const published = graphs.map((graph, index) => ({ name: 'model', version: index + 1, contentHash: '', graph }))
const standards: PublishedStandards = {
  calendar: { ...calendar, isWorkingDay: () => true, workingDaysIn: () => 0, addWorkingDays: (date) => date },
  powerOn: () => undefined as never,
  decide: (decision) =>
    accept(
      decision === 'pause-reasons'
        ? [{ outputs: { clockOwner: 'customer' }, source: '', confidence: '' }]
        : decision === 'limits'
          ? [{ outputs: { ruleSet: 'law', workingDays: 5, basis: '', covers: 'utility' }, source: '', confidence: '' }]
          : [],
    ),
  setting: () => 0,
  process: () => published[0],
  processVersion: (_, version) => published[version - 1],
  library: () => undefined,
}

const doWork = taskUseCase<{ again: boolean }>({
  name: 'do-work',
  form: z.object({ again: z.boolean() }),
  decide: ({ form }) => accept({ facts: [{ type: 'work-done', body: {} }], variables: { again: form.again } }),
})

const both: RoleGrant['voltageClasses'] = ['lv', 'hv']
const person = (staffId: string, role: RoleGrant['role']): Actor & { kind: 'staff' } => ({
  kind: 'staff',
  companyId: 'c',
  staffId,
  name: staffId,
  unitId: 'u',
  grants: [{ role, unitId: null, voltageClasses: both }],
})
const people = [
  person('ann', 'inspector'),
  person('bo', 'inspector'),
  person('mia', 'manager'),
  person('adam', 'administrator'),
]

/** The store in memory: rows as the database would keep them. */
class MemoryStore implements CaseStore {
  readonly writes: CaseWrite[] = []
  readonly tasks = new Map<string, string>()

  async append(write: CaseWrite) {
    if (write.expectedVersion !== (this.writes.at(-1)?.row.version ?? 0)) return { kind: 'stale', version: 0 } as const
    this.writes.push(write)
    for (const id of write.tasks.closed) this.tasks.delete(id)
    for (const row of write.tasks.set) this.tasks.set(row.taskId, row.state)
    return { kind: 'written' } as const
  }
  async loadCase() {
    const last = this.writes.at(-1)
    return last && { facts: this.writes.flatMap((write) => write.facts), tokens: last.row.tokens }
  }
  async findVersion() {
    return this.writes.at(-1)?.row.version
  }
  async findAnswer(_: string, commandId: string) {
    const found = this.writes.find((write) => write.commandId === commandId)
    return found && { bodyHash: found.bodyHash, answer: found.answer }
  }
  async nextCaseNumber() {
    return 'N-1'
  }
}

type Move = { readonly who: number; readonly what: number; readonly which: number; readonly flag: boolean }

const moves = fc.array(
  fc.record({ who: fc.nat(3), what: fc.nat(17), which: fc.nat(9), flag: fc.boolean() }) as fc.Arbitrary<Move>,
  { maxLength: 60, size: 'max' },
)

const verb = (name: string) => {
  const found = caseVerbs.find((candidate) => candidate.name === name)
  if (!found) throw new Error(`no verb ${name}`)
  return found
}

it('keeps lists, fold and tokens together through 2 000 runs of up to 60 commands', async () => {
  let commands = 0
  let accepted = 0
  await fc.assert(
    fc.asyncProperty(moves, async (plan) => {
      const store = new MemoryStore()
      let nowMs = Date.parse('2026-03-02T01:00:00Z')
      const caseFiles = new CaseFiles({
        store,
        world: {
          read: async () => undefined as never,
          listStaff: async () =>
            people.map((actor) => ({ ...actor, phone: '', active: true, absentUntil: null, coverStaffId: null })),
          findCaseByNumber: async () => undefined,
          countOpenCases: async () => new Map(),
          listGround: async () => [],
          proveOnNetwork: async () => undefined,
          findFile: async () => undefined,
        },
        standards: async () => standards,
        checkSignatureCode: async () => accept(undefined),
        issue: async () => accept({ sha256: '', pages: 1 }),
        useCases: new Map([['do-work', doWork]]),
        now: () => {
          nowMs += 60_000
          return new Date(nowMs)
        },
      })
      await openCase(caseFiles)
      for (const [index, move] of plan.entries()) {
        const tried = await make(caseFiles, move, `m${index}`)
        commands += 1
        if (tried.ok) accepted += 1
        await compare(caseFiles, store)
      }
    }),
    { numRuns: Number(process.env.TONGDIAN_MODEL_RUNS ?? 2000), seed: 20260302 },
  )
  // The run must have done something: a model whose every command is refused would prove nothing.
  expect(accepted / commands).toBeGreaterThan(0.15)
})

async function openCase(caseFiles: CaseFiles): Promise<void> {
  const opened = await caseFiles.open({ actor: people[0] as Actor, commandId: 'open', form: null }, async () =>
    accept({
      caseId: 'case',
      variant: 'model',
      profile: {
        kind: 'new',
        category: 'x',
        unitId: 'u',
        voltageClass: 'lv',
        customerKey: 'k',
        customerName: 'n',
        address: 'a',
        capacityKva: null,
      },
      outcome: {
        facts: [
          {
            type: 'document-received',
            body: { documentId: 'letter', kind: 'evidence', name: 'letter', sha256: 'e', mediaType: 'image/jpeg' },
          },
        ],
        variables: { again: false },
      },
    }),
  )
  getAccepted(opened)
}

async function make(caseFiles: CaseFiles, { who, what, which, flag }: Move, commandId: string) {
  const actor = people[who] as Actor
  const file = await caseFiles.find('c', 'case')
  if (!file) throw new Error('the case is gone')
  const open = [...file.state.tasks.keys()]
  const taskId = open[which % Math.max(open.length, 1)] ?? 'first#1'
  const done = file.state.completed.at(-1)?.taskId ?? 'first#1'
  const to = people[which % people.length]?.staffId ?? ''
  const targets = file.tokens
    ? returnTargets(graphs[(file.state.process?.version ?? 1) - 1] as ProcessGraph, file.tokens)
    : []
  const toElement = targets[which % Math.max(targets.length, 1)] ?? 'first'
  const reason = 'because of it'
  const stop = { reasonCode: 'customer-request', reason, evidence: 'letter' }
  const command = (form: Json) => ({ actor, commandId, form })
  const table: readonly (readonly [string, Json])[] = [
    ['claim-task', { taskId }],
    ['release-task', { taskId }],
    ['transfer-task', { taskId, to, reason }],
    ['delegate-task', { taskId, to, reason }],
    ['add-signer', { taskId, staffId: to, reason }],
    ['remove-signer', { taskId, staffId: to, reason }],
    ['sign-task', { taskId, agrees: flag, opinion: 'x' }],
    ['return-step', { taskId, toElement, reason, onOurAccount: flag }],
    ['withdraw-step', { taskId: done, reason }],
    ['ask-clock-pause', stop],
    ['approve-clock-pause', { approves: flag, opinion: reason }],
    ['suspend-case', stop],
    ['resume-case', { reason }],
    [flag ? 'cancel-case' : 'resume-clock', flag ? { reason, dismantled: false } : { reason }],
    ['reopen-case', { reason }],
    ['migrate-case', { toVersion: flag ? 2 : 1, reason }],
  ]
  const chosen = table[what]
  if (!chosen) return await caseFiles.doTask('case', taskId, 'do-work', command({ again: flag }))
  return await caseFiles.doVerb('case', verb(chosen[0]), command(chosen[1]))
}

async function compare(caseFiles: CaseFiles, store: MemoryStore): Promise<void> {
  const file = await caseFiles.find('c', 'case')
  if (!file?.tokens) throw new Error('the case or its tokens are gone')
  const { state, tokens } = file
  // Reading on from command to command comes to the same as reading all facts from the first.
  expect(state).toEqual(foldCase(file.facts))
  const running = state.status === 'open' || state.status === 'suspended'
  const folded = [...state.tasks.keys()].sort()
  expect(tokens.open.map((token) => token.taskId).sort()).toEqual(folded)
  expect([...store.tasks.keys()].sort()).toEqual(running ? folded : [])
  for (const taskState of store.tasks.values()) expect(taskState).toBe(state.status === 'open' ? 'open' : 'waiting')
  // Nothing is lost: a running case always waits for somebody.
  if (running) expect(folded.length).toBeGreaterThan(0)
  expect(canonicalJson(rebuildTokens(file.facts, standards) as never)).toBe(canonicalJson(tokens as never))
}

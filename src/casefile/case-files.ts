import { hash } from 'node:crypto'
import { accept, dateInShanghai, type Json, type PlainDate, type Refusal, type Result, refuse } from '#kernel'
import { type Advance, completeTask, startProcess, type TokenState } from '#process'
import { type Actor, actorRef } from './actor.ts'
import { factsOfAdvance, getUserTask, startClock } from './advance-case.ts'
import { type CaseFile, caseFileOf } from './case-file.ts'
import type { CaseProfile, CaseTask } from './case-state.ts'
import type { Fact, NewFact } from './fact.ts'
import { findOpenTask, isCounterWork, mayDoTask, maySeeCase } from './may-do-task.ts'
import { projectCase } from './project-case.ts'
import { graphOf } from './queue/send-back.ts'
import type { CaseVerb, VerbOutcome } from './queue/verb.ts'
import type { StaffMember } from './staff.ts'
import type { PublishedStandards } from './standards.ts'
import type { DocumentOrder, Outcome, UseCase } from './use-case.ts'
import type { RoomRows, World } from './world.ts'
import {
  type CaseWrite,
  canonicalJson,
  type FactRow,
  hashFact,
  noHash,
  type OutboxRow,
  uuidOf,
  type WriteOutcome,
} from './write/index.ts'

/** Where cases are kept: the one write, and reading them back. */
export interface CaseStore {
  append(write: CaseWrite, also?: RoomRows): Promise<WriteOutcome>
  loadCase(companyId: string, caseId: string): Promise<{ facts: readonly FactRow[]; tokens: string } | undefined>
  /** Version the case stands at; undefined: no such case. */
  findVersion(companyId: string, caseId: string): Promise<number | undefined>
  findAnswer(companyId: string, commandId: string): Promise<{ bodyHash: string; answer: string } | undefined>
  nextCaseNumber(companyId: string, today: PlainDate): Promise<string>
}

export interface CaseFilesPorts {
  readonly store: CaseStore
  readonly world: World
  standards(companyId: string): Promise<PublishedStandards>
  issue(companyId: string, order: DocumentOrder): Promise<Result<{ sha256: string; pages: number }>>
  readonly useCases: ReadonlyMap<string, UseCase>
  now(): Date
}

/** Every command says who, under which id, and what. */
export interface Command<Form = unknown> {
  readonly actor: Actor
  readonly commandId: string
  readonly form: Form
}

export interface OpenCase {
  readonly caseId: string
  readonly profile: Omit<CaseProfile, 'caseNumber'>
  readonly variant: string
  readonly outcome: Outcome
}

/** The answer of every command: where the case stands now. A repeat of the command gets the same answer. */
export interface CommandAnswer {
  readonly caseId: string
  readonly caseNumber: string
  readonly version: number
  readonly status: string
  readonly openTasks: readonly {
    readonly taskId: string
    readonly elementId: string
    readonly useCase: string
    readonly role: string
  }[]
}

const maxTries = 6
const maxCached = 4000

/** The pipeline every command goes through: load, decide (pure), render documents, append once. */
export class CaseFiles {
  readonly #ports: CaseFilesPorts
  readonly #cache = new Map<string, CaseFile>()

  constructor(ports: CaseFilesPorts) {
    this.#ports = ports
  }

  /** The case as it stands in the database now. */
  async find(companyId: string, caseId: string): Promise<CaseFile | undefined> {
    const cached = this.#cache.get(`${companyId}/${caseId}`)
    if (cached && (await this.#ports.store.findVersion(companyId, caseId)) === cached.version) return cached
    return await this.#load(companyId, caseId)
  }

  /** A new case: 业务受理 begins. */
  async open(
    command: Command,
    decide: (standards: PublishedStandards, today: PlainDate) => Promise<Result<OpenCase>>,
  ): Promise<Result<CommandAnswer>> {
    const { store } = this.#ports
    const companyId = command.actor.companyId
    const bodyHash = hashBody('open-case', command.form)
    const before = await this.#repeated(companyId, command.commandId, bodyHash)
    if (before) return before
    for (let tries = 0; tries < maxTries; tries += 1) {
      const now = this.#ports.now()
      const standards = await this.#ports.standards(companyId)
      const today = dateInShanghai(now)
      const decided = await decide(standards, today)
      if (!decided.ok) return decided
      const caseNumber = await store.nextCaseNumber(companyId, today)
      const opening = openingFacts(decided.value, caseNumber, standards, today)
      const empty = caseFileOf(companyId, decided.value.caseId, [], undefined, noHash)
      const answer = await this.#append(
        empty,
        command,
        bodyHash,
        standards,
        now,
        { ...decided.value.outcome, facts: opening.facts },
        opening.tokens,
      )
      if (answer !== 'again') return answer
    }
    return refuse({ code: 'busy' })
  }

  /** A task of the process, by its use case. */
  async doTask(caseId: string, taskId: string, useCaseName: string, command: Command): Promise<Result<CommandAnswer>> {
    const useCase = this.#ports.useCases.get(useCaseName)
    if (!useCase) throw new Error(`no use case ${useCaseName}`)
    return await this.#perform(caseId, `${taskId}/${useCaseName}`, command, async (file, standards, now) => {
      const gate = gateRefusal(useCase, file, standards, dateInShanghai(now))
      const found = findOpenTask(file, taskId)
      // A safety gate speaks first: who tries to switch on too early is told everything that is missing.
      if (gate && (found.ok || found.refusal.code === 'task-not-open')) return refuse(gate)
      if (!found.ok) return found
      const task = found.value
      if (task.useCase !== useCaseName) return refuse({ code: 'other-use-case', data: { expected: task.useCase } })
      const allowed = mayDoTask(command.actor, file, task, standards, dateInShanghai(now))
      if (!allowed.ok) return allowed
      const form = command.form as { counterVisit?: { cause: string } }
      if (isCounterWork(command.actor, task) && !form.counterVisit) {
        return refuse({ code: 'faulty-input', faults: [{ path: 'counterVisit', code: 'required' }] })
      }
      const known = useCase.gather ? await useCase.gather(this.#ports.world, file, command.form) : undefined
      const decided = useCase.decide({
        file,
        task,
        form: command.form,
        known,
        actor: command.actor,
        now,
        today: dateInShanghai(now),
        standards,
      })
      if (!decided.ok) return decided
      return stepOutcome(file, task, decided.value, standards, now, form.counterVisit?.cause)
    })
  }

  /** A verb on a task or the case. */
  async doVerb(caseId: string, verb: CaseVerb, command: Command): Promise<Result<CommandAnswer>> {
    const staff = await this.#ports.world.listStaff(command.actor.companyId)
    return await this.#perform(caseId, verb.name, command, async (file, standards, now) => {
      if (!maySeeCase(command.actor, file)) return refuse({ code: 'no-such-case' })
      const decided = verb.decide({
        file,
        form: command.form,
        actor: command.actor,
        now,
        today: dateInShanghai(now),
        standards,
        staff: staff as readonly StaffMember[],
      })
      if (!decided.ok) return decided
      return verbOutcome(file, decided.value, standards, now, this.#ports.useCases)
    })
  }

  /** Facts the system itself records (a warning, a bill confirmed), decided on the case as it stands. */
  async record(
    caseId: string,
    name: string,
    command: Command,
    decide: (file: CaseFile, now: Date) => Result<Outcome>,
  ): Promise<Result<CommandAnswer>> {
    return await this.#perform(caseId, name, command, async (file, standards, now) => {
      const decided = decide(file, now)
      return decided.ok ? verbOutcome(file, decided.value, standards, now, this.#ports.useCases) : decided
    })
  }

  async #perform(
    caseId: string,
    name: string,
    command: Command,
    decide: (file: CaseFile, standards: PublishedStandards, now: Date) => Promise<Result<Decided>>,
  ): Promise<Result<CommandAnswer>> {
    const companyId = command.actor.companyId
    const bodyHash = hashBody(`${caseId}/${name}`, command.form)
    for (let tries = 0; tries < maxTries; tries += 1) {
      const file = this.#cache.get(`${companyId}/${caseId}`) ?? (await this.#load(companyId, caseId))
      if (!file) return refuse({ code: 'no-such-case' })
      const now = this.#ports.now()
      const standards = await this.#ports.standards(companyId)
      const decided = await decide(file, standards, now)
      if (!decided.ok || decided.value.outcome.facts.length === 0) {
        // The refusal may come from our own first try, or from a copy of the case that others have moved on.
        const before = await this.#repeated(companyId, command.commandId, bodyHash)
        if (before) return before
        if ((await this.#ports.store.findVersion(companyId, caseId)) !== file.version) {
          this.#cache.delete(`${companyId}/${caseId}`)
          continue
        }
        return decided.ok ? accept(answerOf(file)) : decided
      }
      const answer = await this.#append(
        file,
        command,
        bodyHash,
        standards,
        now,
        decided.value.outcome,
        decided.value.tokens,
      )
      if (answer !== 'again') return answer
    }
    return refuse({ code: 'busy' })
  }

  async #append(
    file: CaseFile,
    command: Command,
    bodyHash: string,
    standards: PublishedStandards,
    now: Date,
    outcome: Outcome,
    tokens: TokenState | undefined,
  ): Promise<Result<CommandAnswer> | 'again'> {
    const issued = await this.#issueDocuments(file, outcome.documents ?? [], command)
    if (!issued.ok) return issued
    const facts = factRows(file, [...outcome.facts, ...issued.value], command, now)
    const next = caseFileOf(
      file.companyId,
      file.caseId,
      [...file.facts, ...facts.map(factOf)],
      tokens ?? file.tokens,
      facts.at(-1)?.hash ?? file.headHash,
    )
    const projecting = {
      calendar: standards.calendar,
      now,
      warnDays: standards.setting('warn-working-days-before-due', dateInShanghai(now)),
    }
    const after = projectCase(next, projecting)
    const before = file.version > 0 ? projectCase(file, projecting) : { tasks: [], timers: [] }
    const answer = answerOf(next)
    const written = await this.#ports.store.append(
      {
        companyId: file.companyId,
        caseId: file.caseId,
        commandId: command.commandId,
        bodyHash,
        answer: canonicalJson(answer as never),
        expectedVersion: file.version,
        row: after.row,
        facts,
        tasks: changes(before.tasks, after.tasks, (task) => task.taskId, 'closed'),
        timers: changes(before.timers, after.timers, (timer) => timer.timerId, 'cleared'),
        outbox: outboxOf(next, outcome, command.commandId),
      },
      outcome.rows,
    )
    const key = `${file.companyId}/${file.caseId}`
    switch (written.kind) {
      case 'written':
        this.#remember(key, next)
        return accept(answer)
      case 'repeated':
        this.#cache.delete(key)
        return accept(JSON.parse(written.answer) as CommandAnswer)
      case 'command-id-reused':
        return refuse({ code: 'command-id-reused' })
      case 'stale':
      case 'case-number-taken':
        this.#cache.delete(key)
        return 'again'
    }
  }

  async #issueDocuments(
    file: CaseFile,
    orders: readonly DocumentOrder[],
    command: Command,
  ): Promise<Result<NewFact[]>> {
    const facts: NewFact[] = []
    for (const [index, order] of orders.entries()) {
      const issued = await this.#ports.issue(file.companyId, order)
      if (!issued.ok) return issued
      facts.push({
        type: 'document-issued',
        body: {
          documentId: `${order.kind}-${uuidOf(`${command.commandId}/${index}`).slice(0, 8)}`,
          kind: order.kind,
          name: order.name,
          mediaType: 'application/pdf',
          customerVisible: order.customerVisible,
          sha256: issued.value.sha256,
          pages: issued.value.pages,
          ...('elementId' in order ? { elementId: String(order.elementId) } : {}),
        },
      })
    }
    return accept(facts)
  }

  async #repeated(companyId: string, commandId: string, bodyHash: string): Promise<Result<CommandAnswer> | undefined> {
    const before = await this.#ports.store.findAnswer(companyId, commandId)
    if (!before) return undefined
    if (before.bodyHash !== bodyHash) return refuse({ code: 'command-id-reused' })
    return accept(JSON.parse(before.answer) as CommandAnswer)
  }

  async #load(companyId: string, caseId: string): Promise<CaseFile | undefined> {
    const loaded = await this.#ports.store.loadCase(companyId, caseId)
    if (!loaded) return undefined
    const tokens = loaded.tokens === '{}' ? undefined : (JSON.parse(loaded.tokens) as TokenState)
    const file = caseFileOf(companyId, caseId, loaded.facts.map(factOf), tokens, loaded.facts.at(-1)?.hash ?? noHash)
    this.#remember(`${companyId}/${caseId}`, file)
    return file
  }

  /** Least recently written goes first when the memory is full. */
  #remember(key: string, file: CaseFile): void {
    this.#cache.delete(key)
    this.#cache.set(key, file)
    if (this.#cache.size <= maxCached) return
    const oldest = this.#cache.keys().next()
    if (!oldest.done) this.#cache.delete(oldest.value)
  }
}

interface Decided {
  readonly outcome: Outcome
  readonly tokens: TokenState | undefined
}

function gateRefusal(
  useCase: UseCase,
  file: CaseFile,
  standards: PublishedStandards,
  today: PlainDate,
): Refusal | undefined {
  const missing = useCase.gate?.(file, standards, today).filter((item) => !item.met) ?? []
  if (missing.length === 0) return undefined
  return {
    code: 'safety-gate',
    data: { gate: useCase.name, count: missing.length },
    faults: missing.map((item) => ({
      path: item.item,
      code: `gate.${item.item}`,
      ...(item.data ? { data: item.data } : {}),
    })),
  }
}

/** Room facts carry the step they came from, so that going back before it can void them. */
function ofElement(facts: readonly NewFact[], task: CaseTask): NewFact[] {
  return facts.map((fact) => ({ ...fact, body: { ...fact.body, elementId: task.elementId, taskId: task.taskId } }))
}

function commonFacts(outcome: Outcome): NewFact[] {
  return [
    ...(outcome.variables ? [{ type: 'variables-set', body: { variables: outcome.variables } }] : []),
    ...(outcome.profile
      ? [{ type: 'profile-changed', body: { changes: outcome.profile as Record<string, Json> } }]
      : []),
  ]
}

function stepOutcome(
  file: CaseFile,
  task: CaseTask,
  outcome: Outcome,
  standards: PublishedStandards,
  now: Date,
  counterCause: string | undefined,
): Result<Decided> {
  const visit: NewFact[] = counterCause
    ? [{ type: 'counter-visited', body: { cause: counterCause, taskId: task.taskId } }]
    : []
  const facts = [...ofElement(outcome.facts, task), ...visit, ...commonFacts(outcome)]
  const documents = outcome.documents?.map((order) => ({ ...order, elementId: task.elementId })) ?? []
  if (outcome.staysOpen) return accept({ outcome: { ...outcome, facts, documents }, tokens: file.tokens })
  const variables = { ...file.state.variables, ...outcome.variables }
  const moved = moveOn(file, task, outcome.variant, variables, standards, now)
  if (!moved.ok) return moved
  const advanced = factsOfAdvance({
    file,
    graph: moved.value.graph,
    advance: moved.value.advance,
    standards,
    today: dateInShanghai(now),
    variables,
    ...(outcome.newRoundBecause ? { newRoundBecause: outcome.newRoundBecause } : {}),
    ...(outcome.supplyOn ? { supplyOn: true } : {}),
  })
  return accept({
    outcome: { ...outcome, facts: [...facts, ...moved.value.facts, ...advanced], documents },
    tokens: moved.value.advance.state,
  })
}

interface Moved {
  readonly graph: ReturnType<typeof graphOf>
  readonly advance: Advance
  readonly facts: readonly NewFact[]
}

/** Completes the task; when acceptance found another variant right, on that variant's process. */
function moveOn(
  file: CaseFile,
  task: CaseTask,
  variant: string | undefined,
  variables: Readonly<Record<string, Json>>,
  standards: PublishedStandards,
  now: Date,
): Result<Moved> {
  if (variant === undefined || variant === file.state.variant) {
    if (!file.tokens) return refuse({ code: 'case-not-running' })
    const graph = graphOf(file, standards)
    const advance = completeTask(graph, file.tokens, task.taskId, variables)
    return advance.ok ? accept({ graph, advance: advance.value, facts: [] }) : advance
  }
  const started = startVariant(variant, standards, dateInShanghai(now), variables)
  const advance = completeTask(started.process.graph, started.advance.state, task.taskId, variables)
  return advance.ok ? accept({ graph: started.process.graph, advance: advance.value, facts: [started.fact] }) : advance
}

function startVariant(
  variant: string,
  standards: PublishedStandards,
  today: PlainDate,
  variables: Readonly<Record<string, Json>>,
) {
  const process = standards.process(variant, today)
  if (!process) throw new Error(`no published process ${variant}`)
  const advance = startProcess(process.graph, variables)
  if (!advance.ok) throw new Error(`process ${variant} cannot start: ${JSON.stringify(advance.refusal)}`)
  const body = { process: process.name, version: process.version, hash: process.contentHash, variant }
  return { process, advance: advance.value, fact: { type: 'process-started', body } satisfies NewFact }
}

function openingFacts(opening: OpenCase, caseNumber: string, standards: PublishedStandards, today: PlainDate) {
  const variables = opening.outcome.variables ?? {}
  const started = startVariant(opening.variant, standards, today, variables)
  const profile = { ...opening.profile, caseNumber }
  const empty = caseFileOf('', opening.caseId, [], undefined, noHash)
  const advancing = { file: empty, graph: started.process.graph, advance: started.advance, standards, today, variables }
  const facts: NewFact[] = [
    { type: 'case-opened', body: { profile: { ...profile } } },
    ...opening.outcome.facts,
    ...commonFacts(opening.outcome),
    started.fact,
    ...startClock(advancing, 'whole'),
    ...factsOfAdvance(advancing),
  ]
  return { facts, tokens: started.advance.state }
}

function verbOutcome(
  file: CaseFile,
  outcome: VerbOutcome,
  standards: PublishedStandards,
  now: Date,
  useCases: ReadonlyMap<string, UseCase>,
): Result<Decided> {
  const undone = undoneWork(file, outcome, useCases)
  const facts = [...outcome.facts, ...undone, ...commonFacts(outcome)]
  if (!outcome.move) return accept({ outcome: { ...outcome, facts }, tokens: file.tokens })
  const onto = outcome.onProcess
  const graph = onto ? standards.processVersion(onto.name, onto.version)?.graph : graphOf(file, standards)
  if (!graph) throw new Error('the version moved to is not published')
  const advanced = factsOfAdvance({
    file,
    graph,
    advance: outcome.move,
    standards,
    today: dateInShanghai(now),
    variables: { ...file.state.variables, ...outcome.variables },
    ...(outcome.wentBack ? { wentBack: true } : {}),
    ...(outcome.newRoundBecause ? { newRoundBecause: outcome.newRoundBecause } : {}),
  })
  return accept({ outcome: { ...outcome, facts: [...facts, ...advanced] }, tokens: outcome.move.state })
}

/** What the rooms say must be undone when their step no longer stands (a fee to refund, a reservation to release). */
function undoneWork(file: CaseFile, outcome: VerbOutcome, useCases: ReadonlyMap<string, UseCase>): NewFact[] {
  const ends = outcome.facts.some((fact) => ['case-cancelled', 'case-withdrawn'].includes(fact.type))
  const voided = new Set(outcome.move?.voidedElements ?? [])
  const steps = file.state.completed.filter((done) => !done.voided && (ends || voided.has(done.elementId)))
  const because = outcome.facts.map((fact) => fact.body.reason).find((reason) => typeof reason === 'string') ?? ''
  return [...new Set(steps.map((done) => done.useCase))].flatMap(
    (name) => useCases.get(name)?.undo?.(file, String(because)) ?? [],
  )
}

function factRows(file: CaseFile, facts: readonly NewFact[], command: Command, now: Date): FactRow[] {
  const recordedAt = now.toISOString()
  let prevHash = file.headHash
  return facts.map((fact, index) => {
    const named = command.actor.kind === 'system' ? fact.body : { ...fact.body, byName: command.actor.name }
    const row = {
      seq: file.version + index + 1,
      type: fact.type,
      happenedAt: fact.happenedAt ?? recordedAt,
      recordedAt,
      actor: actorRef(command.actor),
      commandId: command.commandId,
      body: canonicalJson(named as never),
      prevHash,
    }
    prevHash = hashFact(file.companyId, file.caseId, row)
    return { ...row, hash: prevHash }
  })
}

export function factOf(row: FactRow): Fact {
  return {
    seq: row.seq,
    type: row.type,
    happenedAt: row.happenedAt,
    recordedAt: row.recordedAt,
    actor: row.actor,
    commandId: row.commandId,
    body: JSON.parse(row.body),
  }
}

function hashBody(name: string, form: unknown): string {
  return hash('sha256', `${name}\n${canonicalJson((form ?? null) as never)}`, 'hex')
}

function answerOf(file: CaseFile): CommandAnswer {
  return {
    caseId: file.caseId,
    caseNumber: file.state.profile.caseNumber,
    version: file.version,
    status: file.state.status,
    openTasks: [...file.state.tasks.values()].map(({ taskId, elementId, useCase, role }) => ({
      taskId,
      elementId,
      useCase,
      role,
    })),
  }
}

function changes<Row, Gone extends string>(
  before: readonly Row[],
  after: readonly Row[],
  key: (row: Row) => string,
  gone: Gone,
): { set: Row[] } & Record<Gone, string[]> {
  const old = new Map(before.map((row) => [key(row), JSON.stringify(row)]))
  const kept = new Set(after.map(key))
  const set = after.filter((row) => old.get(key(row)) !== JSON.stringify(row))
  return { set, [gone]: [...old.keys()].filter((id) => !kept.has(id)) } as { set: Row[] } & Record<Gone, string[]>
}

function outboxOf(file: CaseFile, outcome: Outcome, commandId: string): OutboxRow[] {
  const { profile } = file.state
  const about = { caseId: file.caseId, caseNumber: profile.caseNumber, customerName: profile.customerName }
  const customer = (outcome.notices ?? []).map((notice) => ({
    kind: 'customer-notice',
    body: { ...about, customerKey: profile.customerKey, template: notice.template, data: notice.data },
  }))
  const staff = (outcome.staffNotices ?? []).map((notice) => ({
    kind: 'staff-notice',
    body: {
      ...about,
      unitId: profile.unitId,
      voltageClass: profile.voltageClass,
      to: notice.to,
      template: notice.template,
      data: notice.data,
    },
  }))
  return [...customer, ...staff].map(({ kind, body }, index) => ({
    outboxId: uuidOf(`${file.companyId}/${commandId}/${kind}/${index}`),
    kind,
    body: canonicalJson(body as never),
  }))
}

export { getUserTask }

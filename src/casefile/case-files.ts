import { accept, dateInShanghai, type PlainDate, type Refusal, type Result, refuse } from '#kernel'
import type { TokenState } from '#process'
import type { CustomerActor, StaffRole } from './actor.ts'
import { type CaseFile, caseFileOf, continueCase } from './case-file.ts'
import { checkForm } from './check-form.ts'
import type { Command, CommandAnswer } from './command.ts'
import { type Decided, findTaskToDo, type OpenCase, openingFacts, stepOutcome } from './decide-step.ts'
import { verbOutcome } from './decide-verb.ts'
import type { NewFact } from './fact.ts'
import { InTurn } from './in-turn.ts'
import { limitWatchOn } from './limit-timers.ts'
import { holdsRoleFor, isCounterWork, maySeeCase } from './may-do-task.ts'
import { type Projecting, type Projection, projectCase } from './project-case.ts'
import type { CaseVerb } from './queue/verb.ts'
import { answerOf, changes, factOf, factRows, hashBody, outboxOf } from './rows-of-command.ts'
import type { PublishedStandards } from './standards.ts'
import type { DocumentOrder, Outcome, UseCase } from './use-case.ts'
import type { RoomRows, World } from './world.ts'
import {
  type CaseWrite,
  canonicalJson,
  type FactRow,
  noHash,
  RowsRefused,
  type TimerRow,
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
  /** Checks the code of a customer's signature by phone for a step. */
  checkSignatureCode(actor: CustomerActor, caseId: string, taskId: string, code: string): Promise<Result<undefined>>
  readonly useCases: ReadonlyMap<string, UseCase>
  now(): Date
}

const maxTries = 6
const maxCached = 4000
const nothingProjected = { tasks: [], timers: [] }

/** A room's own rows would not stand, so nothing was written. */
interface RefusedWrite {
  readonly kind: 'refused'
  readonly refusal: Refusal
}

/** A case at hand, and its rows as they were last written, where we wrote them: the next write sends only what differs. */
interface Standing {
  readonly file: CaseFile
  readonly projection?: Projection
}

/** The pipeline every command goes through: load, decide (pure), render documents, append once. */
export class CaseFiles {
  readonly #ports: CaseFilesPorts
  readonly #cache = new Map<string, Standing>()
  readonly #turns = new InTurn()
  readonly #projecting = new WeakMap<PublishedStandards, { today: PlainDate; projecting: Projecting }>()

  constructor(ports: CaseFilesPorts) {
    this.#ports = ports
  }

  /** The case as it stands in the database now. */
  async find(companyId: string, caseId: string): Promise<CaseFile | undefined> {
    const cached = this.#cache.get(`${companyId}/${caseId}`)?.file
    if (cached && (await this.#ports.store.findVersion(companyId, caseId)) === cached.version) return cached
    return await this.#load(companyId, caseId)
  }

  /**
   * The first timer the case waits for: what its limits say next. Limits alone are asked for: their days move with the
   * calendar too, while a watched day moves only by a command, which sets its timers itself.
   */
  async findTimer(companyId: string, caseId: string): Promise<TimerRow | undefined> {
    const file = await this.find(companyId, caseId)
    if (!file) return undefined
    const projecting = this.#projectingOn(await this.#ports.standards(companyId), dateInShanghai(this.#ports.now()))
    return projectCase(file, projecting).timers[0]
  }

  /** A new case: 业务受理 begins. */
  async open(
    command: Command,
    decide: (standards: PublishedStandards, today: PlainDate) => Promise<Result<OpenCase>>,
  ): Promise<Result<CommandAnswer>> {
    const { store } = this.#ports
    const companyId = command.actor.companyId
    const bodyHash = hashBody('open-case', command)
    const before = await this.#repeated(companyId, command.commandId, bodyHash)
    if (before) return before
    const files = await checkForm(this.#ports.world, companyId, command.form)
    if (!files.ok) return files
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
      const found = findTaskToDo(useCase, file, taskId, command.actor, standards, dateInShanghai(now))
      if (!found.ok) return found
      const task = found.value
      const signed = await this.#checkSignature(caseId, taskId, command)
      if (!signed.ok) return signed
      const form = signed.value as { counterVisit?: { cause: string } }
      if (isCounterWork(command.actor, file, task) && !form.counterVisit) {
        return refuse({ code: 'faulty-input', faults: [{ path: 'counterVisit', code: 'required' }] })
      }
      const known = useCase.gather ? await useCase.gather(this.#ports.world, file, form) : undefined
      const decided = useCase.decide({
        file,
        task,
        form,
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

  /** A customer who signs by phone proves it with the code sent for this step; the code goes no further. */
  async #checkSignature(caseId: string, taskId: string, { actor, form }: Command): Promise<Result<unknown>> {
    const signature = (form as { signature?: { method: string; code?: string } } | null)?.signature
    if (signature?.method !== 'phone-code') return accept(form)
    if (actor.kind !== 'customer') {
      return refuse({
        code: 'faulty-input',
        faults: [{ path: 'signature.method', code: 'signature-by-phone-is-the-customers' }],
      })
    }
    const { code, ...shown } = signature
    if (!code) return refuse({ code: 'faulty-input', faults: [{ path: 'signature.code', code: 'required' }] })
    const checked = await this.#ports.checkSignatureCode(actor, caseId, taskId, code)
    return checked.ok ? accept({ ...(form as object), signature: shown }) : checked
  }

  /** A verb on a task or the case. `roles`: staff must hold one of them for the case's unit and voltage class. */
  async doVerb(
    caseId: string,
    verb: CaseVerb,
    command: Command,
    roles?: readonly StaffRole[],
  ): Promise<Result<CommandAnswer>> {
    return await this.#perform(caseId, verb.name, command, async (file, standards, now) => {
      if (!maySeeCase(command.actor, file)) return refuse({ code: 'no-such-case' })
      if (command.actor.kind === 'staff' && roles && !holdsRoleFor(command.actor, file, roles)) {
        return refuse({ code: 'no-right' })
      }
      const staff = verb.namesColleague ? await this.#ports.world.listStaff(command.actor.companyId) : []
      const decided = verb.decide({
        file,
        form: command.form,
        actor: command.actor,
        now,
        today: dateInShanghai(now),
        standards,
        staff,
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
    decide: (file: CaseFile, standards: PublishedStandards) => Result<Outcome>,
  ): Promise<Result<CommandAnswer>> {
    return await this.#perform(caseId, name, command, async (file, standards, now) => {
      const decided = decide(file, standards)
      return decided.ok ? verbOutcome(file, decided.value, standards, now, this.#ports.useCases) : decided
    })
  }

  /** Commands on one case wait for each other here; those of another process are found out by the version. */
  async #perform(
    caseId: string,
    name: string,
    command: Command,
    decide: (file: CaseFile, standards: PublishedStandards, now: Date) => Promise<Result<Decided>>,
  ): Promise<Result<CommandAnswer>> {
    const key = `${command.actor.companyId}/${caseId}`
    return await this.#turns.run(key, () => this.#decideAndAppend(caseId, name, command, decide))
  }

  async #decideAndAppend(
    caseId: string,
    name: string,
    command: Command,
    decide: (file: CaseFile, standards: PublishedStandards, now: Date) => Promise<Result<Decided>>,
  ): Promise<Result<CommandAnswer>> {
    const companyId = command.actor.companyId
    const bodyHash = hashBody(`${caseId}/${name}`, command)
    for (let tries = 0; tries < maxTries; tries += 1) {
      const file = this.#cache.get(`${companyId}/${caseId}`)?.file ?? (await this.#load(companyId, caseId))
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
      // Asked last: who may not see the case is told that, whatever the form.
      const form = await checkForm(this.#ports.world, companyId, command.form)
      if (!form.ok) return form
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
    const next = continueCase(file, facts.map(factOf), tokens ?? file.tokens, facts.at(-1)?.hash ?? file.headHash)
    const projecting = this.#projectingOn(standards, dateInShanghai(now))
    const known = this.#projectionOf(file, projecting)
    const after = projectCase(next, projecting, known)
    const before = outcome.projectAnew || !known ? nothingProjected : known
    const answer = answerOf(next)
    const written = await this.#write(
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
      case 'refused':
        return refuse(written.refusal)
      case 'written':
        this.#remember(key, { file: next, projection: after })
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

  async #write(write: CaseWrite, rows: RoomRows | undefined): Promise<WriteOutcome | RefusedWrite> {
    try {
      return await this.#ports.store.append(write, rows)
    } catch (error) {
      if (error instanceof RowsRefused) return { kind: 'refused', refusal: error.refusal }
      throw error
    }
  }

  /** The rows as they were written with the case's last command, as far as we know; none of a new case. */
  #projectionOf(file: CaseFile, projecting: Projecting): Projection | undefined {
    const standing = this.#cache.get(`${file.companyId}/${file.caseId}`)
    if (standing?.file === file && standing.projection) return standing.projection
    return file.version > 0 ? projectCase(file, projecting) : undefined
  }

  /** One object for all commands of a day under the same standards, so that a projection can tell that nothing changed. */
  #projectingOn(standards: PublishedStandards, today: PlainDate): Projecting {
    const known = this.#projecting.get(standards)
    if (known?.today === today) return known.projecting
    const projecting = { calendar: standards.calendar, watch: limitWatchOn(standards, today) }
    this.#projecting.set(standards, { today, projecting })
    return projecting
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
          ...('taskId' in order ? { taskId: String(order.taskId) } : {}),
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
    this.#remember(`${companyId}/${caseId}`, { file })
    return file
  }

  /** Least recently written goes first when the memory is full. */
  #remember(key: string, standing: Standing): void {
    this.#cache.delete(key)
    this.#cache.set(key, standing)
    if (this.#cache.size <= maxCached) return
    const oldest = this.#cache.keys().next()
    if (!oldest.done) this.#cache.delete(oldest.value)
  }
}

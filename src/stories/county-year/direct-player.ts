import { createHash, randomUUID } from 'node:crypto'
import { createRouterClient } from '@orpc/server'
import { type Actor, actorRef } from '#casefile'
import { getAccepted } from '#kernel'
import type { FileStore } from '#platform/files/index'
import { RefusalError, type RequestContext } from '#platform/http/index'
import { listStaff } from '#workforce/people/index'
import { contractOf, routeKey } from '../../api/contract.ts'
import { routerOf } from '../../api/router.ts'
import type { Tongdian } from '../../api/tongdian.ts'
import { askSignatureCode } from '../../service/signature-code/index.ts'
import { Player, Refused } from '../player.ts'
import { type CountyClock, type Effect, sliceMs } from './county-clock.ts'

type Procedure = (input: unknown, options: { context: RequestContext }) => Promise<unknown>

/** A form on its way: where it goes, and what it says. */
export interface Call {
  readonly path: string
  readonly body: unknown
}

/** What the direct players of one system share. */
export interface Stage {
  readonly tongdian: Tongdian
  readonly clock: CountyClock
  readonly files: FileStore
  readonly procedures: Readonly<Record<string, Readonly<Record<string, Procedure>>>>
  readonly staff: ReadonlyMap<string, Actor>
  /** Sheets already kept, by title: what stands on them is not what the year is about. */
  readonly papers: Map<string, Promise<{ sha256: string; name: string }>>
}

export async function openStage(tongdian: Tongdian, clock: CountyClock, files: FileStore): Promise<Stage> {
  const contract = contractOf(tongdian.useCases, tongdian.verbs)
  const client = createRouterClient(routerOf(contract, tongdian) as never, { context: (context: never) => context })
  return {
    tongdian,
    clock,
    files,
    papers: new Map(),
    procedures: client as unknown as Stage['procedures'],
    staff: await listStaffActors(tongdian),
  }
}

/** Everybody who works there, as the one who acts. */
export async function listStaffActors({ publicCompanyId: companyId, database }: Tongdian): Promise<Stage['staff']> {
  const staff = await database.withCompany(companyId, (tx) => listStaff(tx, companyId))
  return new Map(
    staff.map(({ staffId, name, unitId, grants }) => [
      staffId,
      { kind: 'staff', companyId, staffId, name, unitId, grants } as const,
    ]),
  )
}

/** People work a while on each command before they send it. */
const shortestWorkMs = sliceMs
const longestWorkMs = 200_000

/** Steps at whose end the case may be over. */
const lastSteps: readonly string[] = ['archive-file', 'return-visit']

/**
 * Plays people by calling the API's procedures in this process: the same commands, forms, gates and rules, without HTTP
 * and without signing in. A person sends one form at a time, each after working on it for a while.
 */
export class DirectPlayer extends Player {
  readonly #stage: Stage
  readonly #random: () => number
  #managerId: string | undefined

  constructor(stage: Stage, shiftWeeks: number, random: () => number) {
    super({ baseUrl: '', accounts: [], dataFolder: '', shiftWeeks, minutesOfStep: 0 })
    this.#stage = stage
    this.#random = random
  }

  override async call(_method: string, path: string, body?: unknown, who?: string): Promise<unknown> {
    if (path === '/api/test/clock') return await this.#stage.clock.set(new Date((body as { now: string }).now))
    const { clock } = this.#stage
    const actor = await this.#actorOf(who ?? '')
    const sent = body === undefined ? body : await this.comeToSend({ path, body }, actorRef(actor), effectOf(path))
    const context: RequestContext = {
      actor,
      commandId: randomUUID(),
      language: 'zh-CN',
      ip: '127.0.0.1',
      requestId: 'direct',
      now: () => clock.now(),
    }
    const { room, name, input } = procedureOf(path, sent)
    const procedure = this.#stage.procedures[room]?.[name]
    if (!procedure) throw new Error(`no procedure for ${path}`)
    try {
      return await procedure(input, { context })
    } catch (error) {
      if (!(error instanceof RefusalError)) throw error
      throw new Refused(`${who}: ${path}`, 0, error.refusal as never)
    }
  }

  /** The person works on the form and waits for the turn to send it; answers what is sent. */
  protected async comeToSend({ body }: Call, person: string, effect: Effect): Promise<unknown> {
    const workMs = Math.round(shortestWorkMs + this.#random() * (longestWorkMs - shortestWorkMs))
    await this.#stage.clock.takeTurn(person, workMs, effect)
    return body
  }

  /** What a gate refuses is proved by the stories over HTTP. */
  override async tryGate(): Promise<void> {}

  override async paper(who: string, title: string, draw: () => Promise<Uint8Array>) {
    const { papers } = this.#stage
    const kept = papers.get(title) ?? super.paper(who, title, draw)
    papers.set(title, kept)
    return await kept
  }

  override async upload(_who: string, name: string, bytes: Uint8Array, mediaType: string) {
    const { files, tongdian } = this.#stage
    const { sha256 } = await files.keep(tongdian.publicCompanyId, { name, mediaType, bytes }, 'system:county-year')
    return { sha256, name }
  }

  override async signature(customer: { phone: string; contactName: string }, useCase: string) {
    const { tongdian } = this.#stage
    let sent = ''
    const send = async (_key: string, code: string) => {
      sent = code
    }
    const { companyId, customerKey } = this.#customer(customer.phone)
    const step = { companyId, customerKey, caseId: this.case.caseId, taskId: this.taskId(useCase) }
    getAccepted(await askSignatureCode({ ...tongdian.signatureCodes, send }, step))
    return { name: customer.contactName, method: 'phone-code', code: sent }
  }

  async #actorOf(who: string): Promise<Actor> {
    if (/^1\d{10}$/.test(who)) return this.#customer(who)
    const staff = this.#stage.staff.get(who === '@account-manager' ? await this.#manager() : who)
    if (!staff) throw new Error(`nobody is called ${who}`)
    return staff
  }

  /** A customer without an account: the key is made of the phone, so that every call comes to the same one. */
  #customer(phone: string) {
    const companyId = this.#stage.tongdian.publicCompanyId
    const customerKey = createHash('sha256').update(phone).digest('hex').slice(0, 32)
    return { kind: 'customer', companyId, customerKey, name: phone, phone } as const
  }

  /** The account manager the case was given; nobody in these stories hands it on. */
  async #manager(): Promise<string> {
    const { caseFiles, publicCompanyId } = this.#stage.tongdian
    this.#managerId ??= (await caseFiles.find(publicCompanyId, this.case.caseId))?.state.accountManager?.staffId
    if (this.#managerId === undefined) throw new Error('the case has no account manager')
    return this.#managerId
  }
}

function effectOf(path: string): Effect {
  if (path === '/api/v1/applications') return 'opens'
  return lastSteps.some((step) => path.endsWith(`/${step}`)) ? 'ends' : 'none'
}

/** The procedure behind a path of the API, with its input. */
function procedureOf(path: string, body: unknown): { room: string; name: string; input: unknown } {
  if (path === '/api/v1/applications') return { room: 'applications', name: 'submit', input: body }
  const parts = path.replace('/api/v1/', '').split('/').map(decodeURIComponent)
  const [room = '', caseId = '', third, taskId = '', last = ''] = parts
  if (room === 'my') return { room: 'my', name: 'showCase', input: { caseId: third } }
  if (third === undefined) return { room: 'cases', name: 'show', input: { caseId } }
  if (third !== 'tasks') return { room: 'verbs', name: routeKey(third), input: { params: { caseId }, body } }
  if (last === 'prefill') return { room: 'cases', name: 'prefill', input: { caseId, taskId } }
  return { room: 'tasks', name: routeKey(last), input: { params: { caseId, taskId }, body } }
}

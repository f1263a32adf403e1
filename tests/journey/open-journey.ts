import { randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { buildWeb } from '../../scripts/build-web.mjs'
import type { StaffCaseView } from '../../src/casefile/views/staff-view.ts'
import { type RunningTongdian, startTongdian } from '../../src/main.ts'
import { Player, type PlayerOptions, type StaffAccount } from '../../src/stories/player.ts'
import { createTestDatabase, type TestDatabase } from '../test-database.ts'

/** What the server answered, read as JSON. */
export interface Reply {
  readonly status: number
  readonly code: string | undefined
  readonly faults: readonly { readonly path: string; readonly code: string; readonly message: string }[]
  // biome-ignore lint/suspicious/noExplicitAny: answers of many routes, read by tests
  readonly body: any
}

export interface Sending {
  /** Login of a member of staff or a customer's phone; undefined: nobody is signed in. */
  readonly as?: string | undefined
  readonly body?: unknown
  /** `Idempotency-Key`; a new one where none is given. */
  readonly commandId?: string
  readonly language?: string
}

/** A whole server with the people of the demonstration company on a database of its own and a test clock. */
export interface Journey {
  readonly server: RunningTongdian
  readonly database: TestDatabase
  readonly accounts: readonly StaffAccount[]
  readonly companyId: string
  /** Everything the server logged as a mistake of its own. */
  readonly internalErrors: readonly string[]
  /** What a player of one's own kind is made with. */
  readonly playing: PlayerOptions
  /** Players share the sessions of one another. */
  newPlayer(options?: Partial<PlayerOptions>): Player
  send(method: 'GET' | 'POST' | 'PATCH', path: string, sending?: Sending): Promise<Reply>
  /** Sets the test clock, `2026-03-02 09:00` in Shanghai. */
  at(time: string): Promise<void>
  showCase(caseId: string, as?: string): Promise<StaffCaseView>
  close(): Promise<void>
}

export interface JourneyOptions {
  readonly poolSize?: number
  /** Serve portal and desk too, built first where they are older than their sources. */
  readonly web?: boolean
}

export async function openJourney({ poolSize = 10, web = false }: JourneyOptions = {}): Promise<Journey> {
  if (web) await buildWeb(process.cwd())
  const database = await createTestDatabase({ clock: 'test', poolSize })
  const { dataFolder } = database
  const internalErrors: string[] = []
  const server = await startTongdian({
    database,
    dataFolder,
    port: 0,
    clock: 'test',
    seed: 'people',
    web,
    log: (entry) => {
      if (entry.event === 'internal-error') internalErrors.push(`${entry.route ?? ''}: ${entry.detail ?? ''}`)
    },
  })
  const accounts = JSON.parse(readFileSync(join(dataFolder, 'accounts.json'), 'utf8')) as StaffAccount[]
  const playing = { baseUrl: server.url, accounts, dataFolder }
  const first = new Player(playing)
  const send: Journey['send'] = async (method, path, sending = {}) =>
    await sendTo(server.url, method, path, sending, sending.as ? await first.cookieOf(sending.as) : undefined)
  return {
    server,
    database,
    accounts,
    companyId: server.tongdian.publicCompanyId,
    internalErrors,
    playing,
    newPlayer: (options = {}) => new Player({ ...playing, ...options }, first),
    send,
    at: async (time) => await first.at(time),
    async showCase(caseId, as = 'liu-jianping') {
      const reply = await send('GET', `/api/v1/cases/${caseId}`, { as })
      if (reply.status !== 200) throw new Error(`case ${caseId}: ${reply.status} ${reply.code}`)
      return reply.body as StaffCaseView
    },
    async close() {
      await server.stop()
      await database.close()
    },
  }
}

/** Staff id of the case's own account manager. */
export async function managerOf(journey: Journey, caseId: string): Promise<string> {
  const { accountManager: manager } = await journey.showCase(caseId)
  return manager?.staffId ?? ''
}

/** One request; writes carry a command id of their own where none is given. */
export async function sendTo(
  baseUrl: string,
  method: string,
  path: string,
  { body, commandId = randomUUID(), language = 'zh-CN' }: Sending,
  cookie: string | undefined,
): Promise<Reply> {
  const response = await fetch(`${baseUrl}${path}`, {
    method,
    headers: {
      'content-type': 'application/json',
      'accept-language': language,
      ...(method === 'GET' ? {} : { 'idempotency-key': commandId }),
      ...(cookie ? { cookie } : {}),
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  })
  const text = await response.text()
  // A route that hands out a file answers with the file itself.
  const isFile = response.ok && !response.headers.get('content-type')?.startsWith('application/json')
  const answer = isFile ? { file: text } : JSON.parse(text)
  return { status: response.status, code: answer.code, faults: answer.faults ?? [], body: answer }
}

import { randomUUID } from 'node:crypto'
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { type CustomerCredentials, signInCustomer, signInStaff } from '#platform/accounts/sign-in-client'

export interface StaffAccount {
  readonly login: string
  readonly password: string
  readonly totpSecret: string
}

/** What a command answered. */
export interface Answer {
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

/** A refusal as it came over the wire. */
export class Refused extends Error {
  readonly status: number
  readonly code: string
  readonly faults: readonly { readonly path: string; readonly code: string; readonly message: string }[]

  constructor(what: string, status: number, body: { code?: string; message?: string; faults?: Refused['faults'] }) {
    super(`${what}: ${status} ${body.code ?? ''} ${body.message ?? ''} ${JSON.stringify(body.faults ?? [])}`)
    this.status = status
    this.code = body.code ?? 'unknown'
    this.faults = body.faults ?? []
  }
}

/** Thrown to leave a story when the wanted stage has begun. */
export class StoppedAtStage extends Error {}

export interface PlayerOptions {
  readonly baseUrl: string
  readonly accounts: readonly StaffAccount[]
  /** Data folder of the server, where codes to phones land when no sender is set up. */
  readonly dataFolder: string
  /** Leave the story as soon as this stage has begun. */
  readonly until?: string | undefined
  /** Play it this many weeks later than it is written. */
  readonly shiftWeeks?: number
  /** And this many minutes later in the day: two cases of one story are not done by one person at once. */
  readonly shiftMinutes?: number
  /** What one step takes; 3, or 0 for people who send forms without having done the work. */
  readonly minutesOfStep?: number
  /** Leave the story before it would reach into the future. */
  readonly notAfter?: Date
}

/** Plays people over HTTP: signs them in, sets the clock, does their tasks. */
export class Player {
  readonly #options: PlayerOptions
  readonly #cookies = new Map<string, string>()
  readonly gates: { name: string; refusedWith: readonly string[] }[] = []
  #case: Answer | undefined
  /** Was the story left at its stage? What is done afterwards goes on from there. */
  #stopped = false
  #now = new Date(0)
  #stepsSinceAt = 0

  constructor(options: PlayerOptions, shared?: Player) {
    this.#options = options
    if (shared) this.#cookies = shared.#cookies
  }

  get case(): Answer {
    if (!this.#case) throw new Error('no case was opened yet')
    return this.#case
  }

  get hasCase(): boolean {
    return this.#case !== undefined
  }

  /** Instant of the test clock, as a form's `…At` wants it. */
  get now(): string {
    return this.#now.toISOString()
  }

  /** Day of the test clock in Shanghai. */
  get today(): string {
    return new Date(this.#now.getTime() + 8 * 3_600_000).toISOString().slice(0, 10)
  }

  /** Sets the test clock, `2026-03-02 09:00` in Shanghai. */
  async at(time: string): Promise<void> {
    this.#stepsSinceAt = 0
    await this.#setClock(this.instant(time))
  }

  /** Nobody does a step in no time: the second and every further step after `at` comes some minutes later. */
  async #takeTime(): Promise<void> {
    this.#stepsSinceAt += 1
    const { minutesOfStep = 3 } = this.#options
    if (this.#stepsSinceAt > 1) await this.#setClock(new Date(this.#now.getTime() + minutesOfStep * 60_000))
  }

  async #setClock(instant: Date): Promise<void> {
    if (this.#options.notAfter && instant > this.#options.notAfter) throw new StoppedAtStage(instant.toISOString())
    this.#now = instant
    await this.call('POST', '/api/test/clock', { now: instant.toISOString() })
  }

  /** An instant of the story as it is played: `2026-03-02 09:00` in Shanghai, shifted. */
  instant(time: string): Date {
    const written = Date.parse(`${time.replace(' ', 'T')}:00+08:00`)
    const { shiftWeeks = 0, shiftMinutes = 0 } = this.#options
    return new Date(written + shiftWeeks * 7 * 86_400_000 + shiftMinutes * 60_000)
  }

  /** A day of the story as it is played. */
  day(written: string): string {
    return new Date(this.instant(`${written} 12:00`)).toISOString().slice(0, 10)
  }

  /** A customer applies from the phone, or a clerk for him at the counter. */
  async apply(who: string, form: Record<string, unknown>): Promise<Answer> {
    this.#case = (await this.call('POST', '/api/v1/applications', form, who)) as Answer
    await this.#stopIfReached()
    return this.#case
  }

  /** Goes on with a case that somebody else opened, as staff see it. */
  async takeUp(caseId: string, who: string): Promise<void> {
    const path = `/api/v1/cases/${caseId}`
    const { profile, version, status, tasks } = (await this.call('GET', path, undefined, who)) as {
      profile: { caseNumber: string }
      version: number
      status: string
      tasks: Answer['openTasks']
    }
    this.#case = { caseId, caseNumber: profile.caseNumber, version, status, openTasks: tasks }
  }

  /** The one open task of a use case (of an element, where several are open) done by a person. */
  async do(who: string, useCase: string, form: Record<string, unknown>, elementId?: string): Promise<Answer> {
    const task = this.case.openTasks.find(
      (open) => open.useCase === useCase && (elementId === undefined || open.elementId === elementId),
    )
    if (!task) {
      const open = this.case.openTasks.map((entry) => entry.elementId).join(', ')
      throw new Error(`${useCase}${elementId ? ` (${elementId})` : ''} is not open; open: ${open}`)
    }
    await this.#takeTime()
    const path = `/api/v1/cases/${this.case.caseId}/tasks/${encodeURIComponent(task.taskId)}/${useCase}`
    this.#case = (await this.call('POST', path, form, who)) as Answer
    await this.#stopIfReached()
    return this.#case
  }

  /** Tries a gated step before its time; keeps what the gate said was missing. */
  async tryGate(who: string, useCase: string, form: Record<string, unknown>): Promise<void> {
    const open = this.case.openTasks.find((task) => task.useCase === useCase)
    const taskId = open?.taskId ?? `${useCase}#1`
    const path = `/api/v1/cases/${this.case.caseId}/tasks/${encodeURIComponent(taskId)}/${useCase}`
    const refused = await this.refusedBy(() => this.call('POST', path, form, who))
    if (refused.code !== 'safety-gate') throw new Error(`${useCase} was refused with ${refused.code}, not by its gate`)
    this.gates.push({ name: useCase, refusedWith: refused.faults.map((fault) => fault.path) })
  }

  async verb(who: string, verb: string, form: Record<string, unknown>): Promise<Answer> {
    const path = `/api/v1/cases/${this.case.caseId}/${verb}`
    this.#case = (await this.call('POST', path, form, who)) as Answer
    return this.#case
  }

  /** A signature by the code sent to the customer's phone for this step. */
  async signature(customer: { phone: string; contactName: string }, useCase: string) {
    const path = `/api/v1/cases/${this.case.caseId}/tasks/${encodeURIComponent(this.taskId(useCase))}/signature-code`
    const since = Date.now() - 1_000
    await this.call('POST', path, {}, customer.phone)
    const code = await readNewestCode(this.#options.dataFolder, customer.phone, since, '签名验证码')
    return { name: customer.contactName, method: 'phone-code', code }
  }

  /** The open task of a use case. */
  taskId(useCase: string): string {
    const task = this.case.openTasks.find((open) => open.useCase === useCase)
    if (!task) throw new Error(`${useCase} is not open`)
    return task.taskId
  }

  async prefill(who: string, useCase: string): Promise<Record<string, unknown>> {
    const path = `/api/v1/cases/${this.case.caseId}/tasks/${encodeURIComponent(this.taskId(useCase))}/prefill`
    return (await this.call('GET', path, undefined, who)) as Record<string, unknown>
  }

  async view(who: string): Promise<Record<string, unknown>> {
    return (await this.call('GET', `/api/v1/cases/${this.case.caseId}`, undefined, who)) as Record<string, unknown>
  }

  /** What must be refused, as the refusal. */
  async refusedBy(attempt: () => Promise<unknown>): Promise<Refused> {
    try {
      await attempt()
    } catch (error) {
      if (error instanceof Refused) return error
      throw error
    }
    throw new Error('this should have been refused')
  }

  /** A sheet of paper, drawn and uploaded; `title` and lines are what stands on it. */
  async paper(who: string, title: string, draw: () => Promise<Uint8Array>): Promise<{ sha256: string; name: string }> {
    return await this.upload(who, `${title}.jpg`, await draw(), 'image/jpeg')
  }

  /** Uploads a file and gives its reference. */
  async upload(
    who: string,
    name: string,
    bytes: Uint8Array,
    mediaType: string,
  ): Promise<{ sha256: string; name: string }> {
    const form = new FormData()
    form.set('file', new File([new Uint8Array(bytes)], name, { type: mediaType }))
    const response = await fetch(`${this.#options.baseUrl}/api/v1/files`, {
      method: 'POST',
      body: form,
      headers: { cookie: await this.cookieOf(who), 'accept-language': 'zh-CN' },
    })
    const body = (await response.json()) as { sha256: string }
    if (!response.ok) throw new Refused(`upload ${name}`, response.status, body as never)
    return { sha256: body.sha256, name }
  }

  async call(method: 'GET' | 'POST' | 'PATCH', path: string, body?: unknown, who?: string): Promise<unknown> {
    const response = await fetch(`${this.#options.baseUrl}${path}`, {
      method,
      headers: {
        'content-type': 'application/json',
        'accept-language': 'zh-CN',
        ...(method === 'GET' ? {} : { 'idempotency-key': randomUUID() }),
        ...(who ? { cookie: await this.cookieOf(who) } : {}),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    })
    const answer: unknown = await response.json()
    if (!response.ok) throw new Refused(`${who ?? 'nobody'}: ${method} ${path}`, response.status, answer as never)
    return answer
  }

  /** The cookie of a person, signed in at the first call. `13900000000` is a customer's phone, `@account-manager` the case's own, anything else the login of a member of staff. */
  async cookieOf(named: string): Promise<string> {
    const who = named === '@account-manager' ? await this.#accountManager() : named
    const known = this.#cookies.get(who)
    if (known) return known
    const cookie = /^1\d{10}$/.test(who) ? await this.#signInCustomer(who) : await this.#signInStaff(who)
    this.#cookies.set(who, cookie)
    return cookie
  }

  async #accountManager(): Promise<string> {
    const { accountManager } = (await this.view('liu-jianping')) as { accountManager: { staffId: string } | null }
    if (!accountManager) throw new Error('the case has no account manager')
    return accountManager.staffId
  }

  async #signInStaff(login: string): Promise<string> {
    const account = this.#options.accounts.find((candidate) => candidate.login === login)
    if (!account) throw new Error(`accounts.json has no ${login}`)
    return await signInStaff(this.#options.baseUrl, account)
  }

  async #signInCustomer(phone: string): Promise<string> {
    const since = Date.now() - 5_000
    const readCode: CustomerCredentials['readCode'] = async () => readNewestCode(this.#options.dataFolder, phone, since)
    return await signInCustomer(this.#options.baseUrl, { phone, readCode })
  }

  async #stopIfReached(): Promise<void> {
    const { until } = this.#options
    if (until === undefined || this.#stopped) return
    const view = (await this.view('liu-jianping')) as { stages: { stage: string; state: string }[] }
    this.#stopped = view.stages.some((stage) => stage.stage === until && stage.state !== 'next')
    if (this.#stopped) throw new StoppedAtStage(until)
  }
}

/** The code of the newest message to this phone in the outbox folder. */
export async function readNewestCode(
  dataFolder: string,
  phone: string,
  sinceMs: number,
  word = '验证码',
): Promise<string> {
  const folder = join(dataFolder, 'outbox')
  for (let tries = 0; tries < 100; tries += 1) {
    const messages = readdirSync(folder)
      // A message is written under a longer name first.
      .filter((name) => name.startsWith('sms-') && name.endsWith('.json'))
      .map((name) => ({ name, at: statSync(join(folder, name), { throwIfNoEntry: false })?.mtimeMs ?? 0 }))
      .filter((entry) => entry.at >= sinceMs)
      .sort((a, b) => b.at - a.at)
    for (const { name } of messages) {
      const text = readFileSync(join(folder, name), 'utf8')
      const code =
        text.includes(phone) && text.includes(word) ? /\b\d{6}\b/.exec(text.replaceAll(phone, ''))?.[0] : undefined
      if (code) return code
    }
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
  throw new Error(`no code for ${phone} arrived in ${folder}`)
}

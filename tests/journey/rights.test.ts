import { randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { routeKey } from '../../src/api/contract.ts'
import { rights } from '../../src/api/rights.ts'
import type { Actor, RoleGrant, VoltageClass } from '../../src/casefile/actor.ts'
import { mayDoTask } from '../../src/casefile/may-do-task.ts'
import type { StaffCaseView } from '../../src/casefile/views/staff-view.ts'
import { plainDate } from '../../src/kernel/index.ts'
import { hvFactory as factory } from '../../src/stories/hv-factory.ts'
import { hvHospitalDual as hospital } from '../../src/stories/hv-hospital-dual.ts'
import { lvResident as shop } from '../../src/stories/lv-resident.ts'
import { lvShopOneProof as grocer } from '../../src/stories/lv-shop-one-proof.ts'
import { Player, StoppedAtStage } from '../../src/stories/player.ts'
import { temporarySite as site } from '../../src/stories/temporary-site.ts'
import { appendFacts, openedCase } from '../case-builder.ts'
import { shippedStandards } from '../shipped-standards.ts'
import { type Journey, openJourney, type Reply, sendTo } from './open-journey.ts'
import { gatherPeople, type RightsPeople, type Trier } from './rights-people.ts'
import { caseRoutes, plainRoutes } from './rights-routes.ts'

/** Every role does what the table says and nothing else. A refusal is compared by status and code; a refused case never moves. */
let journey: Journey
let people: RightsPeople

beforeAll(async () => {
  journey = await openJourney({ poolSize: 2 })
  people = await gatherPeople(journey, shop.customer.phone)
})
afterAll(async () => await journey.close())

const refusals = {
  'not-signed-in': 401,
  'no-right': 403,
  'no-such-case': 404,
  'task-taken': 409,
} as const
type RefusalCode = keyof typeof refusals

interface CaseAt {
  readonly unitId: string
  readonly voltageClass: VoltageClass
}

const covers = (grant: RoleGrant, at: CaseAt) =>
  (grant.unitId === null || grant.unitId === at.unitId) && grant.voltageClasses.includes(at.voltageClass)

/** What the route's row alone says, before any case is looked at. */
function refusedByTable(key: string, trier: Trier): RefusalCode | undefined {
  const right = rights[key]
  if (!right) throw new Error(`${key} is not in the rights table`)
  if (right.who === 'public') return undefined
  if (trier.kind === 'nobody') return 'not-signed-in'
  if (right.who !== 'anyone-signed-in' && right.who !== trier.kind) return 'no-right'
  if (
    trier.kind === 'staff' &&
    right.roles &&
    !right.roles.some((role) => trier.grants.some((has) => has.role === role))
  )
    return 'no-right'
  return undefined
}

/** May the person know of the case at all? */
function sees(trier: Trier, at: CaseAt, ownCustomer: string): boolean {
  if (trier.company === 'theirs') return false
  return trier.kind === 'customer' ? trier.name === ownCustomer : trier.grants.some((grant) => covers(grant, at))
}

/** Asked at once: more than two hundred requests wait for two connections, and not so many that a busy machine gives some up. */
const atOnce = 240

async function tryAll<T extends { trier: Trier; method: 'GET' | 'POST' | 'PATCH'; path: string; body?: unknown }>(
  attempts: readonly T[],
): Promise<{ attempt: T; reply: Reply }[]> {
  const tried: { attempt: T; reply: Reply }[] = []
  for (let from = 0; from < attempts.length; from += atOnce) {
    const group = attempts.slice(from, from + atOnce).map(async (attempt) => {
      const { method, path, body, trier } = attempt
      return { attempt, reply: await sendTo(journey.server.url, method, path, { body }, trier.cookie) }
    })
    tried.push(...(await Promise.all(group)))
  }
  return tried
}

/** What people left in the case; warnings of the clocks come by themselves. */
const factsOfPeople = (view: StaffCaseView) => view.facts.filter((fact) => !fact.by.startsWith('system:')).length

const describeReply = ({ status, code }: Reply) => (status < 300 ? 'ok' : `${status} ${code}`)
const expectedReply = (code: RefusalCode) => `${refusals[code]} ${code}`

describe('routes that concern no case', () => {
  it('every row of the table is tried by one of the tables of this test', () => {
    const tasks = Object.keys(rights).filter((key) => key.startsWith('tasks.'))
    expect([...Object.keys(plainRoutes), ...Object.keys(caseRoutes), ...tasks].sort()).toEqual(
      Object.keys(rights).sort(),
    )
  })

  it('are open to exactly those the table names, many asked at once', async () => {
    const attempts = Object.entries(plainRoutes).flatMap(([key, route]) =>
      people.triers.map((trier) => ({ key, trier, ...route, path: `/api/v1${route.path}` })),
    )
    expect(attempts.length).toBeGreaterThan(200)
    const wrong = (await tryAll(attempts)).flatMap(({ attempt, reply }) => {
      const refused = refusedByTable(attempt.key, attempt.trier)
      const got = describeReply(reply)
      const right = refused
        ? got === expectedReply(refused)
        : attempt.accepted.includes(reply.status < 300 ? 'ok' : (reply.code ?? ''))
      return right ? [] : [`${attempt.key} by ${attempt.trier.name}: ${got}, expected ${refused ?? attempt.accepted}`]
    })
    expect(wrong).toEqual([])
  })
})

describe('routes on a case', () => {
  async function openCases() {
    const made: { caseId: string; at: CaseAt; player: Player }[] = []
    for (const [story, unitId] of [
      [shop, 'chengguan'],
      [shop, 'shiqiao'],
      [hospital, 'chengguan'],
    ] as const) {
      const player = journey.newPlayer({ until: 'acceptance' })
      const customer = {
        ...story.customer,
        unitId,
        phone: story === shop ? shop.customer.phone : hospital.customer.phone,
      }
      await expect(story.play(player, customer)).rejects.toThrow(StoppedAtStage)
      made.push({ caseId: player.case.caseId, at: { unitId, voltageClass: story === shop ? 'lv' : 'hv' }, player })
    }
    return made
  }

  it('answer as the table and the case say, for every person, unit, class and company', async () => {
    const cases = await openCases()
    let tried = 0
    for (const { caseId, at, player } of cases) {
      const taskId = player.taskId('accept-application')
      const before = factsOfPeople(await journey.showCase(caseId))
      const ownCustomer = at.voltageClass === 'lv' ? 'own customer' : '-'
      // Low voltage only is another class where the case is high voltage; elsewhere it would say nothing new.
      const triers = people.triers.filter((trier) => at.voltageClass === 'hv' || !trier.name.startsWith('low '))
      const refused = Object.entries(caseRoutes).flatMap(([key, route]) =>
        triers.flatMap((trier) => {
          const code =
            refusedByTable(key, trier) ??
            (sees(trier, at, ownCustomer) ? refusedOnCase(key, trier, at) : 'no-such-case')
          if (code === undefined) return []
          return [
            { key, trier, code, method: route.method, path: route.path(caseId, taskId), body: route.body?.(taskId) },
          ]
        }),
      )
      const wrong = (await tryAll(refused)).flatMap(({ attempt, reply }) => {
        const got = describeReply(reply)
        return got === expectedReply(attempt.code)
          ? []
          : [
              `${attempt.key} by ${attempt.trier.name} on ${at.unitId} ${at.voltageClass}: ${got}, expected ${attempt.code}`,
            ]
      })
      expect(wrong).toEqual([])
      expect(factsOfPeople(await journey.showCase(caseId))).toBe(before)
      tried += refused.length
    }
    expect(tried).toBeGreaterThan(4_000)
  })

  /** Roles that count only where they cover the case. */
  function refusedOnCase(key: string, trier: Trier, at: CaseAt): RefusalCode | undefined {
    const roles = caseRoutes[key]?.roles ?? rights[key]?.roles
    if (trier.kind !== 'staff' || !roles) return undefined
    return trier.grants.some((grant) => roles.includes(grant.role) && covers(grant, at)) ? undefined : 'no-right'
  }

  it('let those through whom the table names', async () => {
    let through = 0
    for (const [key, route] of Object.entries(caseRoutes)) {
      const player = journey.newPlayer({ until: 'acceptance' })
      await expect(shop.play(player, shop.customer)).rejects.toThrow(StoppedAtStage)
      const { caseId } = player.case
      const taskId = player.taskId('accept-application')
      const at: CaseAt = { unitId: 'chengguan', voltageClass: 'lv' }
      for (const trier of people.triers) {
        if (refusedByTable(key, trier) || !sees(trier, at, 'own customer') || refusedOnCase(key, trier, at)) continue
        const reply = await sendTo(
          journey.server.url,
          route.method,
          route.path(caseId, taskId),
          { body: route.body?.(taskId) },
          trier.cookie,
        )
        expect(route.accepted, `${key} by ${trier.name}: ${describeReply(reply)}`).toContain(
          reply.status < 300 ? 'ok' : reply.code,
        )
        through += 1
      }
    }
    expect(through).toBeGreaterThan(200)
  })

  it('a case of the other company is not found, exactly like one that never was', async () => {
    const [first] = await openCases()
    if (!first) throw new Error('no case')
    const stranger = people.triers.find((trier) => trier.name === 'stranger')
    for (const [key, route] of Object.entries(caseRoutes)) {
      const replies = []
      for (const caseId of [first.caseId, randomUUID()]) {
        const path = route.path(caseId, 'accept-application#1')
        replies.push(
          await sendTo(
            journey.server.url,
            route.method,
            path,
            { body: route.body?.('accept-application#1') },
            stranger?.cookie,
          ),
        )
      }
      expect(replies[0], key).toEqual(replies[1])
    }
  })
})

describe('lists', () => {
  it('show each person only cases and tasks of the own unit, class and company', async () => {
    const replies = await tryAll(
      people.triers
        .filter((trier) => trier.kind === 'staff')
        .flatMap((trier) => [
          { trier, method: 'GET' as const, path: '/api/v1/cases?limit=200' },
          { trier, method: 'GET' as const, path: '/api/v1/cases?search=%E6%BE%84%E6%BA%AA&limit=200' },
          { trier, method: 'GET' as const, path: '/api/v1/inbox?queue=team&limit=200' },
          { trier, method: 'GET' as const, path: '/api/v1/inbox?queue=claimable&limit=200' },
        ]),
    )
    let rows = 0
    for (const { attempt, reply } of replies) {
      expect(reply.status).toBe(200)
      const listed: Record<string, string>[] = reply.body.cases ?? reply.body.tasks
      for (const row of listed) {
        const at = {
          unitId: row.unitId ?? row.unit_id ?? '',
          voltageClass: (row.voltageClass ?? row.voltage_class) as VoltageClass,
        }
        const grants = attempt.trier.grants.filter((grant) => covers(grant, at))
        expect(grants.length, `${attempt.trier.name} sees ${JSON.stringify(row)}`).toBeGreaterThan(0)
        if (attempt.path.includes('claimable')) expect(grants.map((grant) => grant.role as string)).toContain(row.role)
        rows += 1
      }
      if (attempt.trier.company === 'theirs') expect(listed).toEqual([])
    }
    expect(rows).toBeGreaterThan(500)
  })
})

/** Tries every step with everybody before the one whose step it is does it. */
class WatchedPlayer extends Player {
  refused = 0
  seen = 0
  readonly useCases = new Set<string>()
  readonly wrong: string[] = []

  override async do(who: string, useCase: string, form: Record<string, unknown>, elementId?: string) {
    await watchStep(this, useCase, form, elementId)
    return await super.do(who, useCase, form, elementId)
  }
}

async function watchStep(player: WatchedPlayer, useCase: string, form: Record<string, unknown>, elementId?: string) {
  const view = await journey.showCase(player.case.caseId)
  const task = view.tasks.find((open) => open.useCase === useCase && (!elementId || open.elementId === elementId))
  if (!task) throw new Error(`${useCase} is not open`)
  const at: CaseAt = view.profile
  const key = `tasks.${routeKey(useCase)}`
  const mayDo = (trier: Trier, role: string) => {
    const as = role === 'customer' ? ['clerk', 'account-manager'] : [role]
    return trier.company === 'ours' && trier.grants.some((grant) => as.includes(grant.role) && covers(grant, at))
  }
  const named = rights[key]?.roles ?? []
  // Of those who cannot even see the case, the ones who hold a role of the step.
  const tempted = (trier: Trier) =>
    !/^(away|low)/.test(trier.name) || trier.grants.some((grant) => named.includes(grant.role))
  const attempts = people.triers.filter(tempted).flatMap((trier) => {
    const code =
      refusedByTable(key, trier) ??
      (sees(trier, at, '-') ? undefined : 'no-such-case') ??
      (mayDo(trier, task.role) ? undefined : 'no-right') ??
      (task.assignee && task.assignee.staffId !== trier.staffId ? 'task-taken' : undefined)
    const path = `/api/v1/cases/${view.caseId}/tasks/${encodeURIComponent(task.taskId)}/${useCase}`
    return code ? [{ trier, code, method: 'POST' as const, path, body: form }] : []
  })
  for (const { attempt, reply } of await tryAll(attempts)) {
    if (describeReply(reply) !== expectedReply(attempt.code))
      player.wrong.push(`${useCase} by ${attempt.trier.name}: ${describeReply(reply)}, expected ${attempt.code}`)
  }
  player.refused += attempts.length
  player.useCases.add(useCase)
  const watching = people.triers.filter(
    (trier) => trier.name.startsWith('own ') && trier.kind === 'staff' && sees(trier, at, '-'),
  )
  const looks = watching.map((trier) => ({ trier, method: 'GET' as const, path: `/api/v1/cases/${view.caseId}` }))
  for (const { attempt, reply } of await tryAll(looks)) {
    for (const shown of reply.body.tasks as (typeof view)['tasks']) {
      player.seen += 1
      if (
        shown.mayDo !==
        (mayDo(attempt.trier, shown.role) && (!shown.assignee || shown.assignee.staffId === attempt.trier.staffId))
      )
        player.wrong.push(`${shown.useCase} shown to ${attempt.trier.name} as ${shown.mayDo}`)
    }
  }
  const after = await journey.showCase(view.caseId)
  if (factsOfPeople(after) !== factsOfPeople(view)) player.wrong.push(`${useCase}: a refused attempt moved the case`)
}

describe('steps of the process', () => {
  it('are refused to everybody else, at every step of four whole cases', async () => {
    const useCases = new Set<string>()
    let refused = 0
    let seen = 0
    for (const story of [hospital, factory, grocer, site]) {
      const player = new WatchedPlayer(playerOptions(), journey.newPlayer())
      await story.play(player, story.customer)
      expect(player.wrong).toEqual([])
      refused += player.refused
      seen += player.seen
      for (const name of player.useCases) useCases.add(name)
    }
    const all = Object.keys(rights).filter((key) => key.startsWith('tasks.'))
    const played = [...useCases].map((name) => `tasks.${routeKey(name)}`)
    expect(all.filter((key) => !played.includes(key))).toEqual(['tasks.completeApplication'])
    expect(refused).toBeGreaterThan(3_000)
    expect(seen).toBeGreaterThan(2_000)
  })
})

const playerOptions = () => ({
  baseUrl: journey.server.url,
  accounts: [...journey.accounts, ...people.accounts],
  dataFolder: journey.database.dataFolder,
})

/** One person with every role does each step first where the rules let him; of customers' steps those in `atCounter`. */
class SoloPlayer extends Player {
  readonly apart = new Set<string>()
  atCounter: ReadonlySet<string> = new Set()

  override async do(who: string, useCase: string, form: Record<string, unknown>, elementId?: string) {
    const isCustomers = /^1\d{10}$/.test(who)
    if (isCustomers && !this.atCounter.has(useCase)) return await super.do(who, useCase, form, elementId)
    const counter = isCustomers ? { ...form, counterVisit: { cause: '客户到厅办理' } } : form
    try {
      return await super.do('solo', useCase, counter, elementId)
    } catch (error) {
      const refused = await this.refusedBy(() => Promise.reject(error))
      if (refused.code === 'duty-separated') this.apart.add(useCase)
      else if (refused.code !== 'task-taken') throw error
      return await super.do(who, useCase, form, elementId)
    }
  }
}

describe('separated duties', () => {
  const handsIn = new Set(['submit-design-files', 'report-concealed-works', 'report-completion', 'rectify-defects'])

  it('the second step of a pair never goes to who did the first', async () => {
    const apart = new Set<string>()
    for (const story of [hospital, factory]) {
      const player = new SoloPlayer(playerOptions(), journey.newPlayer())
      player.atCounter = handsIn
      await story.play(player, story.customer)
      for (const name of player.apart) apart.add(name)
    }
    // Solo drafts, hands in, determines and ties in; what the table sets against that is another's.
    expect([...apart].sort()).toEqual([
      'check-before-energising',
      'countersign-contract',
      'energise',
      'inspect-completion',
      'inspect-interim',
      'review-design',
      'set-up-billing',
      'settle-fees',
      'sign-off-plan',
    ])
  })

  it('who reviewed or inspected does not hand in at the counter what he will judge again', async () => {
    const player = new SoloPlayer(playerOptions(), journey.newPlayer())
    const watched = new Set<string>()
    const doStep = player.do.bind(player)
    player.do = async (who, useCase, form, elementId) => {
      // The first hand-in is the customer's own; after solo judged it he tries the second.
      if (watched.has(useCase)) player.atCounter = new Set([useCase])
      if (useCase === 'submit-design-files') watched.add(useCase)
      if (useCase === 'inspect-completion') watched.add('rectify-defects')
      return await doStep(who, useCase, form, elementId)
    }
    await factory.play(player, factory.customer)
    expect([...player.apart]).toEqual(expect.arrayContaining(['submit-design-files', 'rectify-defects']))
  })

  it('every row of the published table, whatever the order', async () => {
    const standards = await shippedStandards()
    const today = plainDate('2026-03-02')
    const rows = pairsOfTable()
    expect(rows.length).toBeGreaterThanOrEqual(20)
    for (const [useCase, apartFrom] of rows) {
      const actor = soloActor('solo')
      const open = {
        taskId: `${useCase}#2`,
        elementId: useCase,
        useCase,
        role: 'manager',
        stage: 's',
        clockOwner: 'company',
      }
      const done = { taskId: `${apartFrom}#1`, elementId: apartFrom, useCase: apartFrom }
      const file = appendFacts(
        appendFacts(openedCase(), [
          {
            type: 'task-opened',
            body: { ...done, role: 'manager', stage: 's', clockOwner: 'company', customerVisible: true },
          },
        ]),
        [
          { type: 'task-completed', body: done },
          { type: 'task-opened', body: { ...open, customerVisible: true } },
        ],
        actor,
      )
      const task = file.state.tasks.get(`${useCase}#2`)
      if (!task) throw new Error('the task is not open')
      expect(mayDoTask(actor, file, task, standards, today)).toMatchObject({
        ok: false,
        refusal: { code: 'duty-separated', data: { useCase, apartFrom } },
      })
      expect(mayDoTask(soloActor('another'), file, task, standards, today).ok).toBe(true)
    }
  })
})

const soloActor = (staffId: string): Actor => ({
  kind: 'staff',
  companyId: 'test',
  staffId,
  name: staffId,
  unitId: 'unit-1',
  grants: [{ role: 'manager', unitId: null, voltageClasses: ['lv', 'hv'] }],
})

/** The pairs as the published file writes them, read without our own reader. */
function pairsOfTable(): [string, string][] {
  const xml = readFileSync('standards/decisions/separation-of-duties.dmn', 'utf8')
  return xml
    .split('<rule ')
    .slice(1)
    .map((rule) => {
      const [useCase = '', apartFrom = ''] = [...rule.matchAll(/<text>"([a-z-]+)"<\/text>/g)].map(
        (match) => match[1] ?? '',
      )
      return [useCase, apartFrom]
    })
}

it('nothing of all this was a mistake of the server', () => {
  expect(journey.internalErrors).toEqual([])
})

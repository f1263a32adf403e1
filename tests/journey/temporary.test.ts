import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { ReservationPage } from '../../src/service/capacity-ledger/show-reservations.ts'
import { enterprise } from '../../src/stories/customers.ts'
import { lvShopOneProof } from '../../src/stories/lv-shop-one-proof.ts'
import { accept, accountManager, applyOnPhone, returnVisit } from '../../src/stories/passages.ts'
import { playUntil } from '../../src/stories/play-until.ts'
import { type Answer, Player } from '../../src/stories/player.ts'
import { temporarySite } from '../../src/stories/temporary-site.ts'
import { type Journey, openJourney } from './open-journey.ts'

/** 临时用电: a last day within the rule, reminders, extension, the end, or a lasting supply that takes over. */
let journey: Journey

beforeAll(async () => {
  journey = await openJourney()
})
afterAll(async () => await journey.close())

const site = (serial: number) =>
  enterprise(serial, `澄溪临时工地${serial}`, '袁工', `澄溪县城关镇纬五路 ${serial} 号工地`)

const applyFor = async (player: Player, serial: number, neededUntil: string | undefined) =>
  await applyOnPhone(player, {
    customer: site(serial),
    kind: 'temporary',
    category: 'non-resident',
    proof: 'construction-permit',
    load: { requestedKw: 90, isThreePhase: true, ...(neededUntil ? { neededUntil } : {}) },
  })

/** The site of this number where `useCase` is open. */
const siteAt = async (useCase: string, serial: number): Promise<Player> =>
  await playUntil(temporarySite, useCase, site(serial), journey.playing, journey.newPlayer())

async function listed(query: string): Promise<ReservationPage> {
  const { body } = await journey.send('GET', `/api/v1/network/reservations?${query}`, { as: 'shen-yiwen' })
  return body as unknown as ReservationPage
}

const factsOf = async (player: Player, type: string) =>
  (await journey.showCase(player.case.caseId)).facts.filter((fact) => fact.type === type)

const switchingOff = (player: Player) => ({
  switchedOffAt: player.now,
  operator: '曹运',
  guardian: '秦峰',
  switchingOrderNumber: `CZP-${player.today}`,
  removedAt: player.now,
  photos: [],
  note: '',
})

/** Plays a story whose designer ties the customer in at a transformer that the network file has. */
class SiteOnTransformer extends Player {
  readonly #transformer: string

  constructor(transformer: string, ...rest: ConstructorParameters<typeof Player>) {
    super(...rest)
    this.#transformer = transformer
  }

  override async do(...[login, useCase, form, ...rest]: Parameters<Player['do']>): Promise<Answer> {
    const { sources, ...plan } = form
    if (useCase !== 'draft-supply-plan') return await super.do(login, useCase, form, ...rest)
    const tiedIn = (sources as readonly object[]).map((source) => ({ ...source, feeder: this.#transformer }))
    const deviations = ['supplyRadius', 'drop', 'lineAmpacity'].map((rule) => ({
      check: `source.1.${rule}`,
      reason: '工地在用期间另设临时线路',
    }))
    return await super.do(login, useCase, { ...plan, sources: tiedIn, deviations }, ...rest)
  }
}

describe('the last day', () => {
  it('is asked for, lies ahead, and within the months the rule allows on that day', async () => {
    const player = journey.newPlayer()
    await player.at('2026-03-02 09:00')
    const faults = async (until: string | undefined) =>
      (await player.refusedBy(() => applyFor(player, 501, until))).faults.map(({ path, code }) => `${path}: ${code}`)
    expect(await faults(undefined)).toEqual(['load.neededUntil: required'])
    expect(await faults('2026-03-02')).toEqual(['load.neededUntil: temporary-ends-in-the-past'])
    expect(await faults('2029-03-02')).toEqual(['load.neededUntil: temporary-too-long'])
    // Three years from 2 March 2026 end on 1 March 2029.
    await applyFor(player, 501, '2029-03-01')
    await accept(player, 'he-min')
    const view = await journey.showCase(player.case.caseId)
    expect(view.process?.name).toBe('lv-temporary')
    expect(view.stages.map((stage) => stage.stage)).toEqual([
      'acceptance',
      'plan-reply',
      'works',
      'connect',
      'temporary-use',
      'removal',
    ])
  })

  it('stands in the contract, and billing is told', async () => {
    const player = await siteAt('end-temporary-supply', 502)
    const [drafted] = await factsOf(player, 'contract-text-fixed')
    const clauses = drafted?.body.clauses as { clauseId: string; text: { zh: string } }[]
    expect(clauses.find(({ clauseId }) => clauseId === 'temporary-use')?.text.zh).toContain('用电至2026-06-30为止')
    expect(clauses.find(({ clauseId }) => clauseId === 'term-temporary')?.text.zh).toContain('至2026-06-30')
    expect(clauses.some(({ clauseId }) => clauseId === 'term')).toBe(false)
    expect((await factsOf(player, 'billing-set-up'))[0]?.body).toMatchObject({ temporaryUntil: '2026-06-30' })
  })
})

describe('reminders', () => {
  it('reach customer and account manager once before the day and once after it, and move with an extension', async () => {
    const player = await siteAt('return-visit', 503)
    await returnVisit(player, accountManager)
    const told = async () => [
      (await factsOf(player, 'date-ending-told')).map((fact) => fact.body.on),
      (await factsOf(player, 'date-over-told')).map((fact) => fact.body.on),
    ]
    await journey.at('2026-05-31 08:00')
    expect(await told()).toEqual([[], []])
    // Thirty days before 30 June.
    await journey.at('2026-05-31 08:31')
    expect(await told()).toEqual([['2026-06-30'], []])
    await player.at('2026-06-10 10:00')
    await player.do(site(503).phone, 'end-temporary-supply', {
      decision: 'extend',
      until: '2026-08-31',
      reason: '雨季停工',
    })
    await player.do('wei-qing', 'decide-extension', { approves: true, opinion: '同意' })
    await journey.at('2026-07-02 09:00')
    expect(await told()).toEqual([['2026-06-30'], []])
    await journey.at('2026-09-01 08:31')
    expect(await told()).toEqual([['2026-06-30', '2026-08-31'], ['2026-08-31']])
    await journey.at('2026-09-02 08:31')
    expect(await told()).toEqual([['2026-06-30', '2026-08-31'], ['2026-08-31']])
  })
})

describe('an extension', () => {
  it('moves on, stays within the rule counted from switching on, and is not for who comes too late', async () => {
    const player = await siteAt('end-temporary-supply', 504)
    const ask = (until: string | undefined) =>
      player.refusedBy(() =>
        player.do(site(504).phone, 'end-temporary-supply', {
          decision: 'extend',
          reason: '工期推迟',
          ...(until ? { until } : {}),
        }),
      )
    await player.at('2026-06-10 10:00')
    expect((await ask(undefined)).faults).toMatchObject([{ path: 'until', code: 'required' }])
    expect((await ask('2026-06-30')).faults).toMatchObject([{ path: 'until', code: 'not-an-extension' }])
    // On since 6 March 2026: three years end on 5 March 2029.
    expect((await ask('2029-03-06')).faults).toMatchObject([{ path: 'until', code: 'temporary-too-long' }])
    await player.at('2026-07-01 10:00')
    expect((await ask('2026-08-31')).faults).toMatchObject([{ path: 'until', code: 'temporary-has-ended' }])
  })

  it('may be refused, with the reason, and the day stays', async () => {
    const player = await siteAt('decide-extension', 505)
    await player.do('wei-qing', 'decide-extension', { approves: false, opinion: '线路改造，九月起停用' })
    expect(player.case.openTasks.map((task) => task.useCase)).toEqual(['end-temporary-supply'])
    expect((await journey.showCase(player.case.caseId)).variables.temporaryUntil).toBe('2026-06-30')
  })
})

describe('the end', () => {
  it('gives the capacity of the public transformer back to the ledger', async () => {
    const openCapacity = async () => {
      const { body } = await journey.send('GET', '/api/v1/network/open-capacity', { as: 'shen-yiwen' })
      return body.distributionTransformers as readonly { name: string; openKva: number }[]
    }
    const before = await openCapacity()
    const widest = before.toSorted((a, b) => b.openKva - a.openKva)[0]?.name
    const player = new SiteOnTransformer(String(widest), journey.playing, journey.newPlayer())
    await temporarySite.play(player, site(510))
    const [row] = (await listed(`list=ended&caseId=${player.case.caseId}`)).rows
    const path = `/api/v1/network/reservations/history?reservation=${row?.id}`
    const { body } = await journey.send('GET', path, { as: 'shen-yiwen' })
    const entries = body.entries as readonly { fact: { type: string } }[]
    expect(entries.map(({ fact }) => fact.type)).toEqual(['reserved', 'energised', 'released'])
    expect(await openCapacity()).toEqual(before)
    expect(journey.internalErrors).toEqual([])
  })

  it('switches off before it takes back, reads every meter, and closes the account under a higher revision', async () => {
    const player = await siteAt('switch-off-supply', 506)
    const early = { guardian: '曹运', removedAt: player.instant('2026-08-20 08:00').toISOString() }
    const faulty = await player.refusedBy(() =>
      player.do('cao-yun', 'switch-off-supply', { ...switchingOff(player), ...early }),
    )
    expect(faulty.faults.map(({ path, code }) => `${path}: ${code}`)).toEqual([
      'removedAt: before-earlier-step',
      'guardian: two-persons-needed',
    ])
    await player.do('cao-yun', 'switch-off-supply', switchingOff(player))
    const { removedMeters } = await player.prefill('sun-li', 'take-back-meters')
    const [first] = removedMeters as { meterNumber: string }[]
    const readings = { totalKwh: 100, peakKwh: 40, flatKwh: 40, valleyKwh: 20 }
    const take = (meters: object[], terminalTaken = true) =>
      player.do('sun-li', 'take-back-meters', {
        takenAt: player.now,
        takenBy: '孙立',
        removedMeters: meters,
        terminalTaken,
        returnedTo: '城关表库',
        photos: [],
        note: '',
      })
    const other = await player.refusedBy(() =>
      take([{ meterNumber: 'OTHER-1', lastReadings: readings, sealsIntact: true }], false),
    )
    expect(other.faults.map(({ code }) => code)).toEqual([
      'meter-not-of-this-supply',
      'meter-not-taken',
      'terminal-not-taken',
    ])
    await take([{ ...first, lastReadings: readings, sealsIntact: true }])
    await player.do('wei-qing', 'close-billing', { confirmed: true, note: '' })
    expect((await factsOf(player, 'billing-closed'))[0]?.body).toMatchObject({
      revision: 2,
      closingMeters: [{ meterNumber: first?.meterNumber, lastReadings: readings }],
    })
    expect((await journey.showCase(player.case.caseId)).status).toBe('open')
    const { materials } = await player.prefill('fan-rui', 'archive-file')
    await player.do('fan-rui', 'archive-file', { archiveNumber: 'DA-506', place: '三柜', materials, note: '' })
    expect((await journey.showCase(player.case.caseId)).status).toBe('closed')
  })

  it('waits for the lasting supply that takes over, and for nobody else’s', async () => {
    const player = await siteAt('end-temporary-supply', 507)
    const customer = site(507)
    const lasting = journey.newPlayer()
    await lasting.at('2026-06-01 09:00')
    await applyOnPhone(lasting, {
      customer,
      category: 'non-resident',
      proof: 'business-licence',
      load: { requestedKw: 40, isThreePhase: true },
    })
    const others = journey.newPlayer()
    await applyOnPhone(others, {
      customer: enterprise(508, '别家小店', '某人', '澄溪县城关镇东街 9 号'),
      category: 'non-resident',
      proof: 'business-licence',
      load: { requestedKw: 10, isThreePhase: false },
    })
    const want = (lastingCaseNumber: string | undefined) =>
      player.do(customer.phone, 'end-temporary-supply', {
        decision: 'lasting',
        reason: '已申请正式用电',
        ...(lastingCaseNumber ? { lastingCaseNumber } : {}),
      })
    await player.at('2026-06-02 09:00')
    expect((await player.refusedBy(() => want(undefined))).faults).toMatchObject([{ code: 'required' }])
    for (const number of ['YK-0', others.case.caseNumber]) {
      const refused = await player.refusedBy(() => want(number))
      expect(refused.faults).toMatchObject([{ path: 'lastingCaseNumber', code: 'no-such-lasting-case' }])
    }
    await want(lasting.case.caseNumber)
    const early = await player.refusedBy(() => player.do('cao-yun', 'switch-off-supply', switchingOff(player)))
    expect(early.code).toBe('lasting-supply-not-on')
  })
})

it('an increase finds the supply that an archived case of ours left', async () => {
  const player = journey.newPlayer()
  const shop = enterprise(509, '澄溪回头客面馆', '方晴', '澄溪县城关镇东街 31 号')
  await lvShopOneProof.play(player, { ...shop, kind: 'sole-trader' })
  const [billing] = await factsOf(player, 'billing-set-up')
  const accountNumber = String(billing?.body.accountNumber)
  const more = journey.newPlayer()
  await more.at('2026-04-01 09:00')
  await applyOnPhone(more, {
    customer: shop,
    kind: 'increase',
    category: 'non-resident',
    proof: 'business-licence',
    existingAccountNumber: accountNumber,
    load: { requestedKw: 15, existingKva: 40, isThreePhase: true },
  })
  await more.verb('he-min', 'claim-task', { taskId: more.taskId('accept-application') })
  const { existingSupply } = await more.prefill('he-min', 'accept-application')
  expect(existingSupply).toMatchObject({
    accountNumber,
    capacityKva: 40,
    voltageKv: 0.38,
    contractNumber: billing?.body.contractNumber,
    contractSignedOn: '2026-03-04',
    meters: [{ meterNumber: '3310000020' }],
  })
})

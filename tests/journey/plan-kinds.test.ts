import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { PlanOptions } from '#service/plan-options/draft-plans'
import type { ProvedPlan } from '#service/plan-options/prove-plan'
import { accountManager, signOff } from '../../src/stories/passages.ts'
import type { Player } from '../../src/stories/player.ts'
import { type Journey, openJourney } from './open-journey.ts'
import { type Site, waitingForPlan } from './waiting-for-plan.ts'

let journey: Journey
beforeAll(async () => {
  journey = await openJourney()
})
afterAll(async () => await journey?.close())

const designer = 'shen-yiwen'
const surveyed = async (site: Site) => await waitingForPlan(journey, site)
const post = async (player: Player, path: string, body: unknown) =>
  await journey.send('POST', `/api/v1/cases/${player.case.caseId}/${path}`, { as: designer, body, language: 'en' })
const draft = async (player: Player, body: unknown = {}) =>
  (await post(player, 'plan-options', body)).body as unknown as PlanOptions
const prove = async (player: Player, body: unknown) =>
  (await post(player, 'plan-proof', body)).body as unknown as ProvedPlan

describe('a shop at low voltage', () => {
  it('gets the public transformer with room: drawn, proved, taken as it is, and proved again at hand-in', async () => {
    const player = await surveyed({
      number: 61,
      load: { requestedKw: 40, isThreePhase: true },
      survey: { approvedLoadKw: 40, lineDistanceM: 40, location: { longitude: 120.5014, latitude: 29.8778 } },
      accept: { wantsShort: true, standardsConfirmed: true },
    })
    const { plans, need } = await draft(player)
    expect(need.voltage.kv).toBe(0.38)
    const [best] = plans
    if (!best) throw new Error('no plan')
    const [source] = best.sources
    expect(best.sources).toHaveLength(1)
    expect(source).toMatchObject({ kind: 'public-transformer', feeder: expect.stringContaining('10 kV') })
    expect(source?.checks.map(({ rule }) => rule)).toEqual([
      'lowVoltage.publicTransformerLoading',
      'lowVoltage.supplyRadius',
      'lowVoltage.drop',
      'proof.lineAmpacity',
    ])
    expect(source?.route.points.length).toBeGreaterThanOrEqual(2)
    expect(best.cost.lowFen).toBeGreaterThan(0)
    const [filled] = best.form.sources
    expect(filled).toMatchObject({ feeder: source?.accessPoint, capacityKva: 40, voltageKv: 0.38 })
    const drawn = { accessPoint: source?.accessPoint, capacityKva: 40, conductor: 'YJV22-0.4-16' }
    const thin = await prove(player, { mode: 'single', sources: [drawn] })
    expect(thin.departures.map(({ check }) => check)).toContain('source.1.lineAmpacity')
    await player.do(designer, 'give-supply-plan', { ...best.form, opinion: '就近公变接入', replyMethod: 'portal' })
    const { facts } = await journey.showCase(player.case.caseId)
    const handedIn = facts.findLast(({ type }) => type === 'supply-plan-drafted')
    expect(handedIn?.body.networkVersion).toBe(1)
    expect(handedIn?.body.checks).toEqual(
      expect.arrayContaining([expect.objectContaining({ check: 'source.1.publicTransformerLoading', verdict: 'met' })]),
    )
    const compared = facts.findLast(({ type }) => type === 'plan-compared')
    expect(compared?.body).toMatchObject({ draft: { rank: 1 }, best: { rank: 1 } })
    expect(journey.internalErrors).toEqual([])
  })
})

describe('a factory at 10 kV', () => {
  it('another point, line and transformer are proved at once, with what they cost', async () => {
    const player = await surveyed({
      number: 62,
      load: { requestedKw: 560, requestedKva: 800, isThreePhase: true },
      survey: { approvedCapacityKva: 800, customerWorks: true, gridWorks: true, lineDistanceM: 480 },
    })
    const { plans, conductors, transformerSizesKva } = await draft(player)
    const [best, other] = plans
    if (!best || !other) throw new Error('no plans')
    expect(conductors.length).toBeGreaterThan(5)
    expect(transformerSizesKva).toContain(1000)
    const moved = await prove(player, {
      mode: best.mode,
      sources: [{ accessPoint: other.sources[0]?.accessPoint, capacityKva: 800 }],
    })
    // No feeder said: the one that feeds the point.
    expect(moved.sources[0]?.feeder).toBe(other.sources[0]?.feeder)
    expect(moved.cost.highFen).toBe(other.cost.highFen)
    const larger = await prove(player, {
      mode: best.mode,
      transformer: { unitKva: 1000, count: 1 },
      sources: [{ accessPoint: best.sources[0]?.accessPoint, capacityKva: 1000 }],
    })
    expect(larger.form).toMatchObject({ approvedCapacityKva: 1000, transformers: [{ capacityKva: 1000, count: 1 }] })
    // The survey approved 800 kVA: whoever gives more says why.
    expect(larger.departures.map(({ check }) => check)).toContain('capacity')
    const sent = { ...larger.form, opinion: '按最大负荷留裕度' }
    const refused = await player.refusedBy(() => player.do(designer, 'draft-supply-plan', sent))
    expect(refused.faults).toMatchObject([{ code: 'deviation-needs-reason' }])
    const deviations = larger.departures.map(({ check }) => ({ check, reason: '客户二期设备同址投运' }))
    await player.do(designer, 'draft-supply-plan', { ...sent, deviations })
    const { facts } = await journey.showCase(player.case.caseId)
    expect(facts.findLast(({ type }) => type === 'plan-compared')?.body).toMatchObject({
      plan: { accessPoints: [best.sources[0]?.accessPoint] },
      draft: { rank: 1 },
    })
    // Costs of the comparison are the company's own: the customer's view does not hold the fact.
    const seen = await journey.send('GET', `/api/v1/my/cases/${player.case.caseId}`, { as: '13800000062' })
    expect(JSON.stringify(seen.body)).not.toContain('lifeCycleFen')
  })

  it('harmonics, changing loads and dwellings of the survey are checked', async () => {
    const player = await surveyed({
      number: 63,
      load: { requestedKw: 560, requestedKva: 800, isThreePhase: true },
      survey: {
        approvedCapacityKva: 800,
        customerWorks: true,
        gridWorks: true,
        lineDistanceM: 480,
        loadNature: 'harmonic',
        harmonicCurrents: [{ order: 5, currentA: 900 }],
        changingLoads: [{ changeKw: 200, changeKvar: 500, perHour: 20 }],
        residentialCompound: true,
        dwellings: [{ areaM2: 100, count: 60 }],
      },
    })
    const { plans, need } = await draft(player)
    // 60 dwellings of 6 kW, 20 on a phase: 0.45 to 0.5.
    expect(need.loadKw).toBeGreaterThan(0.45 * 360)
    expect(need.loadKw).toBeLessThan(0.5 * 360)
    const checks = plans[0]?.sources[0]?.checks ?? []
    const verdictOf = (rule: string) => checks.find((check) => check.rule === rule)?.verdict
    expect(verdictOf('quality.harmonicCurrent')).toBe('fails')
    expect(verdictOf('quality.voltageChange')).toBe('holds')
    expect(plans[0]?.departures.map(({ check }) => check)).toContain('source.1.harmonicCurrent')
  })
})

describe('an increase', () => {
  it('begins with the present source, takes no bay more and promises only what comes on top', async () => {
    const player = await surveyed({
      number: 64,
      kind: 'increase',
      existingAccountNumber: '3301000064',
      load: { requestedKw: 250, requestedKva: 315, existingKva: 315, isThreePhase: true },
      survey: { approvedCapacityKva: 630, customerWorks: true, gridWorks: true, lineDistanceM: 480 },
    })
    const asked = await post(player, 'plan-options', {})
    expect(asked.code).toBe('present-source-needed')
    const unknown = await post(player, 'plan-options', { present: { point: '没有的杆', capacityKva: 315 } })
    expect(unknown.faults[0]).toMatchObject({ path: 'present.point', code: 'network.nameUnknown' })
    const present = { point: 'HK03 环网柜', capacityKva: 315 }
    const { plans } = await draft(player, { present })
    expect(plans).toHaveLength(1)
    const [source] = plans[0]?.sources ?? []
    expect(source).toMatchObject({ accessPoint: 'HK03 环网柜', capacityKva: 630, addedKva: 315, isPresent: true })
    expect(source?.checks.map(({ rule }) => rule)).not.toContain('access.spareBays')
    expect(plans[0]?.form.sources[0]).toMatchObject({ capacityKva: 630, existingKva: 315 })
    const deviations = (plans[0]?.departures ?? []).map(({ check }) => ({ check, reason: '原线路继续使用' }))
    await player.do(designer, 'draft-supply-plan', { ...plans[0]?.form, deviations, opinion: '原电源增容' })
    const { facts } = await journey.showCase(player.case.caseId)
    expect(facts.findLast(({ type }) => type === 'supply-plan-drafted')?.body.networkVersion).toBe(1)
    expect(journey.internalErrors).toEqual([])
  })
})

describe('a plan that rests on moving load', () => {
  it('is signed off with it, replied, and reserves where the load goes', async () => {
    const player = await surveyed({
      number: 65,
      load: { requestedKw: 150, requestedKva: 200, isThreePhase: true },
      survey: {
        approvedCapacityKva: 200,
        customerWorks: true,
        gridWorks: false,
        lineDistanceM: 80,
        location: await besidePoint('N43 号杆'),
      },
    })
    const openKva = async (feeder: string) => {
      const { body } = await journey.send('GET', '/api/v1/network/open-capacity', { as: designer })
      const rows = body.feeders as readonly { name: string; openKva: number }[]
      return Math.round(rows.find(({ name }) => name === feeder)?.openKva ?? Number.NaN)
    }
    const [here, there] = ['10 kV 城南线', '10 kV 学府二线']
    const before = { here: await openKva(here), there: await openKva(there) }
    const { plans } = await draft(player, { laying: 'overhead' })
    const moved = plans.find(({ sources }) => sources[0]?.transfer)
    const transfer = moved?.sources[0]?.transfer
    if (!moved || !transfer) throw new Error('no plan rests on a transfer')
    expect(transfer.toFeeder).toBe(there)
    // Sixty customers on the feeder are more than the rule allows; the transfer makes it grid-side works, which nobody saw.
    expect(moved.departures.map(({ check }) => check)).toEqual(['source.1.usersPerFeeder'])
    expect(moved.form.gridWorks).toBe(true)
    const deviations = moved.departures.map(({ check }) => ({ check, reason: '邻近线路均更远，年内分线' }))
    await player.do(designer, 'draft-supply-plan', { ...moved.form, deviations, opinion: '先转移负荷' })
    await signOff(player)
    await player.do(accountManager, 'reply-supply-plan', { replyMethod: 'portal', note: '' })
    const kva = Math.round(transfer.kva)
    expect(before.there - (await openKva(there))).toBe(kva)
    expect(before.here - (await openKva(here))).toBe(200 - kva)
    const { facts } = await journey.showCase(player.case.caseId)
    expect(facts.findLast(({ type }) => type === 'supply-plan-drafted')?.body.preconditions).toMatchObject([
      { kind: 'load-transfer', to: there, kva, sourceNumber: 1 },
    ])
    expect(journey.internalErrors).toEqual([])
  })
})

/** Forty metres from a pole of the demonstration's network. */
async function besidePoint(name: string) {
  const { body } = await journey.send('GET', '/api/v1/network/map', { as: designer })
  const features = body.features as unknown as readonly {
    properties: { name: string }
    geometry: { coordinates: [number, number] }
  }[]
  const [longitude, latitude] = features.find(({ properties }) => properties.name === name)?.geometry.coordinates ?? [
    0, 0,
  ]
  return { longitude: longitude + 4e-4, latitude: latitude + 2e-4 }
}

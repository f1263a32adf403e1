import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { PlanOptions } from '#service/plan-options/draft-plans'
import type { ProvedPlan } from '#service/plan-options/prove-plan'
import { hvFactory } from '../../src/stories/hv-factory.ts'
import { hvHospitalDual } from '../../src/stories/hv-hospital-dual.ts'
import { playUntil } from '../../src/stories/play-until.ts'
import { type Journey, openJourney } from './open-journey.ts'

let journey: Journey
let caseId: string
let taskId: string
beforeAll(async () => {
  journey = await openJourney()
  const { case: answer } = await playUntil(hvFactory, 'draft-supply-plan', hvFactory.customer, playing())
  caseId = answer.caseId
  taskId = answer.openTasks[0]?.taskId ?? ''
})
afterAll(async () => await journey?.close())

const playing = () => ({
  baseUrl: journey.server.url,
  accounts: journey.accounts,
  dataFolder: journey.database.dataFolder,
})
const designer = 'shen-yiwen'
const post = async (path: string, body: unknown, as = designer) =>
  await journey.send('POST', `/api/v1/cases/${caseId}/${path}`, { as, body, language: 'en' })
const options = async (body: unknown = {}) => (await post('plan-options', body)).body as unknown as PlanOptions

describe('plans for a surveyed factory of 800 kVA', () => {
  it('are complete, ranked, proved, and those that need an exception come last', async () => {
    const found = await options()
    expect(found.plans.length).toBeGreaterThanOrEqual(3)
    const verdicts = found.plans.map((plan) => plan.verdict)
    expect(verdicts).toEqual([...verdicts].sort((a, b) => (a === b ? 0 : a === 'passes' ? -1 : 1)))
    expect(verdicts[0]).toBe('passes')
    for (const plan of found.plans) {
      const [source] = plan.sources
      expect(source?.checks.length).toBeGreaterThan(8)
      expect(source?.route.points.length).toBeGreaterThanOrEqual(2)
      expect(source?.route.basis).toBe('terrain')
      expect(plan.form.sources[0]?.route?.length).toBe(source?.route.points.length)
      expect(plan.cost.lowFen).toBeGreaterThan(0)
    }
    // The feeder at 85 % of its rating is beyond the 80 % of the rule; the one with 53 users beyond the 50.
    const failing = found.plans.filter((plan) => plan.verdict === 'needs-exception')
    for (const plan of failing)
      expect(plan.sources.flatMap((source) => source.checks).some((c) => c.verdict === 'fails')).toBe(true)
  })

  it('a chosen plan fills the form of the step, which takes it as it is', async () => {
    const [best] = (await options()).plans
    const opinion = '按接入规则比选'
    const sent = await post(`tasks/${encodeURIComponent(taskId)}/draft-supply-plan`, { ...best?.form, opinion })
    expect(sent.faults).toEqual([])
    expect(sent.status).toBe(200)
  })
})

describe('a drawn plan', () => {
  it('is proved by the same rules: longer line, larger drop; an unknown name is named', async () => {
    const [best] = (await options()).plans
    const [source] = best?.sources ?? []
    if (!best || !source) throw new Error('no plan')
    const drawn = {
      accessPoint: source.accessPoint,
      feeder: source.feeder ?? undefined,
      capacityKva: source.capacityKva,
    }
    const prove = async (sources: unknown[]) => await post('plan-proof', { mode: best.mode, sources })
    const ends = source.route.points.map(({ lon, lat }) => ({ longitude: lon, latitude: lat }))
    const same = (await prove([{ ...drawn, route: ends }])).body as unknown as ProvedPlan
    expect(same.sources[0]?.route.lengthM).toBeCloseTo(source.route.lengthM, 0)
    const [first, last] = [ends[0], ends.at(-1)]
    const round = [first, { longitude: (first?.longitude ?? 0) + 0.01, latitude: first?.latitude ?? 0 }, last]
    const longer = (await prove([{ ...drawn, route: round }])).body as unknown as ProvedPlan
    expect(longer.sources[0]?.route.lengthM).toBeGreaterThan(source.route.lengthM + 500)
    expect(longer.form.sources[0]?.lengthM).toBe(Math.round(longer.sources[0]?.route.lengthM ?? 0))
    const refused = await prove([{ ...drawn, accessPoint: '没有的杆' }])
    expect([refused.code, refused.faults[0]]).toEqual([
      'faulty-input',
      expect.objectContaining({ path: 'sources.0.accessPoint', code: 'network.nameUnknown' }),
    ])
  })
})

describe('an important customer', () => {
  it('gets two sources that are apart, in several ways of running them', async () => {
    const { case: answer } = await playUntil(hvHospitalDual, 'draft-supply-plan', hvHospitalDual.customer, playing())
    const found = (
      await journey.send('POST', `/api/v1/cases/${answer.caseId}/plan-options`, { as: designer, body: {} })
    ).body as unknown as PlanOptions
    expect(found.plans.length).toBeGreaterThan(0)
    for (const plan of found.plans) expect(plan.sources).toHaveLength(2)
    expect(new Set(found.plans.map((plan) => plan.mode)).size).toBeGreaterThan(1)
    expect(journey.internalErrors).toEqual([])
  })
})

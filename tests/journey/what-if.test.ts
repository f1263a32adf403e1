import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { WhatIfBasis } from '../../src/service/insight/what-if/what-if-basis.ts'
import type { RunState } from '../../src/service/insight/what-if/what-if-runs.ts'
import { hvFactory } from '../../src/stories/hv-factory.ts'
import { lvResident } from '../../src/stories/lv-resident.ts'
import { type Journey, openJourney } from './open-journey.ts'

const manager = 'liu-jianping'
const base = '/api/v1/insight/what-if'
let journey: Journey

const get = async (path: string, as = manager) => await journey.send('GET', `${base}${path}`, { as })
const post = async (path: string, body: object, as = manager) =>
  await journey.send('POST', `${base}${path}`, { as, body: { ...body } })

async function finished(runId: string): Promise<RunState> {
  for (;;) {
    const reply = await get(`/runs/${runId}`)
    const state = reply.body as RunState
    if (reply.status !== 200 || state.status !== 'running') return state
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
}

beforeAll(async () => {
  journey = await openJourney()
  for (const story of [lvResident, hvFactory]) await story.play(journey.newPlayer(), story.customer)
})
afterAll(() => journey?.close())

describe('what-if on a thin history', () => {
  it('says what today rests on, and that it cannot be back-tested', async () => {
    const reply = await get('/basis?voltageClass=hv')
    const basis = reply.body as unknown as WhatIfBasis
    expect(reply.status).toBe(200)
    expect(basis.backTest).toMatchObject({ kind: 'too-little-history', needed: 30 })
    expect(basis).toMatchObject({ limitDays: 15, loadLimit: 25 })
    expect(basis).toMatchObject({ cases: 1, finished: 1, process: { name: 'hv-standard' } })
    const survey = basis.estimates.find(({ kind, key }) => kind === 'work' && key === 'survey-site')
    expect(survey).toMatchObject({ observations: 1, basis: 'all' })
    expect(basis.steps.find(({ useCase }) => useCase === 'inspect-completion')?.law?.effect).toBe('refused')
    expect(basis.steps.find(({ useCase }) => useCase === 'review-design')?.law?.effect).toBe('conditional')
    expect(basis.staff.length).toBeGreaterThan(0)
  })

  it('runs scenarios in a thread of their own; the same id again is the same run', async () => {
    const runId = randomUUID()
    const asked = {
      runId,
      selection: { voltageClass: 'lv' },
      scenarios: [{ name: '多来申请', arrivalChange: 0.3 }],
      runs: 4,
    }
    expect((await post('/runs', asked)).status).toBe(200)
    expect((await post('/runs', asked)).status).toBe(200)
    const state = await finished(runId)
    if (state.status !== 'done') throw new Error(state.status)
    expect(state.result.outcomes.map(({ name }) => name)).toEqual(['today', '多来申请'])
    expect(state.result.runs).toBe(4)

    // Kept by name once, opened again as it was, by its owner only.
    const savedId = randomUUID()
    const { runId: _, ...rest } = asked
    for (const time of [1, 2])
      expect((await post('/saved', { savedId, name: '夏天', runId, asked: rest })).status, `${time}`).toBe(200)
    const { saved } = (await get('/saved')).body as unknown as { saved: { name: string }[] }
    expect(saved.map(({ name }) => name)).toEqual(['夏天'])
    const opened = (await get(`/saved/${savedId}`)).body as unknown as { content: { state: RunState } }
    expect(opened.content.state).toEqual(state)
    expect((await get(`/saved/${savedId}`, 'administrator')).status).not.toBe(200)
  })

  it('refuses what the law demands, naming the rule, and zero staff, in the language asked', async () => {
    const law = await post('/runs', {
      runId: randomUUID(),
      selection: { voltageClass: 'lv' },
      scenarios: [{ name: '省检验', dropped: ['inspect-completion'] }],
    })
    expect(law.code).toBe('scenario-refused')
    expect(JSON.stringify(law.body)).toContain('供电营业规则')
    const basis = (await get('/basis?voltageClass=lv')).body as unknown as WhatIfBasis
    const group = basis.staff.find(({ roles }) => roles.includes('account-manager'))?.name ?? ''
    const runId = randomUUID()
    await post('/runs', {
      runId,
      selection: { voltageClass: 'lv' },
      scenarios: [{ name: '没人', staff: { [group]: 0 } }],
    })
    await finished(runId)
    const refused = await get(`/runs/${runId}`)
    expect(refused.status).toBe(422)
    expect(JSON.stringify(refused.body)).toContain('至少要 1 人')
  })

  it('puts steps alongside what comes before, but not where the law wants an order, and counts further limits and visits', async () => {
    const basis = (await get('/basis?voltageClass=lv')).body as unknown as WhatIfBasis
    const step = (elementId: string) => basis.steps.find((each) => each.elementId === elementId)
    expect(step('archive-file')?.alongside).toEqual(['set-up-billing'])
    expect(step('permit-energising')?.alongside).toEqual(['check-before-energising'])
    expect(basis.limits).toContainEqual({ ruleSet: 'regulator', days: 5 })
    const asked = { selection: { voltageClass: 'lv' }, furtherLimits: [1, 5], runs: 4 }
    const law = await post('/runs', {
      ...asked,
      runId: randomUUID(),
      scenarios: [{ name: '同时', parallel: ['archive-file', 'permit-energising'] }],
    })
    expect(law.code).toBe('scenario-refused')
    expect(JSON.stringify(law.body)).toContain('安全关口')
    expect(JSON.stringify(law.body)).not.toContain('归档')
    const runId = randomUUID()
    const scenarios = [{ name: '同时归档', parallel: ['archive-file'] }]
    expect((await post('/runs', { ...asked, runId, scenarios })).status).toBe(200)
    const state = await finished(runId)
    if (state.status !== 'done') throw new Error(JSON.stringify(state))
    const [now, together] = state.result.outcomes
    expect(now?.furtherLate).toHaveLength(2)
    expect(now?.counterVisits).toBe(0)
    expect(together?.meanChangeDays.mean).toBeLessThan(0)
  })

  it('ends a run when asked, keeps to its bounds, and shows a run to its asker only', async () => {
    const long = { selection: { voltageClass: 'lv' }, scenarios: [{ name: 'x', arrivalChange: 4 }], runs: 200 }
    const people = Array.from({ length: 12 }, (_, i) => i + 1)
    const ids = [randomUUID(), randomUUID(), randomUUID()]
    const replies = []
    for (const runId of ids) replies.push(await post('/runs', { ...long, runId, people }))
    expect(replies.map(({ code }) => code)).toEqual([undefined, undefined, 'too-many-runs'])
    expect((await get(`/runs/${ids[0]}`, 'administrator')).status).not.toBe(200)
    const again = await post('/runs', { ...long, runId: ids[0], people }, 'administrator')
    expect(again.code).toBe('run-unknown')
    for (const runId of ids.slice(0, 2)) {
      expect((await post(`/runs/${runId}/cancel`, {})).body).toMatchObject({ status: 'cancelled' })
    }
    expect((await get(`/runs/${randomUUID()}`)).code).toBe('run-unknown')
  })
})

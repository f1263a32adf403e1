import { createHash } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { playOne } from '../../src/command-line/story.ts'
import { countersignContract, signContract } from '../../src/stories/passages.ts'
import { StoppedAtStage } from '../../src/stories/player.ts'
import type { StoryReport } from '../../src/stories/report.ts'
import { stories } from '../../src/stories/stories.ts'
import { type Journey, openJourney } from './open-journey.ts'
import { countedStories } from './story-counts.ts'

/** Every story through the public API, its figures against counts made by hand with the published 2026 calendar. */
let journey: Journey

beforeAll(async () => {
  journey = await openJourney()
})
afterAll(async () => await journey.close())

const storyOf = (name: string) => {
  const found = stories.find((story) => story.name === name)
  if (!found) throw new Error(`no story ${name}`)
  return found
}

async function play(name: string, until?: string): Promise<StoryReport> {
  return await playOne(storyOf(name), journey.newPlayer(until === undefined ? {} : { until }))
}

describe('every story goes through', () => {
  it('has a hand count for each', () => {
    expect(countedStories.map((story) => story.name).sort()).toEqual(stories.map((story) => story.name).sort())
  })

  it.each(countedStories)('$name', async (counted) => {
    const report = await play(counted.name)
    expect(report.error).toBeUndefined()
    expect(report).toMatchObject({ ok: true, variant: counted.variant, status: counted.status, counterVisits: 0 })
    expect(report.stages.map((stage) => [stage.name, stage.workingDays, stage.limitDays, stage.ruleSet])).toEqual(
      counted.stages,
    )
    expect(report.gates).toEqual(counted.gates)
    expect(report.documents.map((document) => document.kind).sort()).toEqual([...counted.documents].sort())
    expect(report.documents.every((document) => (document.pages ?? 0) > 0)).toBe(true)

    const view = await journey.showCase(report.caseId ?? '')
    const clocks = Object.fromEntries(view.clocks.map((clock) => [clock.clock, clock.daysByOwner]))
    const read = Object.fromEntries(
      Object.keys(counted.clocks).map((name) => [name, [clocks[name]?.company, clocks[name]?.customer]]),
    )
    expect(read).toEqual(counted.clocks)
    expect(
      view.clocks.flatMap((clock) =>
        clock.limits.filter((limit) => limit.breached).map((limit) => `${clock.clock} ${limit.ruleSet}`),
      ),
    ).toEqual(counted.breached)
  })

  it('leaves a history in which nothing differs from the standard', async () => {
    const { status, body } = await journey.send('GET', '/api/v1/insight/findings', { as: 'liu-jianping' })
    expect(status).toBe(200)
    expect(body).toMatchObject({ cases: stories.length, groups: [] })
  })
})

describe('documents', () => {
  it('can be opened by the customer, byte for byte what their facts name', async () => {
    const report = await play('lv-resident')
    const cookie = await journey.newPlayer().cookieOf(storyOf('lv-resident').customer.phone)
    const shown = await journey.send('GET', `/api/v1/my/cases/${report.caseId}`, { as: '13700000001' })
    const offered: { kind: string; sha256: string }[] = shown.body.documents
    const issued = new Set(report.documents.map((document) => document.sha256))
    const own = offered.filter((document) => issued.has(document.sha256))
    expect(own.map((document) => document.kind)).toContain('supply-contract')
    for (const { sha256 } of own) {
      const file = await fetch(`${journey.server.url}/api/v1/files/${report.caseId}~${sha256}`, { headers: { cookie } })
      const bytes = Buffer.from(await file.arrayBuffer())
      expect(bytes.subarray(0, 5).toString()).toBe('%PDF-')
      expect(createHash('sha256').update(bytes).digest('hex')).toBe(sha256)
    }
  })
})

describe('--until', () => {
  it.each([
    ['lv-resident', 'acceptance', ['accept-application']],
    ['lv-resident', 'plan-reply', ['survey-site']],
    ['lv-shop-one-proof', 'connect', ['determine-fees', 'draft-contract', 'inspect-completion', 'install-meter']],
    ['hv-factory', 'design-review', ['build-grid-works', 'determine-fees', 'draft-contract', 'submit-design-files']],
    ['hv-factory', 'completion-inspection', ['report-completion', 'sign-contract']],
  ])('%s stays at the beginning of %s', async (name, until, open) => {
    const report = await play(name, until)
    expect(report).toMatchObject({ ok: true, status: 'open' })
    const view = await journey.showCase(report.caseId ?? '')
    const state = Object.fromEntries(view.stages.map((stage) => [stage.stage, stage.state]))
    expect(state[until]).toBe('now')
    expect(view.tasks.map((task) => task.useCase).sort()).toEqual(open)
  })
})

describe('suspended', () => {
  it('counts the make-up Saturday to the customer, not to the company', async () => {
    const report = await play('suspended')
    const view = await journey.showCase(report.caseId ?? '')
    const connect = view.clocks.find((clock) => clock.clock === 'connect#1')
    // 2026-05-09 is a Saturday worked for the holiday of 1 May: with Monday the 11th two days of the stop.
    expect(connect?.daysByOwner).toEqual({ company: 2, customer: 2, government: 0, weather: 0 })
    const facts = view.facts.map((fact) => fact.type)
    expect(facts.filter((type) => type === 'case-suspended' || type === 'case-resumed')).toEqual([
      'case-suspended',
      'case-resumed',
    ])
  })
})

describe('withdrawn', () => {
  it('ends every clock and task, and leaves nothing in anybody’s list', async () => {
    const report = await play('withdrawn')
    const view = await journey.showCase(report.caseId ?? '')
    expect(view.clocks.every((clock) => clock.endedAt !== undefined)).toBe(true)
    for (const queue of ['mine', 'team', 'claimable']) {
      const inbox = await journey.send('GET', `/api/v1/inbox?queue=${queue}&limit=200`, { as: 'tang-yue' })
      expect(inbox.status).toBe(200)
      expect(inbox.body.tasks.filter((task: { case_id: string }) => task.case_id === report.caseId)).toEqual([])
    }
    const timers = await journey.database.asSuperuser('select timer_id from timer where case_id = $1', [report.caseId])
    expect(timers).toEqual([])
  })
})

describe('sent-back', () => {
  it('voids what rested on the plan, opens clocks beside the old ones, and gives nothing away', async () => {
    const report = await play('sent-back')
    const view = await journey.showCase(report.caseId ?? '')
    const returned = view.facts.findIndex((fact) => fact.type === 'step-returned')
    const ofReturn = view.facts.filter((fact) => fact.recordedAt === view.facts[returned]?.recordedAt)
    expect(ofReturn.map((fact) => fact.type)).toEqual(expect.arrayContaining(['work-voided', 'document-voided']))
    const voidedDocuments = view.documents.filter((document) => document.voidedBecause).map(({ kind }) => kind)
    expect(voidedDocuments.sort()).toEqual([
      'design-file',
      'design-file',
      'design-review-opinion',
      'fee-notice',
      'plan-reply-hv',
      'supply-contract',
      'survey-record',
    ])
    const done = ofReturn.find((fact) => fact.type === 'work-voided')?.body as { elements: string[] }
    expect(done.elements).toEqual(
      expect.arrayContaining([
        'survey-site',
        'answer-supply-plan',
        'determine-fees',
        'draft-contract',
        'review-design',
      ]),
    )
    expect(view.clocks.map((clock) => clock.clock)).toEqual(
      expect.arrayContaining(['supply-plan#1', 'supply-plan#2', 'grid-works#1', 'grid-works#2', 'design-review#2']),
    )
    const second = view.clocks.find((clock) => clock.clock === 'supply-plan#2')
    expect(second?.because).toContain('630 kVA')
  })
})

describe('going back after fees were paid and the contract was signed', () => {
  it('says what must be refunded, voids contract and signatures, and leaves one open step', async () => {
    const story = storyOf('hv-hospital-dual')
    const player = journey.newPlayer({ until: 'connect' })
    await expect(story.play(player, story.customer)).rejects.toThrow(StoppedAtStage)
    await signContract(player, story.customer)
    await countersignContract(player)
    const before = await journey.showCase(player.case.caseId)
    const paid = before.facts.find((fact) => fact.type === 'fees-settled')?.body
    // Two sources by cable that each carry all 4 000 kVA: one of them pays, at the example rate of 126 yuan per kVA.
    expect(paid?.paidFen).toBe(4000 * 126 * 100)
    await player.verb('liu-jianping', 'return-step', {
      taskId: player.taskId('install-meter'),
      toElement: 'survey-site',
      reason: '院方调整总平面，改由另一侧进线',
      onOurAccount: false,
    })
    expect(player.case.openTasks.map((task) => task.useCase)).toEqual(['survey-site'])
    const view = await journey.showCase(player.case.caseId)
    const after = view.facts.slice(before.facts.length)
    const bodyOf = (type: string) => after.find((fact) => fact.type === type)?.body
    expect(bodyOf('refund-due')).toMatchObject({ amountFen: paid?.paidFen, invoiceNumber: paid?.invoiceNumber })
    expect(bodyOf('fee-voided')).toMatchObject({ dueFen: paid?.paidFen })
    expect(bodyOf('grid-works-to-review')).toBeDefined()
    const voided = after.filter((fact) => fact.type === 'document-voided').map((fact) => fact.body.kind)
    expect(voided).toEqual(
      expect.arrayContaining([
        'plan-reply-hv',
        'fee-notice',
        'supply-contract',
        'contract-signature-page',
        'own-generator-agreement',
        'design-review-opinion',
        'inspection-sheet',
      ]),
    )
    const signatures = after.filter((fact) => fact.type === 'signature-voided').map((fact) => String(fact.body.by))
    // The plan and the contract of the customer, the contract of the company.
    expect(signatures.map((by) => by.split(':')[0])).toEqual(['customer', 'customer', 'staff'])
    expect(view.gate.find((item) => item.item === 'contract-signed')?.met).toBe(false)
    expect(view.gate.find((item) => item.item === 'fees-settled')?.met).toBe(false)
  })
})

it('no story made the server stumble', () => {
  expect(journey.internalErrors).toEqual([])
})

import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { StaffCaseView } from '../../src/casefile/views/staff-view.ts'
import { greenChannel } from '../../src/stories/green-channel.ts'
import { hvFactory } from '../../src/stories/hv-factory.ts'
import { hvHospitalDual } from '../../src/stories/hv-hospital-dual.ts'
import { lvResident } from '../../src/stories/lv-resident.ts'
import { lvShopOneProof } from '../../src/stories/lv-shop-one-proof.ts'
import { type Player, StoppedAtStage } from '../../src/stories/player.ts'
import { sentBack } from '../../src/stories/sent-back.ts'
import type { Story } from '../../src/stories/story.ts'
import { suspended } from '../../src/stories/suspended.ts'
import { expectLimits } from './expected-limits.ts'
import { type Journey, openJourney } from './open-journey.ts'

/** A year on the test clock with the holidays of 2026: cases left everywhere, and everything the clocks must say, said once. */

/** How a case is left behind, and how many weeks until the next one begins. */
const ways: readonly { readonly story: Story; readonly until: string; readonly weeks: number }[] = [
  { story: lvResident, until: 'acceptance', weeks: 1 },
  { story: hvFactory, until: 'plan-reply', weeks: 1 },
  { story: lvShopOneProof, until: 'works', weeks: 1 },
  { story: greenChannel, until: 'works', weeks: 1 },
  { story: hvHospitalDual, until: 'plan-reply', weeks: 1 },
  { story: lvResident, until: 'works', weeks: 1 },
  { story: hvFactory, until: 'design-review', weeks: 2 },
  { story: sentBack, until: 'plan-reply', weeks: 1 },
  { story: lvShopOneProof, until: 'connect', weeks: 1 },
  { story: suspended, until: 'plan-reply', weeks: 1 },
]
const yearEnds = '2026-12-31T15:59:00.000Z'
const dayMs = 86_400_000

interface Year {
  readonly journey: Journey
  readonly views: readonly StaffCaseView[]
}

/** Lives through the year; `stepHours`: how far the clock goes at a time, undefined: from event to event. */
async function liveYear(stepHours?: number): Promise<Year> {
  const journey = await openJourney()
  const moveTo = async (instant: number) => await journey.server.background.advanceTestClock(new Date(instant))
  let now = Date.parse('2026-01-05T00:00:00Z')
  await journey.database.testClock?.set(new Date(now))
  const goTo = async (instant: number) => {
    const stepMs = (stepHours ?? Number.POSITIVE_INFINITY) * 3_600_000
    while (now < instant) {
      now = Math.min(now + stepMs, instant)
      await moveTo(now)
    }
  }
  const players: Player[] = []
  const later: Event[] = []
  for (let week = -8, index = 0; week <= 42; index += 1) {
    const way = ways[index % ways.length]
    if (!way) break
    const player = journey.newPlayer({ shiftWeeks: week, until: way.until })
    const begins = player.instant('2026-03-02 07:00').getTime()
    // What fell into the days of the story just played is done late.
    for (const event of takeDue(later, begins)) {
      await goTo(event.at)
      await event.act()
    }
    await goTo(begins)
    await expect(way.story.play(player, way.story.customer)).rejects.toThrow(StoppedAtStage)
    now = Date.parse(player.now)
    players.push(player)
    if (index % 4 === 1) later.push(...stopLater(journey, player, begins))
    week += way.weeks
  }
  await goTo(Date.parse(yearEnds))
  await journey.server.background.settle(60_000)
  const views = []
  for (const player of players) views.push(await journey.showCase(player.case.caseId))
  return { journey, views }
}

interface Event {
  readonly at: number
  readonly act: () => Promise<unknown>
}

/** Takes the events up to an instant out of the list, earliest first. */
function takeDue(events: Event[], until: number): readonly Event[] {
  const due = events.filter((event) => event.at <= until).sort((a, b) => a.at - b.at)
  events.splice(0, events.length, ...events.filter((event) => event.at > until))
  return due
}

/** The case stands still from the third day for two weeks, at the customer's wish. */
function stopLater(journey: Journey, player: Player, begins: number) {
  const suspend = async () => {
    const view = await journey.showCase(player.case.caseId)
    await player.verb('liu-jianping', 'suspend-case', {
      reasonCode: 'customer-request',
      reason: '客户要求暂缓办理',
      evidence: view.documents[0]?.sha256,
    })
  }
  const resume = () => player.verb('liu-jianping', 'resume-case', { reason: '客户恢复办理' })
  return [
    { at: begins + 10 * dayMs + 3 * 3_600_000, act: suspend },
    { at: begins + 23 * dayMs + 5 * 3_600_000, act: resume },
  ]
}

const sayingsOf = (view: StaffCaseView) =>
  view.facts
    .filter((fact) => fact.type.startsWith('limit-'))
    .map(({ type, body, recordedAt }) => ({
      key: `${type} ${body.clock} ${body.ruleSet} ${body.dueOn} ${body.round}`,
      at: recordedAt,
    }))

const sorted = <T extends { key: string }>(list: readonly T[]) => [...list].sort((a, b) => a.key.localeCompare(b.key))

let straight: Year
let odd: Year

beforeAll(async () => {
  straight = await liveYear()
  odd = await liveYear(31.7)
}, 400_000)
afterAll(async () => {
  await straight?.journey.close()
  await odd?.journey.close()
})

describe.each([
  ['from event to event', () => straight],
  ['in steps of 31.7 hours', () => odd],
])('a year lived %s', (_, year) => {
  it('has about forty cases in many stages, with warnings, breaches and escalations of every rule set', () => {
    const { views } = year()
    expect(views.length).toBeGreaterThanOrEqual(40)
    const said = views.flatMap(sayingsOf)
    expect(said.length).toBeGreaterThan(500)
    for (const word of [
      'limit-warned',
      'limit-breached',
      'limit-escalated',
      'limit-undetermined',
      'law',
      'regulator',
      'promise',
    ])
      expect(said.filter(({ key }) => key.includes(word)).length, word).toBeGreaterThan(5)
    expect(
      new Set(views.flatMap((view) => view.stages.filter((stage) => stage.state === 'now').map((stage) => stage.stage)))
        .size,
    ).toBeGreaterThan(4)
  })

  it('said everything once, at its time, and nothing else', () => {
    for (const view of year().views) {
      const said = sayingsOf(view)
      expect(new Set(said.map(({ key }) => key)).size, `${view.caseId}: said twice`).toBe(said.length)
      const { must, acted } = expectLimits(view, yearEnds)
      const wanted = new Set(must.map(({ key }) => key))
      const named = `${view.variant} opened ${view.openedAt}`
      expect(sorted(said.filter(({ key }) => wanted.has(key))), named).toEqual(sorted(must))
      for (const { key, at } of said.filter((saying) => !wanted.has(saying.key)))
        expect(acted.has(at), `${named}: ${key} at ${at}`).toBe(true)
    }
  })

  it('told somebody of each, under one message id', async () => {
    const { journey, views } = year()
    const jobs = await journey.database.asSuperuser<{ id: string; state: string; template: string; to: string[] }>(
      `select id, state, data->'body'->>'template' as template, data->'body'->'to' as to
       from job.job where name = 'message-staff-notice' and data->'body'->>'template' like 'limit-%'`,
    )
    const said = views.flatMap(sayingsOf)
    expect(jobs).toHaveLength(said.length)
    expect(jobs.filter((job) => job.state !== 'completed')).toEqual([])
    const sent = readdirSync(join(journey.database.dataFolder, 'outbox')).filter((name) => name.startsWith('sms-'))
    const ids = sent.map((name) =>
      String(JSON.parse(readFileSync(join(journey.database.dataFolder, 'outbox', name), 'utf8')).messageId),
    )
    expect(new Set(ids).size).toBe(ids.length)
    for (const { id, template, to } of jobs)
      expect(
        ids.some((messageId) => messageId.startsWith(id)),
        `${template} to ${to}`,
      ).toBe(true)
    expect(journey.internalErrors).toEqual([])
  })
})

it('however the clock was moved, the facts are the same', () => {
  const toldBy = (year: Year) => year.views.map((view) => sorted(expectLimits(view, yearEnds).must))
  const saidBy = (year: Year) =>
    year.views.map((view) => {
      const wanted = new Set(expectLimits(view, yearEnds).must.map(({ key }) => key))
      return sorted(sayingsOf(view).filter(({ key }) => wanted.has(key)))
    })
  expect(toldBy(odd)).toEqual(toldBy(straight))
  expect(saidBy(odd)).toEqual(saidBy(straight))
})

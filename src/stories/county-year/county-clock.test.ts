import { expect, it } from 'vitest'
import { CountyClock, sliceMs } from './county-clock.ts'
import { planMisdeeds } from './plan-misdeeds.ts'

const start = new Date('2026-01-05T00:00:00Z')
const at = (minutes: number) => new Date(start.getTime() + minutes * 60_000)
const minuteMs = 60_000

it('lets every case act at its own time, in the order of the times', async () => {
  const clock = new CountyClock(start)
  const acts: string[] = []
  await clock.playAll(3, 8, async (serial) => {
    // The last to be begun comes first.
    await clock.set(at(100 - 30 * serial))
    acts.push(`${serial} comes ${clock.now().toISOString().slice(11, 16)}`)
    await clock.takeTurn(`person ${serial}`, 40 * minuteMs, 'none')
    acts.push(`${serial} sends ${clock.now().toISOString().slice(11, 16)}`)
  })
  expect(acts).toEqual([
    '2 comes 00:40',
    '1 comes 01:10',
    '2 sends 01:20',
    '0 comes 01:40',
    '1 sends 01:50',
    '0 sends 02:20',
  ])
  expect(clock.now()).toEqual(start)
})

it('lets nobody send two forms at once, whatever they are about', async () => {
  const clock = new CountyClock(start)
  const sent: number[] = []
  await clock.playAll(40, 8, async () => {
    await clock.set(at(10))
    await clock.takeTurn('one for all', sliceMs, 'none')
    sent.push(clock.now().getTime())
  })
  const inOrder = sent.toSorted((a, b) => a - b)
  for (const [place, ms] of inOrder.entries()) {
    if (place > 0) expect(ms - (inOrder[place - 1] ?? 0)).toBeGreaterThanOrEqual(3_000)
  }
})

it('opens cases one after another and ends them last, however long each takes', async () => {
  const clock = new CountyClock(start)
  const log: string[] = []
  const effects = ['ends', 'opens', 'opens', 'none'] as const
  await clock.playAll(effects.length, 8, async (serial) => {
    const effect = effects[serial] ?? 'none'
    await clock.takeTurn(`person ${serial}`, sliceMs + serial, effect)
    log.push(`${serial} begins`)
    await new Promise((resolve) => setTimeout(resolve, 12 - 3 * serial))
    log.push(`${serial} is done`)
  })
  const place = (entry: string) => log.indexOf(entry)
  expect(place('1 is done')).toBeLessThan(place('2 begins'))
  for (const other of [1, 2, 3]) expect(place(`${other} is done`)).toBeLessThan(place('0 begins'))
})

it('refuses work that is shorter than a slice: somebody could act in a slice that is over', async () => {
  const clock = new CountyClock(start)
  const refused: unknown[] = []
  await clock.playAll(1, 1, async () => {
    await clock.takeTurn('a', sliceMs - 1, 'none').catch((error: unknown) => refused.push(error))
  })
  expect(refused).toHaveLength(1)
})

it('plans so many misdeeds of each kind, whole weeks alike, and no batch without fellows', () => {
  const serials = Array.from({ length: 60 }, (_, serial) => serial)
  const plan = planMisdeeds(serials, 10, 8)
  const counts = Map.groupBy(plan.values(), (misdeed) => misdeed)
  expect([...counts.values()].map((each) => each.length)).toEqual([8, 8, 8, 8, 8])
  const alone = planMisdeeds([3], 10, 8)
  expect([...alone.values()]).toEqual([])
})

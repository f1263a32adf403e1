import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addMonths, getAccepted, plainDate } from '#kernel'
import type { MeasuredPeriod } from '../network/network.ts'
import { decideLedger, type LedgerCommand } from './capacity-ledger.ts'
import type { LedgerContext } from './ledger-context.ts'
import {
  applyLedgerFact,
  byApplication,
  emptyLedger,
  foldLedger,
  type Ledger,
  type LedgerFact,
  ledgerOf,
} from './ledger-facts.ts'
import { findLacking } from './settle-ledger.ts'

const parameters = Object.entries({ absorbAfterMonths: 12, offerDays: 15 }).map(([name, value]) => ({
  name: `ledger.${name}`,
  value,
  unit: '',
  validFrom: '2000-01-01',
  validTo: undefined,
  source: 'test',
  confidence: 'M?' as const,
}))
const open = new Map([
  ['feeder:A', 1000],
  ['feeder:B', 500],
  ['bay:R', 2],
])
const start = '2026-11-23'
const yearOn = '2027-11-23'
const context = (today: string = start, measured?: MeasuredPeriod): LedgerContext => ({
  open,
  measured,
  parameters,
  today,
})
const reserve = (
  reservation: string,
  amount: number,
  appliedAt = '2026-11-20T09:00:00+08:00',
  place = 'feeder:A',
): LedgerCommand => ({ type: 'reserve', reservation, appliedAt, amounts: [{ place, amount }], expiresOn: yearOn })
const queue = (reservation: string, amount: number, appliedAt: string, place = 'feeder:A'): LedgerCommand => ({
  type: 'queue',
  reservation,
  appliedAt,
  amounts: [{ place, amount }],
})
const release = (reservation: string): LedgerCommand => ({ type: 'release', reservation, reason: 'withdrawn' })
const run = (ledger: Ledger, command: LedgerCommand, today?: string, measured?: MeasuredPeriod) =>
  getAccepted(decideLedger(ledger, command, context(today, measured))).reduce(applyLedgerFact, ledger)
const code = (ledger: Ledger, command: LedgerCommand, today?: string) => {
  const decided = decideLedger(ledger, command, context(today))
  return decided.ok ? 'accepted' : decided.refusal.code
}
const stateOf = (ledger: Ledger, reservation: string) => ledger.reservations.get(reservation)?.state

describe('capacity ledger', () => {
  it('promises up to what is open and not one kVA more', () => {
    const ledger = run(run(emptyLedger, reserve('a', 600)), reserve('b', 400))
    expect(code(ledger, reserve('c', 1))).toBe('ledger.noCapacity')
    expect(code(run(ledger, release('a')), reserve('c', 600))).toBe('accepted')
  })
  it('names every place that lacks capacity, one named twice counted together', () => {
    const amounts = [
      { place: 'feeder:B', amount: 300 },
      { place: 'feeder:B', amount: 300 },
      { place: 'bay:R', amount: 3 },
    ]
    const decided = decideLedger(
      emptyLedger,
      { type: 'reserve', reservation: 'a', appliedAt: '', amounts, expiresOn: yearOn },
      context(),
    )
    expect(!decided.ok && decided.refusal.faults?.map((fault) => fault.path)).toEqual(['feeder:B', 'bay:R'])
  })
  it('holds to the last day of the reply and not a day longer', () => {
    const ledger = run(emptyLedger, reserve('a', 600))
    expect(run(ledger, { type: 'settle' }, yearOn).taken.get('feeder:A')).toBe(600)
    const after = run(ledger, { type: 'settle' }, '2027-11-24')
    expect(after.taken.get('feeder:A')).toBe(0)
    expect(after.reservations.get('a')?.endedBy).toBe('expired')
    expect(code(ledger, { type: 'energise', reservation: 'a' }, '2027-11-24')).toBe('ledger.wrongState')
  })
  it('extends to a later day alone, and what has run out no more', () => {
    const ledger = run(emptyLedger, reserve('a', 600))
    const extend = (expiresOn: string): LedgerCommand => ({ type: 'extend', reservation: 'a', expiresOn })
    expect(code(ledger, extend(yearOn))).toBe('ledger.tooLate')
    expect(run(ledger, extend('2028-05-01')).reservations.get('a')?.expiresOn).toBe('2028-05-01')
    expect(code(ledger, extend('2028-05-01'), '2027-11-24')).toBe('ledger.wrongState')
  })
  it('a new reply takes what its own reservation holds again', () => {
    const ledger = run(emptyLedger, reserve('a', 600))
    expect(run(ledger, reserve('a', 1000)).taken.get('feeder:A')).toBe(1000)
    expect(run(ledger, reserve('a', 300, '', 'feeder:B')).taken).toEqual(
      new Map([
        ['feeder:A', 0],
        ['feeder:B', 300],
      ]),
    )
    expect(code(ledger, reserve('a', 1001))).toBe('ledger.noCapacity')
  })
  it('refuses what makes no sense', () => {
    const ledger = run(emptyLedger, reserve('a', 600))
    expect(code(run(ledger, { type: 'energise', reservation: 'a' }), reserve('a', 1))).toBe('ledger.known')
    expect(code(ledger, queue('a', 1000, ''))).toBe('ledger.known')
    expect(code(ledger, reserve('b', 0))).toBe('ledger.amountNotPositive')
    expect(code(ledger, release('x'))).toBe('ledger.unknown')
    expect(code(ledger, { type: 'queue', reservation: 'b', appliedAt: '', amounts: [] })).toBe('ledger.placesUnknown')
  })
})

describe('the queue', () => {
  const early = '2026-11-01T00:00:00+08:00'
  const late = '2026-11-10T00:00:00+08:00'
  const full = run(run(emptyLedger, reserve('first', 900)), queue('late', 500, late))

  it('is for who finds no room', () => {
    expect(code(full, queue('x', 100, early))).toBe('ledger.roomThere')
    expect(stateOf(full, 'late')).toBe('waiting')
  })
  it('gives what comes free to who applied first, in the very decision that frees it', () => {
    const both = run(full, queue('early', 600, early))
    const freed = run(both, release('first'))
    expect([stateOf(freed, 'early'), stateOf(freed, 'late')]).toEqual(['offered', 'waiting'])
    expect(freed.reservations.get('early')?.expiresOn).toBe('2026-12-08')
    expect(freed.taken.get('feeder:A')).toBe(600)
    expect(code(freed, reserve('late', 500))).toBe('ledger.noCapacity')
    expect(code(freed, reserve('early', 700))).toBe('accepted')
  })
  it('lets who asks for less go on where the first one does not fit anyway', () => {
    const both = run(full, queue('early', 1000, early))
    expect(code(both, reserve('small', 100))).toBe('accepted')
    const freed = run(run(both, reserve('small', 100)), release('first'))
    expect([stateOf(freed, 'early'), stateOf(freed, 'late')]).toEqual(['waiting', 'offered'])
  })
  it('goes to the next when the reply does not come in time', () => {
    const both = run(full, queue('early', 600, early))
    const freed = run(both, release('first'))
    const later = run(freed, { type: 'settle' }, '2026-12-09')
    expect([stateOf(later, 'early'), stateOf(later, 'late')]).toEqual(['ended', 'offered'])
  })
  it('keeps the time of application, whatever is asked for anew', () => {
    const again = run(full, queue('late', 400, '2027-01-01T00:00:00+08:00'))
    expect(again.reservations.get('late')).toMatchObject({ appliedAt: late, amounts: [{ amount: 400 }] })
    const left = run(full, release('late'))
    expect(left.reservations.get('late')?.endedBy).toBe('left-queue')
  })
  it('is served when the network grows', () => {
    const grown = { ...context(), open: new Map([...open, ['feeder:A', 1400]]) }
    const facts = getAccepted(decideLedger(full, { type: 'settle' }, grown))
    expect(facts).toEqual([{ type: 'offered', reservation: 'late', expiresOn: '2026-12-08' }])
  })
})

describe('a customer who is on', () => {
  const amounts = [
    { place: 'feeder:A', amount: 600 },
    { place: 'bay:R', amount: 1 },
  ]
  const replied = run(emptyLedger, { type: 'reserve', reservation: 'a', appliedAt: '', amounts, expiresOn: yearOn })
  const isOn = run(replied, { type: 'energise', reservation: 'a' }, '2027-03-01')
  const measured = (maximaFrom: string, maximaUntil: string, baysCountedOn?: string): MeasuredPeriod => ({
    maximaFrom,
    maximaUntil,
    baysCountedOn,
  })
  const settled = (period: MeasuredPeriod) => run(isOn, { type: 'settle' }, '2030-01-01', period)

  it('counts on until figures hold him, however long that takes', () => {
    expect(run(isOn, { type: 'settle' }, '2040-01-01').taken.get('feeder:A')).toBe(600)
  })
  it('is in maxima that were measured for a year with him: from the later of both beginnings', () => {
    for (const [period, kva] of [
      [measured('2025-01-01', '2028-02-29'), 0],
      [measured('2025-01-01', '2028-02-28'), 600],
      [measured('2027-07-01', '2028-02-29'), 600],
      [measured('2027-07-01', '2028-06-30'), 0],
    ] as const)
      expect(settled(period).taken.get('feeder:A'), JSON.stringify(period)).toBe(kva)
  })
  it('leaves his bay to the count of bays, and is done with when every place holds him', () => {
    const byMaxima = settled(measured('2025-01-01', '2028-12-31', '2027-02-28'))
    expect(byMaxima.reservations.get('a')).toMatchObject({ state: 'energised', amounts: [{ place: 'bay:R' }] })
    const byBoth = settled(measured('2025-01-01', '2028-12-31', '2027-03-01'))
    expect(byBoth.reservations.get('a')).toMatchObject({ state: 'ended', endedBy: 'absorbed' })
    expect(byBoth.taken.get('bay:R')).toBe(0)
  })
  it('once absorbed makes room for who waits', () => {
    const waiting = run(isOn, queue('b', 900, ''), '2027-03-02')
    const after = run(waiting, { type: 'settle' }, '2028-03-01', measured('2025-01-01', '2028-02-29'))
    expect(stateOf(after, 'b')).toBe('offered')
  })
})

describe('whatever the commands', () => {
  const ids = fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f')
  const amounts = fc.array(
    fc.record({ place: fc.constantFrom('feeder:A', 'feeder:B', 'bay:R'), amount: fc.integer({ min: 1, max: 400 }) }),
    { minLength: 1, maxLength: 3 },
  )
  const appliedAt = fc.integer({ min: 10, max: 30 }).map((day) => `2026-10-${day}T00:00:00+08:00`)
  const command: fc.Arbitrary<LedgerCommand> = fc.oneof(
    fc.record({
      type: fc.constant('reserve' as const),
      reservation: ids,
      appliedAt,
      amounts,
      expiresOn: fc.constantFrom('2027-02-23', yearOn),
    }),
    fc.record({ type: fc.constant('queue' as const), reservation: ids, appliedAt, amounts }),
    fc.record({
      type: fc.constant('extend' as const),
      reservation: ids,
      expiresOn: fc.constantFrom('2027-06-01', '2028-06-01'),
    }),
    fc.record({ type: fc.constant('release' as const), reservation: ids, reason: fc.constant('') }),
    fc.record({ type: fc.constant('energise' as const), reservation: ids }),
    fc.constant({ type: 'settle' as const }),
  )
  const measured = { maximaFrom: '2026-01-01', maximaUntil: '2028-01-31', baysCountedOn: '2027-06-01' }
  it('is never overbooked, never loses a kVA, and leaves nobody waiting for what is free', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(command, fc.integer({ min: 0, max: 20 })), { maxLength: 80 }), (steps) => {
        let ledger = emptyLedger
        const facts: LedgerFact[] = []
        let month = 0
        for (const [step, wait] of steps) {
          month += wait / 10
          const today = addMonths(plainDate(start), Math.floor(month))
          const decided = decideLedger(ledger, step, context(today, measured))
          if (!decided.ok) continue
          facts.push(...decided.value)
          ledger = decided.value.reduce(applyLedgerFact, ledger)
          for (const [place, limit] of open) {
            const counted = [...ledger.reservations.values()].filter(
              ({ state }) => state === 'offered' || state === 'reserved' || state === 'energised',
            )
            const sum = counted
              .flatMap((found) => found.amounts)
              .reduce((total, amount) => total + (amount.place === place ? amount.amount : 0), 0)
            expect(ledger.taken.get(place) ?? 0).toBe(sum)
            expect(sum).toBeLessThanOrEqual(limit)
          }
          const waiting = [...ledger.reservations.values()].filter(({ state }) => state === 'waiting')
          for (const { amounts: wish } of waiting.toSorted(byApplication))
            expect(findLacking(ledger, wish, open)).not.toEqual([])
        }
        expect(foldLedger(facts)).toEqual(ledger)
        const anew = ledgerOf([...ledger.reservations.values()])
        expect(anew.reservations).toEqual(ledger.reservations)
        for (const [place, amount] of ledger.taken) expect(anew.taken.get(place) ?? 0).toBe(amount)
      }),
      { numRuns: 300 },
    )
  })
})

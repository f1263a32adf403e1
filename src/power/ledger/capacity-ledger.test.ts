import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { getAccepted } from '#kernel'
import { addMonths, decideLedger, type LedgerCommand, type LedgerContext } from './capacity-ledger.ts'
import { applyLedgerFact, emptyLedger, foldLedger, type Ledger, type LedgerFact, ledgerOf } from './ledger-facts.ts'

const parameters = Object.entries({ highVoltageMonths: 12, lowVoltageMonths: 3, extensionDaysBefore: 10 }).map(
  ([name, value]) => ({
    name: `validity.${name}`,
    value,
    unit: '',
    validFrom: '2000-01-01',
    validTo: undefined,
    source: 'test',
    confidence: 'M?' as const,
  }),
)
const open = new Map([
  ['feeder:A', 1000],
  ['feeder:B', 500],
  ['bay:R', 2],
])
const context = (today = '2026-11-23'): LedgerContext => ({ open, parameters, today })
const reserve = (
  reservation: string,
  amount: number,
  appliedAt = '2026-11-20T09:00:00+08:00',
  place = 'feeder:A',
): LedgerCommand => ({
  type: 'reserve',
  reservation,
  appliedAt,
  amounts: [{ place, amount }],
  isHighVoltage: true,
})
const run = (ledger: Ledger, command: LedgerCommand, today?: string) =>
  getAccepted(decideLedger(ledger, command, context(today))).reduce(applyLedgerFact, ledger)
const code = (ledger: Ledger, command: LedgerCommand, today?: string) => {
  const decided = decideLedger(ledger, command, context(today))
  return decided.ok ? 'accepted' : decided.refusal.code
}

describe('capacity ledger', () => {
  it('promises up to what is open and not one kVA more', () => {
    const ledger = run(run(emptyLedger, reserve('a', 600)), reserve('b', 400))
    expect(code(ledger, reserve('c', 1))).toBe('ledger.noCapacity')
    expect(code(run(ledger, { type: 'release', reservation: 'a', reason: 'withdrawn' }), reserve('c', 600))).toBe(
      'accepted',
    )
  })
  it('names every place that lacks capacity, one named twice counted together', () => {
    const amounts = [
      { place: 'feeder:B', amount: 300 },
      { place: 'feeder:B', amount: 300 },
      { place: 'bay:R', amount: 3 },
    ]
    const decided = decideLedger(
      emptyLedger,
      { type: 'reserve', reservation: 'a', appliedAt: '', amounts, isHighVoltage: true },
      context(),
    )
    expect(!decided.ok && decided.refusal.faults?.map((fault) => fault.path)).toEqual(['feeder:B', 'bay:R'])
  })
  it('holds for a year at high voltage and three months at low, and then expires', () => {
    const high = run(emptyLedger, reserve('a', 600))
    expect(high.reservations.get('a')?.expiresOn).toBe('2027-11-23')
    const low = run(emptyLedger, { ...reserve('a', 600), isHighVoltage: false } as LedgerCommand)
    expect(low.reservations.get('a')?.expiresOn).toBe('2027-02-23')
    expect(run(low, { type: 'expire' }, '2027-02-23').taken.get('feeder:A')).toBe(600)
    expect(run(low, { type: 'expire' }, '2027-02-24').taken.get('feeder:A')).toBe(0)
    expect(code(low, { type: 'energise', reservation: 'a' }, '2027-02-24')).toBe('ledger.tooLate')
  })
  it('extends only while ten days are left', () => {
    const ledger = run(emptyLedger, reserve('a', 600))
    const extend: LedgerCommand = { type: 'extend', reservation: 'a', expiresOn: '2028-05-01' }
    expect(code(ledger, extend, '2027-11-13')).toBe('accepted')
    expect(code(ledger, extend, '2027-11-14')).toBe('ledger.tooLate')
  })
  it('counts an energised customer until the measured maxima hold him', () => {
    const energised = run(run(emptyLedger, reserve('a', 600)), { type: 'energise', reservation: 'a' })
    expect(energised.taken.get('feeder:A')).toBe(600)
    expect(run(energised, { type: 'expire' }, '2030-01-01').taken.get('feeder:A')).toBe(600)
    expect(run(energised, { type: 'absorb', reservation: 'a' }).taken.get('feeder:A')).toBe(0)
  })
  it('lets nobody pass an earlier applicant whose wish fits', () => {
    const full = run(emptyLedger, reserve('first', 900))
    const queued = run(full, {
      type: 'queue',
      reservation: 'early',
      appliedAt: '2026-11-01T00:00:00+08:00',
      amounts: [{ place: 'feeder:A', amount: 500 }],
    })
    const freed = run(queued, { type: 'release', reservation: 'first', reason: 'withdrawn' })
    expect(code(freed, reserve('late', 600))).toBe('ledger.earlierWaits')
    expect(code(freed, reserve('late', 500))).toBe('accepted')
    expect(code(freed, reserve('early', 500, '2026-11-22T00:00:00+08:00'))).toBe('accepted')
  })
  it('refuses what makes no sense', () => {
    const ledger = run(emptyLedger, reserve('a', 600))
    expect(code(ledger, reserve('a', 1))).toBe('ledger.known')
    expect(code(ledger, reserve('b', 0))).toBe('ledger.amountNotPositive')
    expect(code(ledger, { type: 'release', reservation: 'x', reason: '' })).toBe('ledger.unknown')
    expect(code(ledger, { type: 'absorb', reservation: 'a' })).toBe('ledger.wrongState')
  })
  it('knows the ends of months', () => {
    expect([addMonths('2026-11-30', 3), addMonths('2027-11-29', 3), addMonths('2026-08-31', 12)]).toEqual([
      '2027-02-28',
      '2028-02-29',
      '2027-08-31',
    ])
  })

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
      isHighVoltage: fc.boolean(),
    }),
    fc.record({ type: fc.constant('queue' as const), reservation: ids, appliedAt, amounts }),
    fc.record({
      type: fc.constant('extend' as const),
      reservation: ids,
      expiresOn: fc.constantFrom('2027-06-01', '2028-06-01'),
    }),
    fc.record({ type: fc.constant('release' as const), reservation: ids, reason: fc.constant('') }),
    fc.record({ type: fc.constant('energise' as const), reservation: ids }),
    fc.record({ type: fc.constant('absorb' as const), reservation: ids }),
    fc.constant({ type: 'expire' as const }),
  )
  it('is never overbooked and never loses a kVA, whatever the commands', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(command, fc.integer({ min: 0, max: 20 })), { maxLength: 80 }), (steps) => {
        let ledger = emptyLedger
        const facts: LedgerFact[] = []
        let month = 0
        for (const [step, wait] of steps) {
          month += wait / 10
          const decided = decideLedger(ledger, step, context(addMonths('2026-11-23', Math.floor(month))))
          if (!decided.ok) continue
          facts.push(...decided.value)
          ledger = decided.value.reduce(applyLedgerFact, ledger)
          for (const [place, limit] of open) {
            const counted = [...ledger.reservations.values()].filter(
              (found) => found.state === 'reserved' || found.state === 'energised',
            )
            const sum = counted
              .flatMap((found) => found.amounts)
              .reduce((total, amount) => total + (amount.place === place ? amount.amount : 0), 0)
            expect(ledger.taken.get(place) ?? 0).toBe(sum)
            expect(sum).toBeLessThanOrEqual(limit)
          }
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

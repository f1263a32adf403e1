import { describe, expect, it } from 'vitest'
import { findBody } from '#casefile'
import { getAccepted } from '#kernel'
import { appendFacts, decideStep, goneBack, refusalOf, staffActor, takeStep } from '../../../tests/case-builder.ts'
import { oneSource, plannedCase, secondSource, withPlan } from '../../../tests/sample-plan.ts'
import { shippedStandards } from '../../../tests/shipped-standards.ts'
import { determineFees } from './determine-fees.ts'
import { findStandingPayment, settleFees } from './settle-fees.ts'

const standards = await shippedStandards()
const marketing = { actor: staffActor('marketing'), at: '2026-03-10T10:00:00+08:00', standards }
const cashier = { actor: staffActor('cashier'), at: '2026-03-11T10:00:00+08:00', standards }
const payment = {
  paidFen: 5_040_000,
  paidOn: '2026-03-11',
  paymentMethod: 'bank-transfer',
  invoiceNumber: '0312345678',
}

const dual = plannedCase({ sources: [oneSource, secondSource] })

describe('确定业务费', () => {
  it('charges all circuits but the largest at the published price', () => {
    // 400 kVA by cable at 10 kV: 126 yuan per kVA in the shipped example rates, 50 400 yuan.
    const outcome = getAccepted(decideStep(dual, determineFees, { confirmed: true }, marketing))
    expect(outcome.variables).toEqual({ feesDueFen: 5_040_000 })
    expect(outcome.facts[0]?.body).toMatchObject({
      dueFen: 5_040_000,
      items: [{ unitPriceYuan: '126', quantityKva: 400 }],
    })
    expect(JSON.stringify(outcome.documents?.[0]?.document)).toContain('伍万零肆佰元整')
  })

  it('charges one of two equal circuits, and both smaller ones of three', () => {
    const equal = plannedCase({ sources: [oneSource, { ...oneSource, sourceNumber: 2 }] })
    expect(getAccepted(decideStep(equal, determineFees, { confirmed: true }, marketing)).variables).toEqual({
      feesDueFen: 630 * 12_600,
    })
    const three = plannedCase({
      sources: [secondSource, oneSource, { ...secondSource, sourceNumber: 3, capacityKva: 250, lineKind: 'overhead' }],
    })
    expect(getAccepted(decideStep(three, determineFees, { confirmed: true }, marketing)).variables).toEqual({
      feesDueFen: 400 * 12_600 + 250 * 8_400,
    })
  })

  it('gives the notice with the reason where nothing is due', () => {
    const single = getAccepted(decideStep(plannedCase(), determineFees, { confirmed: true }, marketing))
    expect(single.variables).toEqual({ feesDueFen: 0 })
    expect(single.documents?.[0]?.kind).toBe('fee-notice')
    expect(JSON.stringify(single.documents?.[0]?.document)).toContain('单电源供电，不收取高可靠性供电费')
    const temporary = plannedCase({ profile: { kind: 'temporary' } })
    const free = getAccepted(decideStep(temporary, determineFees, { confirmed: true }, marketing))
    expect(free.facts[0]?.body).toMatchObject({ dueFen: 0, items: [{ charge: 'temporary-connection', amountFen: 0 }] })
    expect(JSON.stringify(free.documents?.[0]?.document)).toContain('1895号')
  })

  it('takes no amount but the published one, and no case without a plan', () => {
    expect(refusalOf(decideStep(dual, determineFees, { confirmed: true, dueFen: 5_000_000 }, marketing))).toEqual({
      code: 'faulty-input',
      faults: ['dueFen: fee-outside-list'],
    })
    expect(decideStep(dual, determineFees, { confirmed: true, dueFen: 5_040_000 }, marketing).ok).toBe(true)
    expect(determineFees.form.safeParse({ confirmed: false }).success).toBe(false)
    const voided = goneBack(dual, ['draft-supply-plan'], [])
    expect(refusalOf(decideStep(voided, determineFees, { confirmed: true }, marketing))?.code).toBe('no-plan-in-force')
  })

  it('names every circuit the list has no price for', () => {
    const elsewhere = { ...secondSource, voltageKv: 400 }
    const unpriced = plannedCase({ sources: [elsewhere, { ...elsewhere, sourceNumber: 3 }, oneSource] })
    expect(refusalOf(decideStep(unpriced, determineFees, { confirmed: true }, marketing))).toEqual({
      code: 'charge-not-published',
      faults: ['sources.0: charge-not-published', 'sources.1: charge-not-published'],
    })
  })
})

describe('收取业务费', () => {
  const determined = takeStep(dual, determineFees, { confirmed: true }, marketing)

  it('records what was paid', () => {
    const settled = takeStep(determined, settleFees, payment, cashier)
    expect(findBody(settled, 'fees-settled')).toMatchObject({ paidFen: 5_040_000, invoiceNumber: '0312345678' })
  })

  it('refuses too much and too little with the figures, and dates that cannot be, all at once', () => {
    const over = decideStep(determined, settleFees, { ...payment, paidFen: 5_040_001, paidOn: '2026-03-12' }, cashier)
    expect(refusalOf(over)?.faults).toEqual(['paidFen: paid-too-much', 'paidOn: date-in-the-future'])
    const under = decideStep(determined, settleFees, { ...payment, paidFen: 1, paidOn: '2026-03-09' }, cashier)
    expect(refusalOf(under)?.faults).toEqual(['paidFen: paid-too-little', 'paidOn: paid-before-determined'])
    expect(under.ok ? {} : under.refusal.faults?.[0]?.data).toEqual({
      due: '50,400.00',
      paid: '0.01',
      difference: '50,399.99',
    })
  })

  it('refuses the one who determined the fee, and a fee nobody determined', () => {
    const same = { ...cashier, actor: marketing.actor }
    expect(refusalOf(decideStep(determined, settleFees, payment, same))?.code).toBe('duty-separated')
    expect(refusalOf(decideStep(dual, settleFees, payment, cashier))?.code).toBe('fees-not-determined')
  })
})

describe('going back before the fees', () => {
  const elements = ['draft-supply-plan', 'determine-fees', 'settle-fees']
  const determined = takeStep(dual, determineFees, { confirmed: true }, marketing)
  const settled = takeStep(determined, settleFees, payment, cashier)
  const typesOf = (facts: readonly { type: string }[]) => facts.map((fact) => fact.type)

  it('voids the fee, and what was paid is due back once', () => {
    const back = goneBack(settled, elements, [determineFees, settleFees])
    expect(typesOf(back.facts.slice(settled.version))).toEqual([
      'work-voided',
      'document-voided',
      'fee-voided',
      'refund-due',
    ])
    expect(findBody(back, 'refund-due')).toMatchObject({ amountFen: 5_040_000, invoiceNumber: '0312345678' })
    expect(findBody(back, 'fees-settled')).toBeUndefined()
    expect(settleFees.undo?.(back, 'again')).toEqual([])
  })

  it('gives back once what was paid, when the case ends, is reopened and ends again', () => {
    const ended = appendFacts(settled, settleFees.undo?.(settled, '撤销申请') ?? [])
    expect(findBody(ended, 'refund-due')).toMatchObject({ amountFen: 5_040_000 })
    expect(findStandingPayment(ended)).toBeUndefined()
    expect(settleFees.undo?.(ended, '再次撤销')).toEqual([])
  })

  it('gives nothing back where nothing was paid', () => {
    const back = goneBack(determined, elements, [determineFees, settleFees])
    expect(typesOf(back.facts.slice(determined.version))).toEqual(['work-voided', 'document-voided', 'fee-voided'])
  })

  it('determines and settles anew on re-entry', () => {
    const back = goneBack(settled, elements, [determineFees, settleFees])
    const replanned = withPlan(back, { sources: [oneSource, secondSource] })
    const again = takeStep(
      replanned,
      determineFees,
      { confirmed: true },
      { ...marketing, at: '2026-04-01T10:00:00+08:00' },
    )
    const paid = takeStep(
      again,
      settleFees,
      { ...payment, paidOn: '2026-04-01' },
      { ...cashier, at: '2026-04-01T11:00:00+08:00' },
    )
    expect(findBody(paid, 'fees-settled')).toMatchObject({ paidOn: '2026-04-01' })
  })
})

import { describe, expect, it } from 'vitest'
import { findBody, type UseCase } from '#casefile'
import { getAccepted, plainDate } from '#kernel'
import {
  appendFacts,
  customerActor,
  decideStep,
  goneBack,
  refusalOf,
  staffActor,
  takeStep,
} from '../../../tests/case-builder.ts'
import {
  beforeEnergising,
  caseAfter,
  checkForm,
  energiseForm,
  outageForm,
  permitForm,
  type SampleStep,
  signature,
  tieInForm,
} from '../../../tests/sample-energising.ts'
import { oneSource, secondSource } from '../../../tests/sample-plan.ts'
import { shippedStandards } from '../../../tests/shipped-standards.ts'
import { checkBeforeEnergising } from './check-before-energising.ts'
import { checkOnLoad } from './check-on-load.ts'
import { energise } from './energise.ts'
import { permitEnergising } from './permit-energising.ts'
import { planOutage } from './plan-outage.ts'
import { signEnergisingForm } from './sign-energising-form.ts'
import { tieIn } from './tie-in.ts'

const standards = await shippedStandards()
const by = (at: string) => ({ actor: staffActor('operation'), at: `2026-04-${at}:00+08:00`, standards })
const until = (step: SampleStep) => beforeEnergising.slice(0, beforeEnergising.indexOf(step) + 1)
const metered = caseAfter(until('meter'), standards)
const outagePlanned = caseAfter(until('outage-plan'), standards)
const tiedIn = caseAfter(until('tie-in'), standards)
const checked = caseAfter(until('check'), standards)
const permitted = caseAfter(until('permission'), standards)
const energised = caseAfter([...beforeEnergising, 'energise'], standards)
const refusedFaults = (...args: Parameters<typeof decideStep>) => refusalOf(decideStep(...args))?.faults

describe('停(送)电计划', () => {
  it('needs no notice where the line stays live', () => {
    expect(decideStep(metered, planOutage, outageForm, by('01T11:00')).ok).toBe(true)
  })

  it('announces an outage the published days ahead', () => {
    const outage = {
      ...outageForm,
      manner: 'outage',
      plannedFrom: '2026-04-08T08:00:00+08:00',
      plannedTo: '2026-04-08T12:00:00+08:00',
    }
    expect(refusedFaults(metered, planOutage, outage, by('01T11:00'))).toEqual(['announcedOn: required'])
    const announced = { ...outage, announcedOn: '2026-04-01' }
    expect(decideStep(metered, planOutage, announced, by('01T11:00')).ok).toBe(true)
    const late = { ...announced, plannedFrom: '2026-04-07T08:00:00+08:00' }
    expect(refusedFaults(metered, planOutage, late, by('01T11:00'))).toEqual(['plannedFrom: notice-too-short'])
  })

  it('names a window that is over or ends before it begins', () => {
    const past = { ...outageForm, plannedFrom: '2026-03-31T08:00:00+08:00', plannedTo: '2026-03-31T07:00:00+08:00' }
    expect(refusedFaults(metered, planOutage, past, by('01T11:00'))).toEqual([
      'plannedTo: ends-before-it-begins',
      'plannedFrom: planned-in-the-past',
    ])
  })
})

describe('停电/带电接火', () => {
  it('happens within the approved plan', () => {
    expect(findBody(tiedIn, 'tied-in')).toMatchObject({ workLeader: '曹运', manner: 'live' })
    const early = { ...tieInForm, tiedInAt: '2026-04-02T07:59:00+08:00' }
    expect(refusedFaults(outagePlanned, tieIn, early, by('02T09:10'))).toEqual(['tiedInAt: outside-outage-plan'])
    const future = { ...tieInForm, tiedInAt: '2026-04-02T18:01:00+08:00' }
    expect(refusedFaults(outagePlanned, tieIn, future, by('02T09:10'))).toEqual([
      'tiedInAt: time-in-the-future',
      'tiedInAt: outside-outage-plan',
    ])
    expect(refusalOf(decideStep(metered, tieIn, tieInForm, by('02T09:10')))?.code).toBe('no-outage-plan')
  })
})

describe('送电前检查', () => {
  it('is done by two persons and passes only where every point is good', () => {
    const bad = {
      ...checkForm,
      secondChecker: '刘畅',
      groundingRemoved: false,
      peopleClear: false,
      checkedAt: '2026-04-02T08:30:00+08:00',
    }
    expect(refusedFaults(tiedIn, checkBeforeEnergising, bad, by('02T10:10'))).toEqual([
      'checkedAt: before-earlier-step',
      'groundingRemoved: check-not-good',
      'peopleClear: check-not-good',
      'secondChecker: two-persons-needed',
    ])
    expect(refusalOf(decideStep(outagePlanned, checkBeforeEnergising, checkForm, by('02T10:10')))?.code).toBe(
      'not-tied-in',
    )
  })
})

describe('调度许可 and 送电', () => {
  it('keep the order of time and two different people', () => {
    const early = { ...permitForm, permittedAt: '2026-04-02T09:59:00+08:00', receivedBy: '值班调度' }
    expect(refusedFaults(checked, permitEnergising, early, by('02T10:40'))).toEqual([
      'permittedAt: before-earlier-step',
      'receivedBy: two-persons-needed',
    ])
    const alone = { ...energiseForm, guardian: '吴鹏', energisedAt: '2026-04-02T12:00:00+08:00' }
    expect(refusedFaults(permitted, energise, alone, by('02T11:10'))).toEqual([
      'energisedAt: time-in-the-future',
      'guardian: two-persons-needed',
    ])
  })

  it('switch the supply on and end the whole clock', () => {
    const outcome = getAccepted(decideStep(permitted, energise, energiseForm, by('02T11:10')))
    expect(outcome.supplyOn).toBe(true)
    expect(outcome.facts[0]).toMatchObject({ type: 'supply-switched-on', happenedAt: '2026-04-02T03:00:00.000Z' })
  })

  it.each<[string, UseCase, number]>([
    ['tie-in', tieIn, 1],
    ['permit-energising', permitEnergising, 3],
    ['energise', energise, 4],
  ])('%s stands behind the safety gate', (_, useCase, chainItems) => {
    const gate = useCase.gate?.(metered, standards, plainDate('2026-04-02')) ?? []
    expect(gate.filter((item) => !item.met)).toHaveLength(chainItems)
    expect(useCase.gate?.(permitted, standards, plainDate('2026-04-02')).every((item) => item.met)).toBe(true)
  })
})

describe('核相与带负荷检查', () => {
  const form = {
    checkedAt: '2026-04-02T12:00:00+08:00',
    checkedBy: '吴鹏',
    phaseRotationRight: true,
    meterRunsRight: true,
  }
  const dual = caseAfter([...beforeEnergising, 'energise'], standards, { sources: [oneSource, secondSource] })

  it('asks one source for rotation and meter only', () => {
    expect(decideStep(energised, checkOnLoad, form, by('02T12:10')).ok).toBe(true)
    const bad = { ...form, phaseRotationRight: false, meterRunsRight: false }
    expect(refusedFaults(energised, checkOnLoad, bad, by('02T12:10'))).toEqual([
      'phaseRotationRight: check-not-good',
      'meterRunsRight: check-not-good',
    ])
    expect(refusalOf(decideStep(permitted, checkOnLoad, form, by('02T12:10')))?.code).toBe('supply-not-on')
  })

  it('asks two sources for phasing before any changeover', () => {
    expect(refusedFaults(dual, checkOnLoad, form, by('02T12:10'))).toEqual([
      'phasedAt: phasing-needed',
      'phasesMatch: check-not-good',
    ])
    const phased = { ...form, phasedAt: '2026-04-02T11:40:00+08:00', phasesMatch: true }
    expect(
      decideStep(dual, checkOnLoad, { ...phased, changedOverAt: '2026-04-02T11:50:00+08:00' }, by('02T12:10')).ok,
    ).toBe(true)
    const before = { ...phased, changedOverAt: '2026-04-02T11:30:00+08:00' }
    expect(refusedFaults(dual, checkOnLoad, before, by('02T12:10'))).toEqual([
      'changedOverAt: changed-over-before-phasing',
    ])
    const never = { ...form, changedOverAt: '2026-04-02T11:30:00+08:00' }
    expect(refusedFaults(dual, checkOnLoad, never, by('02T12:10'))).toEqual([
      'phasedAt: phasing-needed',
      'phasesMatch: check-not-good',
      'changedOverAt: changed-over-before-phasing',
    ])
    const after = { ...phased, phasedAt: '2026-04-02T12:05:00+08:00' }
    expect(refusedFaults(dual, checkOnLoad, after, by('02T12:10'))).toEqual(['phasedAt: after-the-check'])
  })
})

describe('签收送电单', () => {
  const customer = { actor: customerActor, at: '2026-04-02T15:00:00+08:00', standards }

  it('issues the form with meter, readings and the time of energising, signed', () => {
    const outcome = getAccepted(decideStep(energised, signEnergisingForm, { signature }, customer))
    expect(outcome.documents?.map((order) => order.kind)).toEqual(['energising-form'])
    const text = JSON.stringify(outcome.documents?.[0]?.document)
    for (const part of ['新装送电单', '2026-04-02 11:00', '3310000010', '王建国']) expect(text).toContain(part)
  })

  it('fixes the as-built annex that was not known when the contract was signed, once', () => {
    const equipment = [{ name: '变压器', model: 'SCB14-630', maker: '客户自购', quantity: 1 }]
    const built = appendFacts(energised, [
      {
        type: 'completion-reported',
        body: { elementId: 'report-completion', taskId: 'report-completion#1', equipment },
      },
    ])
    const signed = takeStep(built, signEnergisingForm, { signature }, customer)
    expect(signed.state.documents.map((entry) => entry.kind)).toContain('contract-annex-as-built')
    const again = getAccepted(decideStep(signed, signEnergisingForm, { signature }, customer))
    expect(again.documents?.map((order) => order.kind)).toEqual(['energising-form'])
  })

  it('is refused while the supply is off', () => {
    expect(refusalOf(decideStep(permitted, signEnergisingForm, { signature }, customer))?.code).toBe('supply-not-on')
  })
})

describe('going back in the chain', () => {
  it('voids what rested on it; the steps are done anew in their order', () => {
    const back = goneBack(permitted, ['check-before-energising', 'permit-energising'], [])
    const missing = energise.gate?.(back, standards, plainDate('2026-04-02')).filter((item) => !item.met)
    expect(missing?.map((item) => item.item)).toEqual(['pre-energising-check', 'energising-permission'])
    const again = takeStep(back, checkBeforeEnergising, checkForm, by('02T10:50'))
    expect(
      decideStep(again, permitEnergising, { ...permitForm, permittedAt: '2026-04-02T10:55:00+08:00' }, by('02T11:00'))
        .ok,
    ).toBe(true)
  })
})

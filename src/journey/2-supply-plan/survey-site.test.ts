import { describe, expect, it } from 'vitest'
import { findFact } from '#casefile'
import { getAccepted, plainDate } from '#kernel'
import { decideStep, goneBack, refusalOf, staffActor, takeStep } from '../../../tests/case-builder.ts'
import { acceptedCase, surveyOfFactory } from '../../../tests/sample-site.ts'
import { shippedStandards } from '../../../tests/shipped-standards.ts'
import { readPlanBasis } from './rules/plan-basis.ts'
import { planRules } from './rules/propose-supply-plan.ts'
import { distanceM } from './rules/survey-flags.ts'
import { surveySite } from './survey-site.ts'

const standards = await shippedStandards()
const step = { actor: staffActor('account-manager'), at: '2026-03-04T10:00:00+08:00', standards }
const lowVoltage = { profile: { voltageClass: 'lv', capacityKva: null }, variables: { loadKw: 8 } } as const

describe('survey-site', () => {
  it('records what was found, sets what the gateways read, and makes the record', () => {
    const outcome = getAccepted(decideStep(acceptedCase(), surveySite, { ...surveyOfFactory, gridWorks: true }, step))
    expect(outcome.facts[0]).toMatchObject({ type: 'site-surveyed', body: { approvedCapacityKva: 630, flags: [] } })
    expect(outcome.variables).toEqual({ customerWorks: true, gridWorks: true, ownGenerator: false })
    expect(outcome.profile).toEqual({ capacityKva: 630 })
    expect(outcome.documents?.map((order) => order.kind)).toEqual(['survey-record'])
  })

  it('asks little of low voltage: who, when, how much, whether works are needed', () => {
    const form = {
      surveyedOn: '2026-03-03',
      surveyors: ['马骁'],
      canSupply: true,
      approvedLoadKw: 8,
      phases: 'single-phase',
      customerWorks: false,
      gridWorks: false,
    }
    const outcome = getAccepted(decideStep(acceptedCase(lowVoltage), surveySite, form, step))
    expect(outcome.facts[0]?.body.flags).toEqual(['no-location', 'no-photos'])
  })

  it('flags a position farther from the address than the setting allows', () => {
    const premise = { longitude: 120.5218, latitude: 29.8784 }
    const outcome = getAccepted(decideStep(acceptedCase({ premise }), surveySite, surveyOfFactory, step))
    expect(outcome.facts[0]?.body.flags).toEqual(['location-far'])
    // 0.005° of latitude: 0.005 · 111.2 km = 556 m.
    expect(distanceM(surveyOfFactory.location, premise)).toBeCloseTo(556, 0)
  })

  it('only suspects importance; a grade already confirmed stays', () => {
    const form = { ...surveyOfFactory, importanceHint: 'suspected' }
    expect(getAccepted(decideStep(acceptedCase(), surveySite, form, step)).variables?.importance).toBe('suspected')
    const confirmed = acceptedCase({ variables: { importance: 'second' } })
    expect(getAccepted(decideStep(confirmed, surveySite, form, step)).variables).not.toHaveProperty('importance')
  })

  it('names every fault at once', () => {
    const form = {
      surveyedOn: '2026-03-05',
      surveyors: ['周岚'],
      canSupply: true,
      phases: 'single-phase',
      customerWorks: true,
      gridWorks: false,
      ownGenerator: true,
    }
    expect(refusalOf(decideStep(acceptedCase(), surveySite, form, step))).toEqual({
      code: 'faulty-input',
      faults: [
        'surveyedOn: date-in-future',
        'approvedCapacityKva: required',
        'lineDistanceM: required',
        'phases: three-phase-needed',
        'ownGeneratorKw: required',
      ],
    })
    const early = { ...surveyOfFactory, surveyedOn: '2026-03-01', canSupply: false }
    expect(refusalOf(decideStep(acceptedCase(), surveySite, early, step))?.faults).toEqual([
      'surveyedOn: before-application',
      'cannotSupplyReason: reason-needed',
    ])
  })

  it('accepts that supply is not possible, with the reason', () => {
    const form = { ...surveyOfFactory, canSupply: false, cannotSupplyReason: '线路重载，需先转供' }
    const surveyed = takeStep(acceptedCase(), surveySite, form, step)
    const basis = getAccepted(readPlanBasis(surveyed, planRules(standards, plainDate('2026-03-04')).power))
    expect(basis).toMatchObject({ canSupply: false, cannotSupplyReason: '线路重载，需先转供', capacityKva: 630 })
  })

  it('no longer stands after a return, and can be made again', () => {
    const surveyed = takeStep(acceptedCase(), surveySite, surveyOfFactory, step)
    const back = goneBack(surveyed, ['survey-site'], [surveySite])
    expect(findFact(back, 'site-surveyed')).toBeUndefined()
    const { power } = planRules(standards, plainDate('2026-03-04'))
    expect(refusalOf(readPlanBasis(back, power))?.code).toBe('no-survey')
    const again = takeStep(back, surveySite, { ...surveyOfFactory, approvedCapacityKva: 400 }, step)
    expect(getAccepted(readPlanBasis(again, power)).capacityKva).toBe(400)
  })
})

import { describe, expect, it } from 'vitest'
import type { Actor, CaseFile, CaseVerb, NewFact, PublishedStandards } from '#casefile'
import { dateInShanghai, getAccepted, type Result } from '#kernel'
import {
  appendFacts,
  customerActor,
  decideStep,
  openedCase,
  refusalOf,
  staffActor,
} from '../../../tests/case-builder.ts'
import { samplePlan } from '../../../tests/sample-plan.ts'
import { shippedStandards } from '../../../tests/shipped-standards.ts'
import { answerSupplyPlan } from './answer-supply-plan.ts'
import { extendPlanValidity } from './extend-plan-validity.ts'
import { waitForCapacity } from './wait-for-capacity.ts'

const shipped = await shippedStandards()
const manager = staffActor('manager')
const replied = (validUntil: string, voltageClass: 'hv' | 'lv' = 'hv'): CaseFile =>
  appendFacts(openedCase({ voltageClass }), [
    { type: 'supply-plan-drafted', body: samplePlan as never },
    { type: 'supply-plan-replied', body: { validUntil } },
  ])
function act(verb: CaseVerb, file: CaseFile, form: object, at: string, actor: Actor = manager, standards = shipped) {
  const now = new Date(`${at}T10:00:00+08:00`)
  const input = { file, form: verb.form.parse(form), actor, now, today: dateInShanghai(now), standards, staff: [] }
  return verb.decide(input)
}
const extend = (file: CaseFile, validUntil: string, at: string, standards: PublishedStandards = shipped) =>
  act(extendPlanValidity, file, { validUntil, reason: '厂房开工推迟' }, at, manager, standards)
const codes = (result: Result<unknown>) => [refusalOf(result)?.code, ...(refusalOf(result)?.faults ?? [])]

describe('extending the validity of a plan', () => {
  it('is asked for ten days before the end, for once more the validity at most: a year at high voltage, three months at low', () => {
    const high = replied('2027-03-05')
    expect(getAccepted(extend(high, '2028-03-05', '2027-02-23')).facts[0]?.body).toMatchObject({
      before: '2027-03-05',
      validUntil: '2028-03-05',
      reason: '厂房开工推迟',
      extendedBy: 'staff:manager',
    })
    expect(codes(extend(high, '2028-03-05', '2027-02-24'))).toEqual(['extension-too-late'])
    expect(codes(extend(high, '2028-03-06', '2027-01-01'))).toEqual(['faulty-input', 'validUntil: extension-too-long'])
    expect(codes(extend(high, '2027-03-05', '2027-01-01'))).toEqual(['faulty-input', 'validUntil: extension-not-later'])
    const low = replied('2026-06-05', 'lv')
    expect(extend(low, '2026-09-05', '2026-05-01').ok).toBe(true)
    expect(codes(extend(low, '2026-09-06', '2026-05-01'))[1]).toBe('validUntil: extension-too-long')
  })

  it('a second time reaches no further than the first could', () => {
    const once = appendFacts(
      replied('2027-03-05'),
      getAccepted(extend(replied('2027-03-05'), '2027-09-05', '2027-01-01')).facts,
    )
    expect(extend(once, '2028-03-05', '2027-08-01').ok).toBe(true)
    expect(codes(extend(once, '2028-03-06', '2027-08-01'))[1]).toBe('validUntil: extension-too-long')
  })

  it('goes by the settings in force, which a company publishes', () => {
    const own: PublishedStandards = {
      ...shipped,
      setting: (key, day) => (key === 'plan-validity-months-hv' ? 6 : shipped.setting(key, day)),
    }
    expect(codes(extend(replied('2027-03-05'), '2027-10-01', '2027-01-01', own))[1]).toBe(
      'validUntil: extension-too-long',
    )
  })

  it('keeps the reply answerable; without it the same answer comes too late', () => {
    const answer = (file: CaseFile) => {
      const step = { actor: customerActor, at: '2027-06-01T10:00:00+08:00', standards: shipped }
      return refusalOf(decideStep(file, answerSupplyPlan, { accepts: false, wishes: '改为 800 kVA' }, step))?.code
    }
    expect(answer(replied('2027-03-05'))).toBe('plan-expired')
    const extended: NewFact = { type: 'plan-validity-extended', body: { validUntil: '2027-09-05' } }
    expect(answer(appendFacts(replied('2027-03-05'), [extended]))).toBeUndefined()
  })

  it('is granted by a manager or the marketing department, while the plan is replied and the supply is not on', () => {
    const form = { validUntil: '2027-12-01', reason: '厂房开工推迟' }
    const by = (actor: Actor, file = replied('2027-03-05')) =>
      codes(act(extendPlanValidity, file, form, '2027-01-01', actor))[0]
    expect([by(staffActor('marketing')), by(staffActor('designer')), by(staffActor('account-manager'))]).toEqual([
      undefined,
      'no-right',
      'no-right',
    ])
    expect(by(manager, openedCase())).toBe('no-plan-replied')
    const on = appendFacts(replied('2027-03-05'), [{ type: 'supply-switched-on', body: {} }])
    expect(by(manager, on)).toBe('supply-is-on')
  })
})

describe('waiting for capacity', () => {
  const open = (useCase: string): NewFact => ({
    type: 'task-opened',
    body: {
      taskId: `${useCase}#1`,
      elementId: useCase,
      useCase,
      role: 'designer',
      stage: 's',
      clockOwner: 'company',
      customerVisible: true,
    },
  })
  const wait = (file: CaseFile, form: object = {}, actor: Actor = staffActor('account-manager')) =>
    act(waitForCapacity, file, form, '2026-03-06', actor)
  const drafted = appendFacts(openedCase(), [{ type: 'supply-plan-drafted', body: samplePlan as never }])

  it('asks for what the drafted plan takes, at the step of the reply alone', () => {
    const facts = getAccepted(wait(appendFacts(drafted, [open('reply-supply-plan')]))).facts
    expect(facts).toMatchObject([{ type: 'capacity-waited-for', body: { promised: [{ capacityKva: 630 }] } }])
    expect(codes(wait(drafted))).toEqual(['no-reply-due'])
    expect(codes(wait(drafted, {}, staffActor('clerk')))).toEqual(['no-right'])
  })

  it('where draft and reply are one step, for the sources of the form', () => {
    const file = appendFacts(openedCase({ voltageClass: 'lv' }), [open('give-supply-plan')])
    expect(codes(wait(file))).toEqual(['faulty-input', 'sources: required'])
    const sources = [
      { sourceNumber: 1, substation: '柳林变', feeder: '3 号公变', accessPoint: '3 号公变', capacityKva: 20 },
    ]
    expect(getAccepted(wait(file, { sources })).facts[0]?.body.promised).toMatchObject([{ feeder: '3 号公变' }])
  })
})

import { describe, expect, it } from 'vitest'
import type { CaseFile, UseCase } from '#casefile'
import { mayDoTask } from '#casefile/may-do-task'
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
import { acceptedCase, type SampleSite, surveyOfFactory } from '../../../tests/sample-site.ts'
import { shippedStandards } from '../../../tests/shipped-standards.ts'
import { answerSupplyPlan } from './answer-supply-plan.ts'
import { draftSupplyPlan } from './draft-supply-plan.ts'
import { giveSupplyPlan } from './give-supply-plan.ts'
import { replySupplyPlan } from './reply-supply-plan.ts'
import { approvedPlan, findDraft } from './rules/plan-standing.ts'
import { prefillSupplyPlan } from './rules/prefill-plan.ts'
import { signOffPlan } from './sign-off-plan.ts'
import { surveySite } from './survey-site.ts'

const standards = await shippedStandards()
const today = plainDate('2026-03-05')
const at = '2026-03-05T10:00:00+08:00'
const designer = { actor: staffActor('designer'), at, standards }
const manager = { actor: staffActor('account-manager'), at, standards }
const customer = { actor: customerActor, at, standards }
const all = [surveySite, draftSupplyPlan, giveSupplyPlan, signOffPlan, replySupplyPlan, answerSupplyPlan]

const places = { substation: '城东变', feeder: '10kV 工业一线', accessPoint: '工业一线 3 号环网柜' }
const boundary = { boundaryPoint: '工业一线 3 号环网柜出线间隔电缆终端连接处' }

function surveyed(site: SampleSite = {}, survey = {}): CaseFile {
  return takeStep(acceptedCase(site), surveySite, { ...surveyOfFactory, ...survey }, manager)
}

/** The proposal with the network's names filled in, as a designer would send it. */
function planFor(file: CaseFile, differs: Record<string, unknown> = {}) {
  const plan = getAccepted(prefillSupplyPlan(file, standards, today))
  const sources = plan.sources.map((source) => ({ ...source, ...places, ...boundary }))
  return { ...plan, sources, ...differs }
}
const draft = (file: CaseFile, differs: Record<string, unknown> = {}) =>
  takeStep(file, draftSupplyPlan, planFor(file, differs), designer)

const signOffs = ['planning', 'operation', 'dispatching', 'marketing'] as const
function signOff(file: CaseFile, element: string, agrees = true, opinion = '') {
  const step = { actor: staffActor('planning', element), at, standards, element: `sign-off-${element}` }
  return takeStep(file, signOffPlan, { agrees, opinion }, step)
}
const signedOff = (file: CaseFile) => signOffs.reduce((so, element) => signOff(so, element), file)
const replied = () => takeStep(signedOff(draft(surveyed())), replySupplyPlan, {}, manager)
const accepted = () =>
  takeStep(
    replied(),
    answerSupplyPlan,
    { accepts: true, signature: { name: '陈志远', method: 'phone-code' } },
    customer,
  )

describe('draft-supply-plan', () => {
  it('keeps the plan with its checks and sets what the gateways read', () => {
    const file = surveyed()
    const outcome = getAccepted(decideStep(file, draftSupplyPlan, planFor(file), designer))
    expect(outcome.facts[0]).toMatchObject({
      type: 'supply-plan-drafted',
      body: { approvedCapacityKva: 630, excused: [] },
    })
    expect(outcome.variables).toEqual({
      customerWorks: true,
      gridWorks: false,
      dispatched: false,
      ownGenerator: false,
      sources: 1,
      planAgreed: false,
      planAccepted: false,
    })
  })

  it('needs a survey', () => {
    const form = planFor(surveyed())
    expect(refusalOf(decideStep(acceptedCase(), draftSupplyPlan, form, designer))?.code).toBe('no-survey')
  })

  it('names every departure without a reason and every unfinished row at once', () => {
    const file = surveyed()
    const proposed = getAccepted(prefillSupplyPlan(file, standards, today))
    const [source] = proposed.sources
    const sources = [{ ...source, ...places, role: 'standby', boundaryPoint: `${'＿＿'}间隔电缆终端连接处` }]
    const form = { ...proposed, sources, compensationKvar: 10, deviations: [{ check: 'no-such', reason: '没有依据' }] }
    expect(refusalOf(decideStep(file, draftSupplyPlan, form, designer))).toEqual({
      code: 'faulty-input',
      faults: [
        'sources.0.boundaryPoint: name-the-place',
        'sources: no-main-source',
        'deviations: deviation-needs-reason',
        'deviations.0.check: unknown-check',
      ],
    })
    const blank = { ...proposed, opinion: '' }
    expect(draftSupplyPlan.form.safeParse(blank).success).toBe(false)
  })

  it('refuses rows that contradict each other', () => {
    const file = surveyed()
    const plan = planFor(file)
    const form = { ...plan, sources: [...plan.sources, ...plan.sources], transformers: [], voltageKv: 0.38 }
    const faults = refusalOf(decideStep(file, draftSupplyPlan, form, designer))?.faults ?? []
    expect(faults).toContain('sources.1.sourceNumber: number-twice')
    expect(faults).toContain('voltageKv: other-voltage-class')
    expect(faults).toContain('transformers: required')
  })

  it('takes a departure with its reason', () => {
    const deviations = [{ check: 'compensation', reason: '用户变频设备自带补偿' }]
    const file = draft(surveyed(), { compensationKvar: 10, deviations })
    expect(file.facts.findLast((fact) => fact.type === 'supply-plan-drafted')?.body.excused).toEqual(['compensation'])
  })

  it('asks how, where the survey found that supply is not possible', () => {
    const file = surveyed({}, { canSupply: false, cannotSupplyReason: '线路重载' })
    expect(refusalOf(decideStep(file, draftSupplyPlan, planFor(file), designer))?.faults).toEqual([
      'deviations: deviation-needs-reason',
    ])
    const deviations = [{ check: 'can-supply', reason: '先将 200 kVA 转供至城西一线' }]
    expect(findDraft(draft(file, { deviations }))?.deviations).toEqual(deviations)
  })
})

describe('sign-off-plan', () => {
  it('is agreed when every department of the round agrees, whoever is last', () => {
    const file = draft(surveyed())
    const one = signOff(file, 'planning', false, '间隔不足')
    expect(one.state.variables.planAgreed).toBe(false)
    const rest = ['operation', 'dispatching', 'marketing'].reduce((so, element) => signOff(so, element), one)
    expect(rest.state.variables.planAgreed).toBe(false)
    expect(signedOff(file).state.variables.planAgreed).toBe(true)
  })

  it('counts only the round since the last draft', () => {
    const against = signOff(draft(surveyed()), 'planning', false, '间隔不足')
    expect(getAccepted(prefillSupplyPlan(against, standards, today)).objections.signOffs).toMatchObject([
      { elementId: 'sign-off-planning', opinion: '间隔不足' },
    ])
    expect(signedOff(draft(against)).state.variables.planAgreed).toBe(true)
  })

  it('asks for the reason of a no, and for a plan', () => {
    const step = { ...designer, element: 'sign-off-planning' }
    expect(refusalOf(decideStep(draft(surveyed()), signOffPlan, { agrees: false }, step))?.faults).toEqual([
      'opinion: reason-needed',
    ])
    expect(refusalOf(decideStep(surveyed(), signOffPlan, { agrees: true }, step))?.code).toBe('no-plan-drafted')
  })

  it('is not for the designer of the plan', () => {
    const file = draft(surveyed())
    const opened = appendFacts(file, [
      {
        type: 'task-opened',
        body: {
          taskId: 'sign',
          elementId: 'sign-off-planning',
          useCase: 'sign-off-plan',
          role: 'designer',
          stage: 'plan-reply',
          clockOwner: 'company',
          customerVisible: false,
        },
      },
    ])
    const task = opened.state.tasks.get('sign')
    if (!task) throw new Error('the task is open')
    const other = staffActor('designer', 'another-designer')
    expect(refusalOf(mayDoTask(designer.actor, opened, task, standards, today))?.code).toBe('duty-separated')
    expect(mayDoTask(other, opened, task, standards, today).ok).toBe(true)
  })
})

describe('reply-supply-plan', () => {
  it('issues the prescribed form, says until when it is valid, and promises the capacity', () => {
    const outcome = getAccepted(decideStep(signedOff(draft(surveyed())), replySupplyPlan, {}, manager))
    expect(outcome.facts[0]).toMatchObject({
      type: 'supply-plan-replied',
      body: { validUntil: '2027-03-05', needsAnswer: true, charges: [], promised: [{ capacityKva: 630 }] },
    })
    expect(outcome.profile).toEqual({ capacityKva: 630 })
    const [form] = outcome.documents ?? []
    expect(form?.kind).toBe('plan-reply-hv')
    const text = JSON.stringify(form?.document)
    for (const words of ['高压供电方案答复单', '高供高计', '50/5', '<svg']) {
      expect(text).toContain(words)
    }
    expect(form?.noticeValues).toEqual({ validUntil: '2027-03-05', extensionDays: 10 })
  })

  it('lists the service charges of a second source', () => {
    const site = { variables: { sources: 2 }, load: { sources: 2 } }
    const outcome = getAccepted(decideStep(signedOff(draft(surveyed(site))), replySupplyPlan, {}, manager))
    // 2 × 315 kVA by two sources of 630 kVA each: 630 · 126 yuan.
    expect(outcome.facts[0]?.body.charges).toMatchObject([{ quantityKva: 630, amountFen: 7_938_000 }])
    expect(JSON.stringify(outcome.documents)).toContain('79,380.00')
  })

  it('charges an increase for what comes on top of a second source', () => {
    const site = { variables: { sources: 2 }, load: { sources: 2 } }
    const plan = planFor(surveyed(site))
    const chargesWith = (existingKva: number) => {
      const sources = plan.sources.map((source, at) => (at === 1 ? { ...source, existingKva } : source))
      const file = signedOff(draft(surveyed(site), { sources }))
      return getAccepted(decideStep(file, replySupplyPlan, {}, manager)).facts[0]?.body.charges
    }
    // 315 of the 630 kVA are there already: 315 · 126 yuan; all of them, nothing.
    expect(chargesWith(315)).toMatchObject([{ quantityKva: 315, amountFen: 3_969_000 }])
    expect(chargesWith(630)).toEqual([])
  })

  it('names a listed industry in Chinese and any other as the customer wrote it', () => {
    const industryOn = (industry: string) => {
      const file = signedOff(draft(surveyed({ load: { industry } })))
      return JSON.stringify(getAccepted(decideStep(file, replySupplyPlan, {}, manager)).documents)
    }
    expect(industryOn('hospital-tertiary')).toContain('三级医院')
    expect(industryOn('机械加工')).toContain('机械加工')
  })

  it('is refused while documents the plan needs are missing, naming each', () => {
    const file = signedOff(draft(surveyed({ documents: ['business-licence'] })))
    expect(refusalOf(decideStep(file, replySupplyPlan, {}, manager))).toEqual({
      code: 'documents-missing',
      faults: [
        'documents.property-proof: document-missing',
        'documents.equipment-list: document-missing',
        'documents.site-plan: document-missing',
        'documents.load-statement: document-missing',
      ],
    })
  })

  it('needs a plan', () => {
    expect(refusalOf(decideStep(surveyed(), replySupplyPlan, {}, manager))?.code).toBe('no-plan-drafted')
  })
})

describe('answer-supply-plan', () => {
  it('accepts with a signature on the reply form', () => {
    const file = accepted()
    expect(file.state.variables.planAccepted).toBe(true)
    expect(file.state.documents.find((document) => document.kind === 'plan-reply-hv')?.signatures).toMatchObject([
      { name: '陈志远', method: 'phone-code' },
    ])
    expect(approvedPlan(replied())).toBeUndefined()
    expect(approvedPlan(file)?.approvedCapacityKva).toBe(630)
  })

  it('opens a new round for what the customer wants otherwise, and gives the capacity free', () => {
    const outcome = getAccepted(
      decideStep(replied(), answerSupplyPlan, { accepts: false, wishes: '改为 800 kVA' }, customer),
    )
    expect(outcome.newRoundBecause).toBe('改为 800 kVA')
    expect(outcome.variables).toEqual({ planAccepted: false })
    expect(outcome.facts.map((fact) => fact.type)).toEqual(['supply-plan-answered', 'promised-capacity-released'])
    const changed = takeStep(replied(), answerSupplyPlan, { accepts: false, wishes: '改为 800 kVA' }, customer)
    const prefill = getAccepted(prefillSupplyPlan(changed, standards, today))
    expect(prefill.objections.wishes).toBe('改为 800 kVA')
    expect(prefill.sources[0]?.feeder).toBe('10kV 工业一线')
    expect(approvedPlan(draft(changed))).toBeUndefined()
  })

  it('asks for signature or wishes', () => {
    const faults = (form: unknown) => refusalOf(decideStep(replied(), answerSupplyPlan, form, customer))?.faults
    expect(faults({ accepts: true })).toEqual(['signature: signature-needed'])
    expect(faults({ accepts: false })).toEqual(['wishes: wishes-needed'])
  })

  it('is refused after the plan expired, on its last day it is not', () => {
    const form = { accepts: true, signature: { name: '陈志远', method: 'phone-code' } }
    const on = (day: string) =>
      refusalOf(decideStep(replied(), answerSupplyPlan, form, { ...customer, at: `${day}T12:00:00+08:00` }))?.code
    expect(on('2027-03-05')).toBeUndefined()
    expect(on('2027-03-06')).toBe('plan-expired')
  })

  it('needs a reply', () => {
    const form = { accepts: true, signature: { name: '陈志远', method: 'phone-code' } }
    expect(refusalOf(decideStep(signedOff(draft(surveyed())), answerSupplyPlan, form, customer))?.code).toBe(
      'no-plan-replied',
    )
  })
})

describe('going back behind the reply', () => {
  it('voids the plan and its form, and gives the promised capacity free once', () => {
    const elements = ['draft-supply-plan', 'sign-off-planning', 'reply-supply-plan', 'answer-supply-plan']
    const back = goneBack(accepted(), elements, all)
    expect(approvedPlan(back)).toBeUndefined()
    expect(findDraft(back)).toBeUndefined()
    expect(back.state.documents.find((document) => document.kind === 'plan-reply-hv')?.voidedBecause).toBeTruthy()
    const released = back.facts.filter((fact) => fact.type === 'promised-capacity-released')
    expect(released.map((fact) => fact.body.promised)).toMatchObject([[{ capacityKva: 630 }]])
    expect(replySupplyPlan.undo?.(back, '再次退回')).toEqual([])
  })

  it('can be gone forward again', () => {
    const elements = ['draft-supply-plan', ...signOffs.map((name) => `sign-off-${name}`), 'reply-supply-plan']
    const back = goneBack(accepted(), [...elements, 'answer-supply-plan'], all)
    const again = takeStep(signedOff(draft(back)), replySupplyPlan, {}, manager)
    const form = { accepts: true, signature: { name: '陈志远', method: 'phone-code' } }
    expect(approvedPlan(takeStep(again, answerSupplyPlan, form, customer))?.approvedCapacityKva).toBe(630)
  })
})

describe('give-supply-plan', () => {
  const shop: SampleSite = {
    profile: { voltageClass: 'lv', capacityKva: null },
    variables: { loadKw: 45, limitClass: 'lv-zero' },
    load: { requestedKw: 45 },
    documents: ['business-licence', 'equipment-list'],
    applicantKind: 'sole-trader',
  }
  const short = (useCase: UseCase, file: CaseFile, differs = {}) =>
    decideStep(file, useCase, planFor(file, differs), designer)
  const onShort = (file: CaseFile) =>
    appendFacts(file, [{ type: 'process-started', body: { process: 'lv-short', version: 1, variant: 'lv-short' } }])
  const survey = { approvedLoadKw: 45, approvedCapacityKva: undefined, lineDistanceM: 40 }

  it('is draft and written reply in one, and no answer is waited for', () => {
    const file = onShort(surveyed(shop, survey))
    const outcome = getAccepted(short(giveSupplyPlan, file))
    expect(outcome.facts.map((fact) => fact.type)).toEqual(['supply-plan-drafted', 'supply-plan-replied'])
    expect(outcome.facts[1]?.body.validUntil).toBe('2026-06-05')
    expect(outcome.documents?.[0]?.kind).toBe('plan-reply-lv')
    expect(outcome.variables).toMatchObject({ planAgreed: true, planAccepted: true, dispatched: false })
    const given = takeStep(file, giveSupplyPlan, planFor(file), designer)
    expect(approvedPlan(given)?.approvedCapacityKva).toBe(45)
  })

  it('needs a second person where it departs from the rules', () => {
    const file = onShort(surveyed(shop, survey))
    const differs = { gridWorks: true, deviations: [{ check: 'grid-works', reason: '需新增分支箱' }] }
    expect(refusalOf(short(giveSupplyPlan, file, differs))?.code).toBe('countersignature-needed')
    const signer = { staffId: 'li', name: '李', reason: '复核', signed: { at, agrees: true, opinion: '同意' } }
    const task = { ...taskWith(file), signers: [signer] }
    const decided = giveSupplyPlan.decide({
      file,
      task,
      form: giveSupplyPlan.form.parse(planFor(file, differs)),
      known: undefined,
      actor: designer.actor,
      now: new Date(at),
      today,
      standards,
    })
    expect(decided.ok).toBe(true)
  })

  it('waits while importance is suspected and is refused once it is confirmed', () => {
    const file = onShort(
      surveyed({ ...shop, documents: [...(shop.documents ?? []), 'security-load-statement'] }, survey),
    )
    const grade = (importance: string) =>
      refusalOf(
        short(giveSupplyPlan, appendFacts(file, [{ type: 'variables-set', body: { variables: { importance } } }])),
      )
    expect(grade('suspected')?.code).toBe('short-variant-waits')
    expect(grade('second')?.code).toBe('short-variant-forbidden')
    expect(grade('none')).toBeUndefined()
  })

  function taskWith(file: CaseFile) {
    const opened = appendFacts(file, [
      {
        type: 'task-opened',
        body: {
          taskId: 'give',
          elementId: 'give-supply-plan',
          useCase: 'give-supply-plan',
          role: 'designer',
          stage: 'works',
          clockOwner: 'company',
          customerVisible: true,
        },
      },
    ])
    const task = opened.state.tasks.get('give')
    if (!task) throw new Error('the task is open')
    return task
  }
})

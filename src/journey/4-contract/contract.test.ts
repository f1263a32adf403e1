import { describe, expect, it } from 'vitest'
import { type CaseFile, findBody } from '#casefile'
import { getAccepted } from '#kernel'
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
  contractDocuments,
  oneSource,
  plannedCase,
  samplePoint,
  secondSource,
  withDocuments,
} from '../../../tests/sample-plan.ts'
import { shippedStandards } from '../../../tests/shipped-standards.ts'
import { countersignContract } from './countersign-contract.ts'
import { draftContract } from './draft-contract.ts'
import { findContract, findContractSignatures } from './rules/contract-in-force.ts'
import { signContract } from './sign-contract.ts'
import { signDispatchAgreement } from './sign-dispatch-agreement.ts'

const standards = await shippedStandards()
const known = { companyName: '澄溪县供电公司' }
const officer = { actor: staffActor('contract-officer'), at: '2026-03-12T10:00:00+08:00', standards, known }
const customer = { actor: customerActor, at: '2026-03-13T10:00:00+08:00', standards }
const manager = { actor: staffActor('manager'), at: '2026-03-13T15:00:00+08:00', standards }
const dispatcher = { actor: staffActor('dispatcher'), at: '2026-03-14T15:00:00+08:00', standards, known }

const terms = { paymentMethod: 'bank-transfer', paymentDay: 20, meterReadingDay: 1 }
const signature = { name: '王建国', method: 'phone-code' }
const planned = withDocuments(plannedCase(), contractDocuments)
const dual = withDocuments(plannedCase({ sources: [oneSource, secondSource] }), contractDocuments)

const clausesOf = (file: CaseFile) => findContract(file)?.draft.clauses.map((clause) => clause.clauseId) ?? []
const signing = (file: CaseFile) => ({ agrees: true, clausesRead: clausesOf(file), signature })
const drafted = takeStep(planned, draftContract, terms, officer)
const signed = takeStep(drafted, signContract, signing(drafted), customer)
const inForce = takeStep(signed, countersignContract, { signature: { name: '刘建平', method: 'handwritten' } }, manager)

describe('起草供用电合同', () => {
  it('is made of the published clauses with the figures of the case, for the longest term of its kind', () => {
    const outcome = getAccepted(decideStep(planned, draftContract, terms, officer))
    expect(outcome.variables).toEqual({ dispatched: false, contractSigned: false })
    expect(outcome.facts[0]?.body).toMatchObject({ contractKind: 'hv', termYears: 5, priceBasis: 'capacity' })
    const text = JSON.stringify(outcome.documents?.[0]?.document)
    expect(text).toContain('630 kVA')
    expect(text).toContain('澄溪县供电公司')
    expect(text).not.toMatch(/\{[a-zA-Z]+\}/)
    expect(clausesOf(drafted).length).toBeGreaterThan(25)
  })

  it('puts a customer with two sources under dispatch, by the table, and one with a small single source not', () => {
    const outcome = getAccepted(decideStep(dual, draftContract, terms, officer))
    expect(outcome.variables?.dispatched).toBe(true)
    expect(outcome.facts[0]?.body.annexes).toContain('调度协议')
    const wished = plannedCase({ plan: { dispatched: true } })
    expect(getAccepted(decideStep(wished, draftContract, terms, officer)).variables?.dispatched).toBe(true)
    const large = plannedCase({ plan: { approvedCapacityKva: 8000 } })
    expect(getAccepted(decideStep(large, draftContract, terms, officer)).variables?.dispatched).toBe(true)
    const low = plannedCase({
      plan: { voltageKv: 0.38 },
      profile: { voltageClass: 'lv' },
      variables: { ownGenerator: true },
    })
    expect(getAccepted(decideStep(low, draftContract, terms, officer)).variables?.dispatched).toBe(false)
  })

  it('writes a household and a temporary contract too', () => {
    const household = plannedCase({
      profile: { category: 'resident', voltageClass: 'lv' },
      plan: {
        voltageKv: 0.22,
        transformers: [],
        metering: [{ ...samplePoint, tariffClass: 'residential', meteringMode: 'll' }],
      },
    })
    const outcome = getAccepted(decideStep(household, draftContract, terms, officer))
    expect(outcome.facts[0]?.body).toMatchObject({ contractKind: 'resident', termYears: 10, priceBasis: 'energy' })
    const site = plannedCase({ profile: { kind: 'temporary' } })
    const until = { ...terms, temporaryUntil: '2026-09-30' }
    const temporary = getAccepted(decideStep(site, draftContract, until, officer))
    expect(temporary.facts[0]?.body).toMatchObject({ contractKind: 'temporary', temporaryUntil: '2026-09-30' })
    expect(temporary.variables).toMatchObject({ temporaryUntil: '2026-09-30' })
    expect(refusalOf(decideStep(site, draftContract, terms, officer))?.faults).toContain('temporaryUntil: required')
    expect(refusalOf(decideStep(household, draftContract, until, officer))?.faults).toEqual([
      'temporaryUntil: only-of-a-temporary-supply',
    ])
  })

  it('names everything wrong at once', () => {
    const wishes = [
      { clauseId: 'theft', wish: '不要违约金', granted: true, answer: '同意', agreedText: '不收' },
      { clauseId: 'payment', wish: '每季付一次', granted: true, answer: '同意' },
      { clauseId: 'tariff', wish: '电价打折', granted: false, answer: '电价由政府定' },
    ]
    const refused = refusalOf(decideStep(planned, draftContract, { ...terms, termYears: 20, wishes }, officer))
    expect(refused?.faults).toEqual([
      'wishes.1.agreedText: required',
      'wishes.2.escalatedTo: say-who-decides',
      'termYears: term-too-long',
      'wishes.theft: clause-fixed-by-law',
      'wishes.payment: agreed-text-missing',
    ])
    expect(
      refusalOf(decideStep(goneBack(planned, ['draft-supply-plan'], []), draftContract, terms, officer))?.code,
    ).toBe('no-plan-in-force')
  })
})

describe('签订供用电合同', () => {
  it('is signed when every clause was read', () => {
    expect(signed.state.variables.contractSigned).toBe(true)
    expect(signed.state.documents.find((entry) => entry.kind === 'supply-contract')?.signatures).toMatchObject([
      signature,
    ])
    expect(findContractSignatures(signed)).toMatchObject({ customer: { name: '王建国' } })
    expect(findContractSignatures(signed).company).toBeUndefined()
  })

  it('names each clause not read, and a missing signature, and documents due by now', () => {
    const [first, second, ...others] = clausesOf(drafted)
    const form = { agrees: true, clausesRead: [...others, 'invented'] }
    const refused = refusalOf(decideStep(drafted, signContract, form, customer))
    expect(refused?.faults).toEqual([
      `clausesRead.${first}: clause-not-read`,
      `clausesRead.${second}: clause-not-read`,
      `clausesRead.${others.length}: unknown-clause`,
      'signature: required',
    ])
    const bare = takeStep(plannedCase(), draftContract, terms, officer)
    const waiting = refusalOf(decideStep(bare, signContract, signing(bare), customer))
    expect(waiting?.faults).toHaveLength(contractDocuments.length)
    expect(waiting?.faults).toContain('documents.business-licence: document-missing')
  })

  it('goes back to the contract officer with wishes, which must be answered before it is drafted again', () => {
    expect(refusalOf(decideStep(drafted, signContract, { agrees: false, signature }, customer))?.faults).toEqual([
      'wishes: say-what-should-change',
      'signature: sign-or-ask-for-changes',
    ])
    const wish = { clauseId: 'payment', wish: '改为每月25日前付清' }
    const unknown = { agrees: false, wishes: [{ ...wish, clauseId: 'invented' }] }
    expect(refusalOf(decideStep(drafted, signContract, unknown, customer))?.faults).toEqual([
      'wishes.0.clauseId: unknown-clause',
    ])
    const asked = takeStep(drafted, signContract, { agrees: false, wishes: [wish] }, customer)
    expect(asked.state.variables.contractSigned).toBe(false)
    expect(refusalOf(decideStep(asked, draftContract, terms, officer))?.faults).toEqual(['wishes: wish-unanswered'])
    const answer = { ...wish, granted: true, answer: '同意延后', agreedText: '用电人每月25日前结清电费。' }
    const again = takeStep(asked, draftContract, { ...terms, wishes: [answer] }, officer)
    expect(JSON.stringify(again.facts.map((fact) => fact.body))).toContain('同意延后')
    expect(findContract(again)?.draft.contractNumber).toBe('20260302-0001-C2')
    expect(refusalOf(decideStep(again, countersignContract, { signature }, manager))?.code).toBe('contract-not-signed')
  })

  it('does not carry a signature over to another draft', () => {
    const redrafted = takeStep(inForce, draftContract, terms, officer)
    expect(findContractSignatures(redrafted)).toEqual({ contractNumber: '20260302-0001-C2' })
    const again = takeStep(redrafted, signContract, signing(redrafted), customer)
    expect(findContractSignatures(again).company).toBeUndefined()
  })

  it('cannot be signed before it is drafted', () => {
    expect(refusalOf(decideStep(planned, signContract, { agrees: true }, customer))?.code).toBe('no-contract-drafted')
  })
})

describe('合同签章', () => {
  it('signs for the company and issues the record of the signatures', () => {
    expect(findContractSignatures(inForce)).toMatchObject({ customer: { name: '王建国' }, company: { name: '刘建平' } })
    expect(inForce.state.documents.map((entry) => entry.kind)).toContain('contract-signature-page')
    expect(inForce.state.documents.map((entry) => entry.kind)).not.toContain('contract-annex-as-built')
  })

  it('fixes the annex from what was built, where that is known', () => {
    const equipment = [{ name: '干式变压器', model: 'SCB14-630', maker: '客户自购', quantity: 1, capacityKva: 630 }]
    const built = appendFacts(signed, [
      {
        type: 'completion-reported',
        body: { elementId: 'report-completion', taskId: 'report-completion#1', equipment },
      },
    ])
    const outcome = getAccepted(decideStep(built, countersignContract, { signature }, manager))
    expect(outcome.documents?.map((order) => order.kind)).toEqual([
      'contract-signature-page',
      'contract-annex-as-built',
    ])
    expect(JSON.stringify(outcome.documents?.[1]?.document)).toContain('SCB14-630')
  })

  it('refuses what the customer did not sign', () => {
    expect(refusalOf(decideStep(drafted, countersignContract, { signature }, manager))?.code).toBe(
      'contract-not-signed',
    )
  })
})

describe('签订调度协议', () => {
  const form = {
    dispatchName: '宏远变',
    dispatchedEquipment: ['进线 101 断路器'],
    dutyContactName: '李值班',
    dutyContactPhone: '13900001111',
    signature,
  }

  it('names the equipment under dispatch', () => {
    const first = takeStep(dual, draftContract, terms, officer)
    const second = takeStep(first, signContract, signing(first), customer)
    expect(refusalOf(decideStep(second, signDispatchAgreement, form, dispatcher))?.code).toBe('contract-not-signed')
    const third = takeStep(second, countersignContract, { signature }, manager)
    const done = takeStep(third, signDispatchAgreement, form, dispatcher)
    expect(findBody(done, 'dispatch-agreement-signed')).toMatchObject({ dispatchName: '宏远变' })
    const outcome = getAccepted(decideStep(third, signDispatchAgreement, form, dispatcher))
    expect(JSON.stringify(outcome.documents?.[0]?.document)).toContain('核相')
  })

  it('is not asked of a customer who is not dispatched', () => {
    expect(refusalOf(decideStep(inForce, signDispatchAgreement, form, dispatcher))?.code).toBe('not-dispatched')
  })
})

describe('going back before the contract', () => {
  it('leaves no signature standing, and is drafted, read and signed anew', () => {
    const steps = ['draft-contract', 'sign-contract', 'countersign-contract']
    const back = goneBack(inForce, steps, [draftContract, signContract, countersignContract])
    expect(findContractSignatures(back)).toEqual({})
    expect(back.state.documents.every((entry) => entry.issuedBy === 'customer' || entry.voidedBecause)).toBe(true)
    const again = takeStep(back, draftContract, terms, officer)
    expect(findContractSignatures(again).customer).toBeUndefined()
    const anew = takeStep(again, signContract, signing(again), customer)
    expect(findContractSignatures(anew)).toMatchObject({
      contractNumber: '20260302-0001-C2',
      customer: { name: '王建国' },
    })
  })
})

import { describe, expect, it } from 'vitest'
import { findBody } from '#casefile'
import { dateInShanghai, getAccepted } from '#kernel'
import {
  appendFacts,
  customerActor,
  decideStep,
  goneBack,
  refusalOf,
  staffActor,
  takeStep,
} from '../../../tests/case-builder.ts'
import { beforeEnergising, caseAfter } from '../../../tests/sample-energising.ts'
import { samplePoint } from '../../../tests/sample-plan.ts'
import { shippedStandards } from '../../../tests/shipped-standards.ts'
import { RateService } from './api.ts'
import { archiveFile } from './archive-file.ts'
import { rateService } from './rate-service.ts'
import { returnVisit } from './return-visit.ts'
import { setUpBilling } from './set-up-billing.ts'

const standards = await shippedStandards()
const marketing = { actor: staffActor('marketing'), at: '2026-04-03T09:00:00+08:00', standards }
const archivist = { actor: staffActor('archivist'), at: '2026-04-03T14:00:00+08:00', standards }
const manager = { actor: staffActor('account-manager'), at: '2026-04-07T10:00:00+08:00', standards }
const permitted = caseAfter(beforeEnergising, standards)
const energised = caseAfter([...beforeEnergising, 'energise'], standards)

describe('信息归档', () => {
  const form = { meterReadingDay: 1, confirmed: true }

  it('hands the file’s own figures over to billing', () => {
    const outcome = getAccepted(decideStep(energised, setUpBilling, form, marketing))
    const record = {
      accountNumber: '2603020001',
      contractNumber: '20260302-0001-C1',
      tariffClass: 'commercial-two-part',
      priceBasis: 'capacity',
      capacityKva: 630,
      revision: 1,
      meters: [{ meterNumber: '3310000010', ctRatio: '50/5', initialReadings: { totalKwh: 1.2 } }],
    }
    expect(outcome.facts[0]?.body).toMatchObject(record)
    expect(outcome.handOvers).toMatchObject([{ kind: 'billing-hand-over', body: record }])
  })

  it('keeps the number of a supply that exists already', () => {
    const application = energised.facts.find((fact) => fact.type === 'application-submitted')
    const premise = { address: '示范区工业路18号', existingAccountNumber: '0312000457' }
    const increase = appendFacts(energised, [
      { type: 'profile-changed', body: { changes: { kind: 'increase' } } },
      { type: 'application-submitted', body: { ...application?.body, premise } },
    ])
    expect(getAccepted(decideStep(increase, setUpBilling, form, marketing)).facts[0]?.body.accountNumber).toBe(
      '0312000457',
    )
  })

  it('lets capacity be charged only as the tariff allows', () => {
    const wrong = decideStep(energised, setUpBilling, { ...form, priceBasis: 'energy' }, marketing)
    expect(refusalOf(wrong)?.faults).toEqual(['priceBasis: price-basis-not-allowed'])
    expect(decideStep(energised, setUpBilling, { ...form, priceBasis: 'demand' }, marketing).ok).toBe(true)
    const small = caseAfter([...beforeEnergising, 'energise'], standards, {
      plan: { metering: [{ ...samplePoint, tariffClass: 'commercial-single' }] },
    })
    expect(setUpBilling.prefill?.(small, standards, '2026-04-03' as never, {} as never)).toEqual({
      priceBasis: 'energy',
    })
    const demand = decideStep(small, setUpBilling, { ...form, priceBasis: 'demand' }, marketing)
    expect(refusalOf(demand)?.faults).toEqual(['priceBasis: price-basis-not-allowed'])
  })

  it('waits for the supply, and is done anew under the next revision after a return', () => {
    expect(refusalOf(decideStep(permitted, setUpBilling, form, marketing))?.code).toBe('not-ready-for-billing')
    expect(setUpBilling.form.safeParse({ ...form, confirmed: false }).success).toBe(false)
    const back = goneBack(takeStep(energised, setUpBilling, form, marketing), ['set-up-billing'], [setUpBilling])
    expect(findBody(back, 'billing-set-up')).toBeUndefined()
    expect(findBody(takeStep(back, setUpBilling, form, marketing), 'billing-set-up')).toMatchObject({ revision: 2 })
  })
})

describe('资料归档', () => {
  const { materials } = archiveFile.prefill?.(energised, standards, '2026-04-03' as never, {} as never) ?? {}
  const listed = materials as { document: string; sheets: number }[]
  const form = { archiveNumber: 'DA-2026-00001', place: '档案室3柜2层', materials: listed }

  it('proposes every document of the case and takes the complete list', () => {
    const kinds = listed.map((entry) => entry.document)
    for (const kind of ['business-licence', 'supply-contract', 'fee-notice', 'meter-work-order', 'completion-drawings'])
      expect(kinds).toContain(kind)
    const archived = takeStep(energised, archiveFile, form, archivist)
    expect(findBody(archived, 'file-archived')).toMatchObject({ archiveNumber: 'DA-2026-00001', retainYears: 10 })
  })

  it('names everything wrong with the list at once', () => {
    const [, ...rest] = listed
    const bad = [...rest, { document: 'supply-contract' }, { document: 'invented' }]
    const refused = decideStep(energised, archiveFile, { ...form, materials: bad }, archivist)
    expect(refusalOf(refused)?.faults).toEqual([
      `materials.${listed[0]?.document}: material-missing`,
      `materials.${rest.length}.document: material-twice`,
      `materials.${rest.length + 1}.document: material-not-in-case`,
    ])
    const unreceived = caseAfter(
      beforeEnergising.filter((step) => step !== 'documents'),
      standards,
    )
    const missing = refusalOf(decideStep(unreceived, archiveFile, { ...form, materials: listed }, archivist))
    expect(missing?.faults).toContain('materials.test-reports: document-missing')
  })

  it('voids with a return', () => {
    const back = goneBack(takeStep(energised, archiveFile, form, archivist), ['archive-file'], [])
    expect(findBody(back, 'file-archived')).toBeUndefined()
    expect(decideStep(back, archiveFile, form, archivist).ok).toBe(true)
  })
})

describe('回访', () => {
  const form = {
    visitedAt: '2026-04-07T09:30:00+08:00',
    channel: 'phone',
    reached: true,
    satisfaction: 5,
    comment: '好',
  }

  it('records who was reached and how satisfied', () => {
    expect(findBody(takeStep(energised, returnVisit, form, manager), 'return-visited')).toMatchObject({
      satisfaction: 5,
    })
  })

  it('is tried again until the last allowed time', () => {
    const missed = { ...form, reached: false, satisfaction: undefined }
    const first = getAccepted(decideStep(energised, returnVisit, missed, manager))
    expect(first).toMatchObject({ staysOpen: true, facts: [{ type: 'return-visit-tried', body: { attempt: 1 } }] })
    const twice = takeStep(takeStep(energised, returnVisit, missed, manager), returnVisit, missed, manager)
    const third = getAccepted(decideStep(twice, returnVisit, missed, manager))
    expect(third.staysOpen).toBeUndefined()
    expect(third.facts[0]).toMatchObject({ type: 'return-visited', body: { reached: false, attempt: 3 } })
  })

  it('names what cannot be', () => {
    const refused = (changes: object) =>
      refusalOf(decideStep(energised, returnVisit, { ...form, ...changes }, manager))?.faults
    expect(refused({ satisfaction: undefined, visitedAt: '2026-04-08T09:30:00+08:00' })).toEqual([
      'visitedAt: time-in-the-future',
      'satisfaction: required',
    ])
    expect(refused({ reached: false, visitedAt: '2026-04-02T10:30:00+08:00' })).toEqual([
      'visitedAt: before-earlier-step',
      'satisfaction: nobody-reached',
    ])
    expect(refusalOf(decideStep(permitted, returnVisit, form, manager))?.code).toBe('supply-not-on')
    expect(returnVisit.form.safeParse({ ...form, satisfaction: 6 }).success).toBe(false)
  })
})

describe('评价', () => {
  const now = new Date('2026-04-03T09:00:00+08:00')
  const rating = (file: typeof energised, actor = customerActor) =>
    rateService.decide({
      file,
      form: RateService.parse({ satisfaction: 4 }),
      actor,
      now,
      today: dateInShanghai(now),
      standards,
      staff: [],
    })

  it('is the customer’s own, once, after the supply is on', () => {
    const rated = appendFacts(energised, getAccepted(rating(energised)).facts, customerActor)
    expect(findBody(rated, 'service-rated')).toMatchObject({ satisfaction: 4 })
    expect(refusalOf(rating(rated))?.code).toBe('already-rated')
    expect(refusalOf(rating(permitted))?.code).toBe('supply-not-on')
    expect(refusalOf(rating(energised, staffActor('manager')))?.code).toBe('no-right')
    expect(refusalOf(rating(energised, { ...customerActor, customerKey: 'other' } as never))?.code).toBe('no-such-case')
  })
})

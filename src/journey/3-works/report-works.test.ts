import { describe, expect, it } from 'vitest'
import { findBody, findFact } from '#casefile'
import { needsDesignReview } from '#journey/acceptance'
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
import { agreedCase, sampleFile, sampleFirm } from '../../../tests/sample-works.ts'
import { shippedStandards } from '../../../tests/shipped-standards.ts'
import { buildGridWorks } from './build-grid-works.ts'
import { approvedPlan, asBuiltEquipment } from './index.ts'
import { reportCompletion } from './report-completion.ts'
import { reportConcealedWorks } from './report-concealed-works.ts'

const standards = await shippedStandards()
const today = plainDate('2026-04-27')
const customer = { actor: customerActor, at: '2026-04-27T10:00:00+08:00', standards }
const operation = { ...customer, actor: staffActor('operation') }
const concealed = {
  builder: sampleFirm,
  startedOn: '2026-03-30',
  concealedReadyOn: '2026-04-17',
  photos: [sampleFile('a', '接地网.jpg')],
}
const transformer = { name: '油浸式变压器', model: 'S20-M-630/10', maker: '某厂', quantity: 1, capacityKva: 630 }
const completion = {
  builder: sampleFirm,
  completedOn: '2026-04-25',
  asBuiltFiles: [sampleFile('d', '竣工图.pdf')],
  testReports: [sampleFile('e', '试验报告.pdf')],
  equipment: [transformer],
  electricians: [{ name: '王志', certificateNumber: 'T330999', validUntil: '2029-03-31' }],
  wishedOn: '2026-04-28',
}

describe('report-concealed-works', () => {
  it('asks for a look at covered works only where the law does', () => {
    const interim = (variables: Record<string, string | boolean>, papers?: readonly string[]) =>
      getAccepted(decideStep(agreedCase({ variables }, papers), reportConcealedWorks, concealed, customer)).variables
    expect(interim({})).toEqual({ interimRequired: false })
    expect(interim({ residentialCompound: true })).toEqual({ interimRequired: true })
    const papers = ['business-licence', 'property-proof', 'equipment-list', 'site-plan', 'load-statement']
    const important = [
      ...papers,
      'project-approval',
      'contractor-licence',
      'security-load-statement',
      'importance-confirmation',
    ]
    expect(interim({ importance: 'second' }, important)).toEqual({ interimRequired: true })
    expect(needsDesignReview(agreedCase(), standards, today)).toBe(false)
    expect(needsDesignReview(agreedCase({ variables: { importance: 'first' } }), standards, today)).toBe(true)
  })

  it('stops at the papers that works need, naming each', () => {
    const file = agreedCase({}, ['business-licence', 'property-proof', 'equipment-list', 'site-plan', 'load-statement'])
    expect(refusalOf(decideStep(file, reportConcealedWorks, concealed, customer))).toEqual({
      code: 'documents-missing',
      faults: ['documents.project-approval: document-missing', 'documents.contractor-licence: document-missing'],
    })
  })

  it('names every fault at once', () => {
    const builder = { ...sampleFirm, licenceValidUntil: '2026-04-26' }
    const form = { ...concealed, builder, startedOn: '2026-04-28' }
    expect(refusalOf(decideStep(agreedCase(), reportConcealedWorks, form, customer))?.faults).toEqual([
      'builder.licenceValidUntil: licence-expired',
      'startedOn: date-in-future',
      'concealedReadyOn: before-start',
    ])
  })
})

describe('report-completion', () => {
  it('keeps what was built, takes drawings and tests as papers, lists what is still missing', () => {
    const file = takeStep(agreedCase(), reportCompletion, completion, customer)
    expect(asBuiltEquipment(file)).toEqual([transformer])
    expect(file.state.documents.map((document) => document.kind)).toEqual(
      expect.arrayContaining(['completion-drawings', 'test-reports']),
    )
    const body = findFact(file, 'completion-reported')?.body
    expect(body?.flags).toEqual([])
    expect(body?.missingPapers).toMatchObject([
      { document: 'handler-identity-card' },
      { document: 'handler-authorisation' },
      { document: 'electrician-certificates' },
    ])
  })

  it('says where the built capacity differs from the approved one', () => {
    const file = takeStep(
      agreedCase(),
      reportCompletion,
      { ...completion, equipment: [{ ...transformer, quantity: 2 }] },
      customer,
    )
    expect(findFact(file, 'completion-reported')?.body).toMatchObject({
      flags: ['capacity-differs'],
      builtKva: 1260,
      approvedKva: 630,
    })
  })

  it('begins with the builder already named', () => {
    const file = takeStep(agreedCase(), reportConcealedWorks, concealed, customer)
    expect(reportCompletion.prefill?.(file, standards, today, undefined as never)).toEqual({ builder: sampleFirm })
  })

  it('names every fault at once', () => {
    const file = takeStep(agreedCase(), reportConcealedWorks, concealed, customer)
    const electricians = [{ name: '王志', certificateNumber: 'T330999', validUntil: '2026-04-26' }]
    const form = { builder: sampleFirm, completedOn: '2026-03-29', wishedOn: '2026-04-26', electricians }
    expect(refusalOf(decideStep(file, reportCompletion, form, customer))?.faults).toEqual([
      'completedOn: before-start',
      'wishedOn: date-in-past',
      'asBuiltFiles: required',
      'testReports: required',
      'equipment: required',
      'electricians.0.validUntil: certificate-expired',
    ])
  })

  it('asks low voltage for less', () => {
    const file = agreedCase({ profile: { voltageClass: 'lv' } })
    const form = { builder: sampleFirm, completedOn: '2026-04-25', wishedOn: '2026-04-28' }
    expect(refusalOf(decideStep(file, reportCompletion, form, customer))).toBeUndefined()
  })

  it('no longer stands after a return, and can be made again', () => {
    const file = takeStep(agreedCase(), reportCompletion, completion, customer)
    const back = goneBack(file, ['report-completion'], [reportCompletion])
    expect(asBuiltEquipment(back)).toEqual([])
    expect(asBuiltEquipment(takeStep(back, reportCompletion, completion, customer))).toEqual([transformer])
    expect(approvedPlan(back)?.approvedCapacityKva).toBe(630)
  })
})

describe('build-grid-works', () => {
  const works = { scope: '新架 10 kV 支线', startedOn: '2026-03-16', completedOn: '2026-04-10' }
  const clock = (workingDays: number) =>
    appendFacts(
      agreedCase(),
      [
        {
          type: 'clock-started',
          body: {
            clock: 'grid-works#1',
            node: 'grid-works',
            limits: [{ ruleSet: 'promise', workingDays, basis: '公司承诺', covers: 'all' }],
          },
        },
        {
          type: 'task-opened',
          body: {
            taskId: 'grid',
            elementId: 'build-grid-works',
            useCase: 'build-grid-works',
            role: 'operation',
            stage: 'works',
            node: 'grid-works',
            clockOwner: 'company',
            customerVisible: true,
          },
        },
      ],
      undefined,
      '2026-03-11T10:00:00+08:00',
    )

  it('records scope and time, on time without a reason', () => {
    const file = takeStep(clock(60), buildGridWorks, works, operation)
    expect(findBody(file, 'grid-works-built')).toMatchObject({ ...works, late: false })
  })

  it('wants the reason of a delay', () => {
    expect(refusalOf(decideStep(clock(10), buildGridWorks, works, operation))?.faults).toEqual([
      'delayReason: delay-reason-needed',
    ])
    const late = { ...works, delayReason: '掘路许可延误' }
    expect(findBody(takeStep(clock(10), buildGridWorks, late, operation), 'grid-works-built')).toMatchObject({
      late: true,
    })
  })

  it('names every fault at once', () => {
    const form = { ...works, startedOn: '2026-05-01', completedOn: '2026-04-28' }
    expect(refusalOf(decideStep(agreedCase(), buildGridWorks, form, operation))?.faults).toEqual([
      'completedOn: date-in-future',
      'completedOn: before-start',
    ])
  })

  it('leaves works to be looked at again when the case goes back', () => {
    const file = takeStep(clock(60), buildGridWorks, works, operation)
    const back = goneBack(file, ['build-grid-works'], [buildGridWorks])
    expect(findFact(back, 'grid-works-to-review')?.body).toMatchObject({ scope: works.scope })
    expect(buildGridWorks.undo?.(back, '再次退回')).toEqual([])
  })
})

import { describe, expect, it } from 'vitest'
import { type CaseFile, findBody, type UseCase } from '#casefile'
import { getAccepted, plainDate } from '#kernel'
import { customerActor, decideStep, goneBack, refusalOf, staffActor, takeStep } from '../../../tests/case-builder.ts'
import { oneSource, secondSource } from '../../../tests/sample-plan.ts'
import { agreedCase, passingInspection, sampleFile, sheetOf } from '../../../tests/sample-works.ts'
import { shippedStandards } from '../../../tests/shipped-standards.ts'
import { inspectCompletion, inspectInterim } from './inspect-works.ts'
import { rectifyDefects } from './rectify-defects.ts'
import { openDefects } from './rules/defects.ts'
import { concealedWorksChecked, inspectionPassed } from './rules/works-standing.ts'

const standards = await shippedStandards()
const today = plainDate('2026-04-28')
const at = '2026-04-28T10:00:00+08:00'
const inspector = { actor: staffActor('inspector'), at, standards }
const customer = { actor: customerActor, at, standards }
const earth = {
  item: 'earth-resistance',
  description: '接地电阻 6.2 Ω，超过 4 Ω',
  blocksEnergising: true,
  rectifyBy: '2026-05-08',
  recheck: 'site',
}
const seals = {
  item: 'fire-equipment',
  description: '电缆孔洞未封堵',
  blocksEnergising: false,
  rectifyBy: '2026-05-08',
  recheck: 'photos',
}
type Results = Readonly<Record<string, { result: string; measuredValue?: number | undefined; note?: string }>>

/** The passing form with some items found otherwise. */
function form(file: CaseFile, results: Results = {}, differs: Record<string, unknown> = {}) {
  const passing = passingInspection(sheetOf(file, standards, today, 'completion'), today)
  const items = passing.items.map((entry) => ({ ...entry, ...results[entry.item] }))
  return { ...passing, items, ...differs }
}
const failed = { 'earth-resistance': { result: 'fail', measuredValue: 6.2 }, 'fire-equipment': { result: 'fail' } }
const inspect = (file: CaseFile, results?: Results, differs?: Record<string, unknown>) =>
  takeStep(file, inspectCompletion, form(file, results, differs), inspector)
const withDefects = () => inspect(agreedCase(), failed, { defects: [earth, seals] })
const faults = (results: Results, differs: Record<string, unknown> = {}, file = agreedCase()) =>
  refusalOf(decideStep(file, inspectCompletion, form(file, results, differs), inspector))?.faults

describe('inspect-completion', () => {
  it('passes with a sheet and no notice', () => {
    const file = agreedCase()
    const outcome = getAccepted(decideStep(file, inspectCompletion, form(file), inspector))
    expect(outcome.variables).toEqual({ inspectionPassed: true })
    expect(outcome.documents?.map((order) => order.kind)).toEqual(['inspection-sheet'])
    expect(inspectionPassed(inspect(file))).toBe(true)
    expect(inspectionPassed(file)).toBe(false)
  })

  it('makes each failed item a numbered defect and issues the rectification notice', () => {
    const file = agreedCase()
    const outcome = getAccepted(
      decideStep(file, inspectCompletion, form(file, failed, { defects: [earth, seals] }), inspector),
    )
    expect(outcome.variables).toEqual({ inspectionPassed: false })
    expect(outcome.documents?.map((order) => order.kind)).toEqual(['inspection-sheet', 'rectification-notice'])
    expect(JSON.stringify(outcome.documents?.[1])).toContain('接地电阻 6.2 Ω')
    const open = openDefects(withDefects())
    expect(open.map((defect) => [defect.defectId, defect.item])).toEqual([
      ['completion-1-1', 'earth-resistance'],
      ['completion-1-2', 'fire-equipment'],
    ])
  })

  it('makes a sheet in low voltage, too, signed by one', () => {
    const lv = agreedCase({ profile: { voltageClass: 'lv' } })
    const signatures = [{ name: '高建军', method: 'handwritten' }]
    const outcome = getAccepted(decideStep(lv, inspectCompletion, form(lv, {}, { signatures }), inspector))
    expect(outcome.documents?.map((order) => order.kind)).toEqual(['inspection-sheet'])
  })

  it('wants every item measured where there is a limit, and inside it to pass', () => {
    expect(faults({ 'earth-resistance': { result: 'pass', measuredValue: 4.1 } })).toHaveLength(1)
    expect(faults({ 'earth-resistance': { result: 'pass', measuredValue: 4 } })).toBeUndefined()
    expect(faults({ 'earth-resistance': { result: 'pass', measuredValue: undefined } })?.[0]).toMatch(/measure-it$/)
    expect(faults({ 'insulation-hv': { result: 'pass', measuredValue: 999 } })?.[0]).toMatch(/outside-limits$/)
  })

  it('lets no failed item go without a defect, nor a defect without a failed item', () => {
    expect(faults({ polarity: { result: 'fail' } })?.[0]).toMatch(/defect-needed$/)
    expect(faults({}, { defects: [earth] })?.[0]).toMatch(/item-not-failed$/)
  })

  it('names every fault of a form at once', () => {
    const defects = [
      { ...earth, blocksEnergising: false, rectifyBy: '2026-04-27' },
      { ...seals, blocksEnergising: true },
      { ...seals, item: 'colour' },
    ]
    const signatures = [{ name: '高建军', method: 'handwritten' }]
    const named = faults(
      { ...failed, 'safety-tools': { result: 'na' } },
      { defects, signatures, inspectedOn: '2026-04-29', earlierDefects: [{ defectId: 'x-1', closed: true }] },
    )
    expect(named?.map((fault) => fault.replace(/^items\.\d+/, 'items.N'))).toEqual([
      'inspectedOn: date-in-future',
      'items.N.note: reason-needed',
      'defects.0.blocksEnergising: safety-critical-blocks',
      'defects.0.rectifyBy: before-inspection',
      'defects.1.recheck: recheck-on-site',
      'defects.2.item: unknown-item',
      'earlierDefects.0.defectId: unknown-defect',
      'signatures: two-inspectors',
    ])
  })

  it('adds items for two sources and an own generator', () => {
    const dual = agreedCase({ sources: [oneSource, secondSource], variables: { ownGenerator: true } })
    const names = sheetOf(dual, standards, today, 'completion').items.map((row) => row.item)
    expect(names).toEqual(expect.arrayContaining(['dual-interlock', 'changeover', 'own-generator-interlock']))
  })
})

describe('re-inspection', () => {
  const answer = (closed: readonly boolean[], note = '仍未处理') =>
    closed.map((isClosed, index) => ({ defectId: `completion-1-${index + 1}`, closed: isClosed, note }))

  it('shows what is open and what the customer did about it', () => {
    const rectified = [
      { defectId: 'completion-1-1', done: '增打接地极三根', photos: [] },
      { defectId: 'completion-1-2', done: '已封堵', photos: [sampleFile('d')] },
    ]
    const file = takeStep(withDefects(), rectifyDefects, { rectified, wishedOn: '2026-05-06' }, customer)
    const sheet = sheetOf(file, standards, today, 'completion')
    expect(sheet.round).toBe(2)
    expect(sheet.earlierDefects.map((defect) => defect.rectified?.done)).toEqual(['增打接地极三根', '已封堵'])
    expect(inspectionPassed(file)).toBe(false)
  })

  it('closes all and passes', () => {
    const file = inspect(withDefects(), {}, { earlierDefects: answer([true, true]) })
    expect(openDefects(file)).toEqual([])
    expect(inspectionPassed(file)).toBe(true)
  })

  it('must answer each, and say why one stands', () => {
    const file = withDefects()
    expect(faults({}, { earlierDefects: answer([true]) }, file)).toEqual(['earlierDefects: defect-unanswered'])
    const results = { 'fire-equipment': { result: 'fail' } }
    expect(faults(results, { earlierDefects: answer([true, false], '') }, file)).toEqual([
      'earlierDefects.1.note: reason-needed',
    ])
    // A defect that stands is on an item that fails.
    expect(faults({}, { earlierDefects: answer([true, false]) }, file)?.[0]).toMatch(/item-not-failed$/)
  })

  it('restates one without finding it anew, and does not pass', () => {
    const results = { 'fire-equipment': { result: 'fail' } }
    const file = inspect(withDefects(), results, { earlierDefects: answer([true, false]) })
    expect(openDefects(file).map((defect) => defect.defectId)).toEqual(['completion-1-2'])
    expect(file.state.variables.inspectionPassed).toBe(false)
    const third = inspect(file, {}, { earlierDefects: [{ defectId: 'completion-1-2', closed: true }] })
    expect(inspectionPassed(third)).toBe(true)
  })

  it('sets a new day for one that stands past its day', () => {
    const late = { ...inspector, at: '2026-05-09T10:00:00+08:00' }
    const file = withDefects()
    const passing = form(file, { 'fire-equipment': { result: 'fail' } }, { inspectedOn: '2026-05-09' })
    const standing = { defectId: 'completion-1-2', closed: false, note: '仍未封堵' }
    const second = (rectifyBy?: string) => ({
      ...passing,
      earlierDefects: [
        { defectId: 'completion-1-1', closed: true },
        { ...standing, ...(rectifyBy ? { rectifyBy } : {}) },
      ],
    })
    expect(refusalOf(decideStep(file, inspectCompletion, second(), late))?.faults).toEqual([
      'earlierDefects.1.rectifyBy: before-inspection',
    ])
    const outcome = getAccepted(decideStep(file, inspectCompletion, second('2026-05-20'), late))
    expect(JSON.stringify(outcome.documents?.[1])).toContain('2026-05-20')
    const [open] = openDefects(takeStep(file, inspectCompletion, second('2026-05-20'), late))
    expect(open).toMatchObject({ defectId: 'completion-1-2', rectifyBy: '2026-05-20' })
  })

  it('starts from nothing after a return, with numbers not used before', () => {
    const back = goneBack(withDefects(), ['inspect-completion'], [inspectCompletion])
    expect(openDefects(back)).toEqual([])
    const again = inspect(back, failed, { defects: [earth, seals] })
    expect(openDefects(again).map((defect) => defect.defectId)).toEqual(['completion-2-1', 'completion-2-2'])
  })
})

describe('inspect-interim', () => {
  const interim = (file: CaseFile) => passingInspection(sheetOf(file, standards, today, 'interim'), today)
  const required = agreedCase({ variables: { interimRequired: true } })

  it('is what covered works wait for, where it is asked for', () => {
    expect(concealedWorksChecked(agreedCase())).toBe(true)
    expect(concealedWorksChecked(required)).toBe(false)
    const file = takeStep(required, inspectInterim, interim(required), inspector)
    expect(file.state.variables.interimPassed).toBe(true)
    expect(concealedWorksChecked(file)).toBe(true)
    expect(inspectionPassed(file)).toBe(false)
  })

  it('fails on a defect of its own list, which the completion inspection does not see', () => {
    const passing = interim(required)
    const depth = { ...earth, item: 'cable-depth', description: '埋深 0.5 m' }
    const items = passing.items.map((entry) =>
      entry.item === 'cable-depth' ? { ...entry, result: 'fail', measuredValue: 0.5 } : entry,
    )
    const file = takeStep(required, inspectInterim, { ...passing, items, defects: [depth] }, inspector)
    expect(file.state.variables.interimPassed).toBe(false)
    expect(concealedWorksChecked(file)).toBe(false)
    expect(sheetOf(file, standards, today, 'completion').earlierDefects).toEqual([])
    expect(sheetOf(file, standards, today, 'interim').earlierDefects).toHaveLength(1)
  })
})

describe('rectify-defects', () => {
  const rectify = (
    rectified: unknown,
    wishedOn = '2026-05-06',
    file = withDefects(),
    useCase: UseCase = rectifyDefects,
  ) => decideStep(file, useCase, { rectified, wishedOn }, customer)

  it('names every fault at once', () => {
    const rectified = [
      { defectId: 'completion-1-2', done: '已封堵' },
      { defectId: 'completion-9-9', done: '不存在' },
    ]
    expect(refusalOf(rectify(rectified, '2026-04-27'))).toEqual({
      code: 'faulty-input',
      faults: [
        'rectified: defect-unanswered',
        'rectified.0.photos: photos-needed',
        'rectified.1.defectId: unknown-defect',
        'wishedOn: date-in-past',
      ],
    })
  })

  it('needs something to rectify', () => {
    expect(refusalOf(rectify([{ defectId: 'a', done: '已整改' }], '2026-05-06', agreedCase()))?.code).toBe(
      'no-open-defect',
    )
  })

  it('begins with the defects that are open', () => {
    const prefilled = rectifyDefects.prefill?.(withDefects(), standards, today, undefined as never)
    expect(prefilled?.rectified).toMatchObject([{ defectId: 'completion-1-1' }, { defectId: 'completion-1-2' }])
    expect(findBody(withDefects(), 'defects-rectified')).toBeUndefined()
  })
})

import { describe, expect, it } from 'vitest'
import { findBody } from '#casefile'
import { getAccepted, plainDate } from '#kernel'
import { customerActor, decideStep, goneBack, refusalOf, staffActor, takeStep } from '../../../tests/case-builder.ts'
import { oneSource, secondSource } from '../../../tests/sample-plan.ts'
import { agreedCase, sampleFile, sampleFirm, sheetOf } from '../../../tests/sample-works.ts'
import { shippedStandards } from '../../../tests/shipped-standards.ts'
import { reviewDesign } from './review-design.ts'
import { submitDesignFiles } from './submit-design-files.ts'

const standards = await shippedStandards()
const today = plainDate('2026-03-18')
const customer = { actor: customerActor, at: '2026-03-18T10:00:00+08:00', standards }
const engineer = { ...customer, actor: staffActor('works-engineer') }
const files = {
  designer: sampleFirm,
  designFiles: [
    { kind: 'single-line', drawingVersion: 'A1', file: sampleFile('a') },
    { kind: 'metering', drawingVersion: 'A1', file: sampleFile('b') },
  ],
}
const submitted = () => takeStep(agreedCase(), submitDesignFiles, files, customer)

function review(failing: Readonly<Record<string, string>> = {}, differs = {}) {
  const { items } = sheetOf(submitted(), standards, today, 'design-review')
  return {
    items: items.map(({ item }) => ({
      item,
      result: failing[item] === undefined ? 'pass' : 'fail',
      note: failing[item] ?? '',
    })),
    designPassed: Object.keys(failing).length === 0,
    opinion: '见各项意见',
    ...differs,
  }
}

describe('submit-design-files', () => {
  it('makes every submission a version of its own and keeps its files with the case', () => {
    const first = submitted()
    expect(findBody<{ version: number } & Record<string, never>>(first, 'design-files-submitted')?.version).toBe(1)
    expect(first.state.documents.filter((document) => document.kind === 'design-file')).toHaveLength(2)
    const second = takeStep(first, submitDesignFiles, files, customer)
    expect(findBody<{ version: number } & Record<string, never>>(second, 'design-files-submitted')?.version).toBe(2)
    expect(new Set(second.state.documents.map((document) => document.documentId)).size).toBe(
      second.state.documents.length,
    )
  })

  it('refuses a licence that has run out, valid on its last day', () => {
    const until = (licenceValidUntil: string) =>
      refusalOf(
        decideStep(
          agreedCase(),
          submitDesignFiles,
          { ...files, designer: { ...sampleFirm, licenceValidUntil } },
          customer,
        ),
      )?.faults
    expect(until('2026-03-17')).toEqual(['designer.licenceValidUntil: licence-expired'])
    expect(until('2026-03-18')).toBeUndefined()
  })

  it('wants files', () => {
    expect(submitDesignFiles.form.safeParse({ designer: sampleFirm, designFiles: [] }).success).toBe(false)
  })
})

describe('review-design', () => {
  it('passes with an opinion on every item of the published list', () => {
    const outcome = getAccepted(decideStep(submitted(), reviewDesign, review(), engineer))
    expect(outcome.variables).toEqual({ designPassed: true })
    expect(outcome.documents?.map((order) => order.kind)).toEqual(['design-review-opinion'])
    expect(JSON.stringify(outcome.documents)).toContain('继电保护配置')
  })

  it('sends back with findings, and the next version is reviewed anew', () => {
    const back = takeStep(submitted(), reviewDesign, review({ 'single-line': '进线缺少隔离开关' }), engineer)
    expect(back.state.variables.designPassed).toBe(false)
    const again = takeStep(takeStep(back, submitDesignFiles, files, customer), reviewDesign, review(), engineer)
    expect(again.state.variables.designPassed).toBe(true)
    expect(findBody<{ version: number } & Record<string, never>>(again, 'design-reviewed')?.version).toBe(2)
  })

  it('asks two sources and an own generator for their interlocks', () => {
    const dual = agreedCase({ sources: [oneSource, secondSource], variables: { ownGenerator: true } })
    const names = sheetOf(dual, standards, today, 'design-review').items.map((row) => row.item)
    expect(names).toEqual(expect.arrayContaining(['source-interlock', 'generator-interlock']))
    expect(sheetOf(agreedCase(), standards, today, 'design-review').items.map((row) => row.item)).not.toContain(
      'source-interlock',
    )
  })

  it('names every fault at once', () => {
    const form = review({ 'single-line': '' }, { designPassed: true })
    const items = [...form.items.slice(1), { item: 'colour', result: 'pass' }]
    expect(refusalOf(decideStep(submitted(), reviewDesign, { ...form, items }, engineer))).toEqual({
      code: 'faulty-input',
      faults: [
        'items: item-missing',
        `items.${items.length - 1}.item: unknown-item`,
        'items.2.note: finding-needed',
        'designPassed: items-failed',
      ],
    })
    const nothing = review({}, { designPassed: false })
    expect(refusalOf(decideStep(submitted(), reviewDesign, nothing, engineer))?.faults).toEqual([
      'designPassed: nothing-failed',
    ])
  })

  it('needs files, and after a return needs them again', () => {
    expect(refusalOf(decideStep(agreedCase(), reviewDesign, review(), engineer))?.code).toBe('no-design-files')
    const back = goneBack(submitted(), ['submit-design-files'], [submitDesignFiles])
    expect(refusalOf(decideStep(back, reviewDesign, review(), engineer))?.code).toBe('no-design-files')
    const again = takeStep(back, submitDesignFiles, files, customer)
    expect(findBody<{ version: number } & Record<string, never>>(again, 'design-files-submitted')?.version).toBe(2)
    expect(decideStep(again, reviewDesign, review(), engineer).ok).toBe(true)
  })
})

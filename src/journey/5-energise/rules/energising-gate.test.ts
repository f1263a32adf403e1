import { describe, expect, it } from 'vitest'
import type { CaseFile } from '#casefile'
import { plainDate } from '#kernel'
import { appendFacts, goneBack, variablesSet } from '../../../../tests/case-builder.ts'
import {
  beforeEnergising,
  caseAfter,
  inspectionFact,
  passInspection,
  type SampleStep,
} from '../../../../tests/sample-energising.ts'
import { oneSource, plannedCase, type SampleLoad, secondSource } from '../../../../tests/sample-plan.ts'
import { shippedStandards } from '../../../../tests/shipped-standards.ts'
import { settleFees } from '../../4-contract/settle-fees.ts'
import { energisingGate } from './energising-gate.ts'

const standards = await shippedStandards()
const today = plainDate('2026-04-02')
const missing = (file: CaseFile, step?: 'tie-in' | 'permit-energising' | 'energise') =>
  energisingGate(file, standards, today, step)
    .filter((item) => !item.met)
    .map((item) => item.item)

/** An important customer with two sources and a generator: everything the gate can ask for. */
const hospital: SampleLoad = {
  sources: [oneSource, secondSource],
  plan: { securityLoadKw: 620, ownGeneratorKw: 800 },
  variables: { importance: 'first', ownGenerator: true, interimRequired: true },
}
const concealedSeen = (file: CaseFile) => appendFacts(file, [inspectionFact('interim', {})])
const without = (...left: SampleStep[]) =>
  concealedSeen(
    caseAfter(
      beforeEnergising.filter((step) => !left.includes(step)),
      standards,
      hospital,
    ),
  )
const whole = without()

describe('the energising gate', () => {
  it('is open when everything stands, and gives its proofs', () => {
    const items = energisingGate(whole, standards, today)
    expect(items.filter((item) => !item.met)).toEqual([])
    expect(items).toHaveLength(22)
    const proof = new Map(items.map((item) => [item.item, item.data]))
    expect(proof.get('inspection-passed')).toEqual({ on: '2026-03-30' })
    expect(proof.get('fees-settled')).toEqual({ dueYuan: '50,400.00', on: '2026-03-11' })
    expect(proof.get('emergency-source')).toEqual({ totalKw: 800, neededKw: 744 })
    expect(proof.get('pre-energising-check')).toEqual({ names: '刘畅、高建军' })
  })

  it.each<[SampleStep, string[]]>([
    ['fees', ['fees-settled']],
    ['countersign', ['contract-countersigned']],
    ['dispatch-agreement', ['dispatch-agreement']],
    [
      'own-generator',
      [
        'own-generator',
        'own-generator-interlock',
        'own-generator-agreement',
        'emergency-source',
        'non-electrical-measures',
      ],
    ],
    ['inspection', ['inspection-passed']],
    ['documents', ['documents-complete']],
    ['meter', ['meter-verified', 'meter-sealed', 'meter-wiring', 'terminal-online']],
    ['check', ['pre-energising-check']],
    ['permission', ['energising-permission']],
  ])('names exactly what %s leaves missing', (step, items) => {
    const left: SampleStep[] = step === 'countersign' ? ['countersign', 'dispatch-agreement'] : [step]
    const expected = step === 'countersign' ? [...items, 'dispatch-agreement'] : items
    expect(missing(without(...left))).toEqual(expected)
  })

  it('names everything at once where nothing was done', () => {
    expect(missing(plannedCase(hospital))).toEqual([
      'inspection-passed',
      'concealed-works',
      'documents-complete',
      'contract-signed',
      'contract-countersigned',
      'dispatch-agreement',
      'own-generator',
      'own-generator-interlock',
      'own-generator-agreement',
      'emergency-source',
      'non-electrical-measures',
      'fees-settled',
      'meter-verified',
      'meter-sealed',
      'meter-wiring',
      'terminal-online',
      'outage-plan',
      'tie-in',
      'pre-energising-check',
      'energising-permission',
    ])
  })

  it('asks of a step only what must be there by then', () => {
    const bare = without('outage-plan', 'tie-in', 'check', 'permission')
    expect(missing(bare, 'tie-in')).toEqual(['outage-plan'])
    expect(missing(bare, 'permit-energising')).toEqual(['outage-plan', 'tie-in', 'pre-energising-check'])
    expect(missing(bare)).toEqual(['outage-plan', 'tie-in', 'pre-energising-check', 'energising-permission'])
  })

  it.each<[string, string, object, string[]]>([
    ['a meter without a seal', 'meter-installed', { seals: [] }, ['meter-sealed']],
    ['a meter wired wrong', 'meter-installed', { wiringCorrect: false }, ['meter-wiring']],
    ['a transformer of unknown polarity', 'meter-installed', { ctPolarityChecked: false }, ['meter-wiring']],
    ['a meter verified after it was installed', 'meter-installed', { verifiedOn: '2026-04-02' }, ['meter-verified']],
  ])('does not trust the step that recorded %s', (_, type, changes, items) => {
    const fact = whole.facts.findLast((entry) => entry.type === type)
    const meters = ((fact?.body.meters ?? []) as object[]).map((meter) => ({ ...meter, ...changes }))
    const recorded = appendFacts(whole, [{ type, body: { ...fact?.body, meters: meters as never } }])
    expect(missing(recorded)).toEqual(items)
  })

  it('wants two different people at the check, whatever was recorded', () => {
    const body = { elementId: 'check-before-energising', checkedAt: '2026-04-02T10:00:00+08:00' }
    const alone = { ...body, firstChecker: '刘畅', secondChecker: '刘畅' }
    const recorded = appendFacts(whole, [{ type: 'checked-before-energising', body: alone }])
    expect(missing(recorded)).toEqual(['pre-energising-check'])
  })

  it('looks neither at the variant nor at the green channel', () => {
    const unfinished = plannedCase(hospital)
    const favoured = appendFacts(unfinished, [
      { type: 'process-started', body: { process: 'hv-short', version: 1, variant: 'hv-short' } },
      { type: 'green-channel-granted', body: { reason: '重点项目', by: 'manager' } },
      variablesSet({ greenChannel: true }),
    ])
    expect(missing(favoured)).toEqual(missing(unfinished))
  })

  it('names the open defects of the last inspection', () => {
    const defects = [
      { defectId: 'd1', description: '进线柜闭锁失灵' },
      { defectId: 'd2', description: '接地电阻超标' },
    ]
    const failed = appendFacts(whole, [
      inspectionFact('completion', { round: 2, passed: false, inspectedOn: '2026-03-31', defects }),
    ])
    const items = energisingGate(failed, standards, today).filter((item) => !item.met)
    expect(items).toEqual([
      { item: 'inspection-passed', met: false, data: { on: '2026-03-31' } },
      { item: 'defects-closed', met: false, data: { count: 2, names: '进线柜闭锁失灵；接地电阻超标' } },
    ])
    expect(missing(passInspection(failed))).toEqual([])
  })

  it('follows the grade as it stands today, not as it stood at the registration', () => {
    const ordinary = { ...hospital, variables: { ...hospital.variables, importance: 'none' } }
    const smaller: SampleLoad = { ...ordinary, plan: { securityLoadKw: 700, ownGeneratorKw: 800 } }
    const file = concealedSeen(caseAfter(beforeEnergising, standards, smaller))
    expect(missing(file)).toEqual([])
    expect(missing(appendFacts(file, [variablesSet({ importance: 'first' })]))).toEqual(['emergency-source'])
  })

  it('asks an important customer with a security load for an emergency source even where none was declared', () => {
    const undeclared: SampleLoad = { plan: { securityLoadKw: 100 }, variables: { importance: 'second' } }
    const file = caseAfter(beforeEnergising, standards, undeclared)
    expect(missing(file)).toEqual(['emergency-source', 'non-electrical-measures'])
  })

  it('counts nothing that a return voided, and no payment that is due back', () => {
    expect(missing(goneBack(whole, ['install-meter'], []))).toEqual([
      'meter-verified',
      'meter-sealed',
      'meter-wiring',
      'terminal-online',
    ])
    const refunded = appendFacts(whole, [...(settleFees.undo?.(whole, '撤销申请') ?? [])])
    expect(missing(refunded)).toEqual(['fees-settled'])
  })

  it('asks an ordinary customer with one source for nothing that does not concern it', () => {
    const items = energisingGate(caseAfter(beforeEnergising, standards), standards, today)
    expect(items.filter((item) => !item.met)).toEqual([])
    expect(items.map((item) => item.item)).not.toContain('dispatch-agreement')
    expect(items.map((item) => item.item)).not.toContain('emergency-source')
    expect(items.find((item) => item.item === 'fees-settled')?.data).toMatchObject({ dueYuan: '0.00' })
  })
})

import { describe, expect, it } from 'vitest'
import { caseFileOf, findBody } from '#casefile'
import { dateInShanghai, getAccepted } from '#kernel'
import { decideStep, goneBack, refusalOf, staffActor, takeStep } from '../../../tests/case-builder.ts'
import { plannedCase } from '../../../tests/sample-plan.ts'
import { shippedStandards } from '../../../tests/shipped-standards.ts'
import { RegisterOwnGenerator } from './api.ts'
import { registerOwnGenerator, updateOwnGenerator } from './register-own-generator.ts'

const standards = await shippedStandards()
const inspector = {
  actor: staffActor('inspector'),
  at: '2026-03-12T10:00:00+08:00',
  standards,
  known: { companyName: '澄溪县供电公司' },
}
const generator = {
  model: '柴油发电机组',
  capacityKw: 800,
  place: '一层',
  interlock: 'mechanical',
  interlockChecked: true,
}
const form = { generators: [generator], agreementSigned: true, nonElectricalMeasures: '应急照明，手动泄压' }
const hospital = plannedCase({ plan: { securityLoadKw: 620 }, variables: { importance: 'first', ownGenerator: true } })
const factory = plannedCase({ variables: { ownGenerator: true } })

describe('登记自备电源', () => {
  it('registers the generators and issues the agreement', () => {
    const outcome = getAccepted(decideStep(hospital, registerOwnGenerator, form, inspector))
    expect(outcome.facts[0]?.body).toMatchObject({ totalKw: 800, securityLoadKw: 620, neededKw: 744 })
    expect(outcome.documents?.map((order) => order.kind)).toEqual(['own-generator-agreement'])
    expect(JSON.stringify(outcome.documents?.[0]?.document)).toContain('744')
  })

  it('asks of an important customer 120 % of the security load, to the kilowatt', () => {
    const with744 = {
      ...form,
      generators: [
        { ...generator, capacityKw: 444 },
        { ...generator, capacityKw: 300 },
      ],
    }
    expect(decideStep(hospital, registerOwnGenerator, with744, inspector).ok).toBe(true)
    const with743 = { ...form, generators: [{ ...generator, capacityKw: 743 }] }
    const refused = decideStep(hospital, registerOwnGenerator, with743, inspector)
    expect(refusalOf(refused)?.faults).toEqual(['generators: emergency-source-too-small'])
    expect(refused.ok ? {} : refused.refusal.faults?.[0]?.data).toMatchObject({ haveKw: 743, neededKw: 744 })
  })

  it('names everything that lacks at once', () => {
    const bad = {
      generators: [{ ...generator, interlockChecked: false, capacityKw: 10 }],
      agreementSigned: false,
      nonElectricalMeasures: '',
    }
    const faults = ['generators.0.interlockChecked: interlock-not-checked', 'agreementSigned: agreement-not-signed']
    expect(refusalOf(decideStep(factory, registerOwnGenerator, bad, inspector))?.faults).toEqual(faults)
    expect(refusalOf(decideStep(hospital, registerOwnGenerator, bad, inspector))?.faults).toEqual([
      ...faults,
      'generators: emergency-source-too-small',
      'nonElectricalMeasures: non-electrical-measures-missing',
    ])
    const unknownLoad = plannedCase({ variables: { importance: 'second', ownGenerator: true } })
    expect(refusalOf(decideStep(unknownLoad, registerOwnGenerator, form, inspector))?.faults).toEqual([
      'securityLoadKw: security-load-unknown',
    ])
    expect(decideStep(unknownLoad, registerOwnGenerator, { ...form, securityLoadKw: 100 }, inspector).ok).toBe(true)
  })

  it('can be changed later by an inspector, and is voided with the step', () => {
    const registered = takeStep(hospital, registerOwnGenerator, form, inspector)
    const change = {
      file: registered,
      form: RegisterOwnGenerator.parse({ ...form, generators: [{ ...generator, capacityKw: 900 }] }),
      now: new Date(inspector.at),
      today: dateInShanghai(new Date(inspector.at)),
      standards,
      staff: [],
    }
    const fact = getAccepted(updateOwnGenerator.decide({ ...change, actor: inspector.actor })).facts[0]
    expect(fact?.body).toMatchObject({ totalKw: 900, elementId: 'register-own-generator' })
    expect(refusalOf(updateOwnGenerator.decide({ ...change, actor: staffActor('clerk') }))?.code).toBe('no-right')
    const unsigned = { ...change, form: { ...change.form, agreementSigned: false }, actor: inspector.actor }
    expect(refusalOf(updateOwnGenerator.decide(unsigned))?.faults).toEqual(['agreementSigned: agreement-not-signed'])
    const changed = caseFileOf(
      'test',
      'case-1',
      [
        ...registered.facts,
        ...(fact
          ? [
              {
                ...fact,
                seq: registered.version + 1,
                happenedAt: inspector.at,
                recordedAt: inspector.at,
                actor: 'staff:inspector',
                commandId: 'change',
              },
            ]
          : []),
      ],
      undefined,
      '',
    )
    expect(findBody(changed, 'own-generator-registered')).toMatchObject({ totalKw: 900 })
    expect(findBody(goneBack(changed, ['register-own-generator'], []), 'own-generator-registered')).toBeUndefined()
  })
})

import { type CaseFile, caseVerb, holdsRole, type Outcome, type PublishedStandards, taskUseCase } from '#casefile'
import { getApplication } from '#journey/acceptance'
import { accept, type Json, type PlainDate, type Result, refuse } from '#kernel'
import { RegisterOwnGenerator } from './api.ts'
import { faultsOfRegistration, findEmergencyNeed, totalKw } from './rules/judge-own-generator.ts'
import { generatorAgreement } from './rules/generator-agreement.ts'
import { findPlanInForce } from './rules/plan-in-force.ts'

/** 保安负荷 in kW: what the inspector found, else what the plan, else what the application says. */
export function findSecurityLoadKw(file: CaseFile, found?: number): number {
  return found ?? (findPlanInForce(file)?.securityLoadKw || getApplication(file).load.securityLoadKw)
}

function register(
  file: CaseFile,
  form: RegisterOwnGenerator,
  standards: PublishedStandards,
  today: PlainDate,
): Result<Outcome> {
  const importance = String(file.state.variables.importance ?? 'none')
  const need = findEmergencyNeed(importance, findSecurityLoadKw(file, form.securityLoadKw), standards, today)
  if (!need.ok) return need
  const faults = faultsOfRegistration(form, need.value)
  if (faults.length > 0) return refuse({ code: 'faulty-input', faults })
  const { generators, agreementSigned, nonElectricalMeasures } = form
  return accept({
    facts: [
      {
        type: 'own-generator-registered',
        body: {
          generators: generators as unknown as Json,
          totalKw: totalKw(generators),
          securityLoadKw: need.value.securityLoadKw,
          neededKw: need.value.neededKw,
          agreementSigned,
          nonElectricalMeasures,
        },
      },
    ],
    variables: { ownGenerator: true },
    documents: [generatorAgreement(file, form, need.value, today)],
  })
}

/** 登记自备电源 */
export const registerOwnGenerator = taskUseCase<RegisterOwnGenerator>({
  name: 'register-own-generator',
  form: RegisterOwnGenerator,
  decide: ({ file, form, standards, today }) => register(file, form, standards, today),
})

/** 变更自备电源登记: a generator found or changed after the step was done, at any time before the supply is on. */
export const updateOwnGenerator = caseVerb<RegisterOwnGenerator>({
  name: 'update-own-generator',
  form: RegisterOwnGenerator,
  decide({ file, form, actor, standards, today }) {
    if (!holdsRole(actor, 'inspector')) return refuse({ code: 'no-right', data: { role: 'inspector' } })
    if (file.state.status !== 'open') return refuse({ code: 'case-ended', data: { status: file.state.status } })
    const registered = register(file, form, standards, today)
    if (!registered.ok) return registered
    // It belongs to the registration step, so that going back before the plan voids it too.
    const ofStep = { elementId: 'register-own-generator' }
    return accept({
      ...registered.value,
      facts: registered.value.facts.map((fact) => ({ ...fact, body: { ...fact.body, ...ofStep } })),
      documents: (registered.value.documents ?? []).map((order) => ({ ...order, ...ofStep })),
    })
  },
})

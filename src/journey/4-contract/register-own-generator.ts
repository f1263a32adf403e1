import { type CaseFile, caseVerb, holdsRole, type Outcome, type PublishedStandards, taskUseCase } from '#casefile'
import { getApplication } from '#journey/acceptance'
import { approvedPlan } from '#journey/supply-plan'
import { accept, type Json, type PlainDate, type Result, refuse } from '#kernel'
import { RegisterOwnGenerator } from './api.ts'
import { findLibrary } from './draft-contract.ts'
import { accountNumberOf } from './rules/account-number.ts'
import { findContractTerms } from './rules/contract-case.ts'
import { generatorAgreement } from './rules/generator-agreement.ts'
import { faultsOfRegistration, findEmergencyNeed, totalKw } from './rules/judge-own-generator.ts'
import { findCompanyName } from './store.ts'

/** 保安负荷 in kW: what was found at the registration, else what the plan, else what the application says. */
export function findSecurityLoadKw(file: CaseFile, found?: number): number {
  return found ?? (approvedPlan(file)?.securityLoadKw || getApplication(file).load.securityLoadKw)
}

/** 登记自备电源: generators, interlocks and agreement; important customers also size and non-electrical measures. */
export const registerOwnGenerator = taskUseCase<RegisterOwnGenerator, { companyName: string }>({
  name: 'register-own-generator',
  form: RegisterOwnGenerator,
  gather: async (world, file) => ({ companyName: await findCompanyName(world, file.companyId) }),
  prefill: (file) => ({ securityLoadKw: findSecurityLoadKw(file) }),
  decide: ({ file, form, known, standards, today }) => register(file, form, known.companyName, standards, today),
})

function register(
  file: CaseFile,
  form: RegisterOwnGenerator,
  companyName: string,
  standards: PublishedStandards,
  today: PlainDate,
): Result<Outcome> {
  const judged = judge(file, form, standards, today)
  if (!judged.ok) return judged
  const library = findLibrary(standards, 'own-generator-agreement', today)
  if (!library.ok) return library
  const terms = findContractTerms('own-generator', standards, today)
  if (!terms.ok) return terms
  const need = judged.value.need
  const customerNumber = accountNumberOf(file)
  const agreement = generatorAgreement({
    file,
    form,
    need,
    library: library.value,
    terms: terms.value,
    companyName,
    customerNumber,
    today,
  })
  if (!agreement.ok) return agreement
  return accept({ facts: [judged.value.fact], variables: { ownGenerator: true }, documents: [agreement.value] })
}

/** The registration as a fact, or everything it lacks. */
function judge(file: CaseFile, form: RegisterOwnGenerator, standards: PublishedStandards, today: PlainDate) {
  const importance = String(file.state.variables.importance ?? 'none')
  const need = findEmergencyNeed(importance, findSecurityLoadKw(file, form.securityLoadKw), standards, today)
  if (!need.ok) return need
  const faults = faultsOfRegistration(form, need.value)
  if (faults.length > 0) return refuse({ code: 'faulty-input', faults })
  const { generators, agreementSigned, nonElectricalMeasures } = form
  const { securityLoadKw, neededKw } = need.value
  const body = { totalKw: totalKw(generators), securityLoadKw, neededKw, agreementSigned, nonElectricalMeasures }
  const fact = { type: 'own-generator-registered', body: { ...body, generators: generators as unknown as Json } }
  return accept({ need: need.value, fact })
}

/**
 * 变更自备电源登记: a generator found or changed after the step was done, at any time before the supply is on. It belongs to
 * the registration step, so that going back before the plan voids it too.
 */
export const updateOwnGenerator = caseVerb<RegisterOwnGenerator>({
  name: 'update-own-generator',
  form: RegisterOwnGenerator,
  decide({ file, form, actor, standards, today }) {
    if (!holdsRole(actor, 'inspector')) return refuse({ code: 'no-right', data: { role: 'inspector' } })
    if (file.state.status !== 'open') return refuse({ code: 'case-ended', data: { status: file.state.status } })
    const judged = judge(file, form, standards, today)
    if (!judged.ok) return judged
    const { type, body } = judged.value.fact
    return accept({
      facts: [{ type, body: { ...body, elementId: 'register-own-generator', taskId: registeredBy(file) } }],
      variables: { ownGenerator: true },
    })
  },
})

/** The task that registered it first; before it was done, the one that will. */
function registeredBy(file: CaseFile): string {
  const done = file.state.completed.findLast((entry) => entry.useCase === 'register-own-generator' && !entry.voided)
  return done?.taskId ?? 'register-own-generator#1'
}

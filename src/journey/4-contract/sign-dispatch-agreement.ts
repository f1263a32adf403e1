import { taskUseCase } from '#casefile'
import { getApplication } from '#journey/acceptance'
import { approvedPlan } from '#journey/supply-plan'
import { accept, refuse } from '#kernel'
import { SignDispatchAgreement } from './api.ts'
import { findLibrary } from './draft-contract.ts'
import { accountNumberOf } from './rules/account-number.ts'
import { findContractTerms } from './rules/contract-case.ts'
import { contractDocument } from './rules/contract-document.ts'
import { findContractSignatures } from './rules/contract-in-force.ts'
import { draftContract } from './rules/draft-contract.ts'
import { findCompanyName } from './store.ts'

/** 签订调度协议: which equipment the dispatcher commands, by which name, and who answers the phone. */
export const signDispatchAgreement = taskUseCase<SignDispatchAgreement, { companyName: string }>({
  name: 'sign-dispatch-agreement',
  form: SignDispatchAgreement,
  gather: async (world, file) => ({ companyName: await findCompanyName(world, file.companyId) }),
  prefill: (file) => ({
    dispatchName: `${file.state.profile.customerName}配电站`,
    dutyContactName: getApplication(file).applicant.contactName,
    dutyContactPhone: getApplication(file).applicant.phone,
  }),
  decide({ file, form, known, standards, today }) {
    if (file.state.variables.dispatched !== true) return refuse({ code: 'not-dispatched' })
    if (!findContractSignatures(file).company) return refuse({ code: 'contract-not-signed' })
    const library = findLibrary(standards, 'dispatch-agreement', today)
    if (!library.ok) return library
    const terms = findContractTerms('dispatch', standards, today)
    if (!terms.ok) return terms
    const { dispatchName, dispatchedEquipment, dutyContactName, dutyContactPhone, signature, note } = form
    const drafted = draftContract(library.value, {
      kind: 'dispatch',
      onDate: today,
      values: {
        ...terms.value,
        supplierName: known.companyName,
        customerName: file.state.profile.customerName,
        customerNumber: accountNumberOf(file),
        dispatchName,
        dispatchedEquipmentText: dispatchedEquipment.join('、'),
        dutyContactName,
        dutyContactPhone,
      },
      conditions: { dualSource: (approvedPlan(file)?.sources.length ?? 1) > 1 },
    })
    if (!drafted.ok) return drafted
    const number = `${file.state.profile.caseNumber}-D`
    const parties = [
      { role: '调度方', name: known.companyName },
      { role: '用电方', name: signature.name },
    ]
    return accept({
      facts: [
        {
          type: 'dispatch-agreement-signed',
          body: {
            agreementNumber: number,
            dispatchName,
            dispatchedEquipment,
            dutyContactName,
            dutyContactPhone,
            signedBy: signature.name,
            method: signature.method,
            note,
          },
        },
      ],
      documents: [
        contractDocument({
          file,
          kind: 'dispatch-agreement',
          number,
          draft: drafted.value,
          annexes: [],
          parties,
          today,
        }),
      ],
    })
  },
})

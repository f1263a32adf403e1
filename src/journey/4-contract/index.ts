/** 业务费与供用电合同: the front door of the room. */
import { countersignContract } from './countersign-contract.ts'
import { determineFees } from './determine-fees.ts'
import { draftContract } from './draft-contract.ts'
import { registerOwnGenerator, updateOwnGenerator } from './register-own-generator.ts'
import { settleFees } from './settle-fees.ts'
import { signContract } from './sign-contract.ts'
import { signDispatchAgreement } from './sign-dispatch-agreement.ts'

export { findFees } from './determine-fees.ts'
export { findSecurityLoadKw } from './register-own-generator.ts'
export { accountNumberOf } from './rules/account-number.ts'
export { asBuiltAnnex } from './rules/as-built-annex.ts'
export { type ContractSignatures, findContract, findContractSignatures } from './rules/contract-in-force.ts'
export { judgeDispatch } from './rules/judge-dispatch.ts'
export { type EmergencyNeed, findEmergencyNeed } from './rules/judge-own-generator.ts'
export { findReplacedContract, type ReplacedContract } from './rules/replaced-contract.ts'
export { findStandingPayment, type Payment } from './settle-fees.ts'

export {
  countersignContract,
  determineFees,
  draftContract,
  registerOwnGenerator,
  settleFees,
  signContract,
  signDispatchAgreement,
}

export const contractUseCases = [
  determineFees,
  settleFees,
  draftContract,
  signContract,
  countersignContract,
  signDispatchAgreement,
  registerOwnGenerator,
]
export const contractVerbs = [updateOwnGenerator]

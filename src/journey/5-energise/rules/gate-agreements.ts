import { type CaseFile, findBody, findFact, type GateItem, type PublishedStandards } from '#casefile'
import {
  findContractSignatures,
  findEmergencyNeed,
  findSecurityLoadKw,
  findStandingPayment,
  judgeDispatch,
} from '#journey/contract'
import { approvedPlan } from '#journey/supply-plan'
import { dateInShanghai, formatYuan, type PlainDate } from '#kernel'
import { gateItem } from './gate-item.ts'

/** Contract signed by both, dispatch agreement and own generator where there is one, fees settled. */
export function gateOfAgreements(file: CaseFile, standards: PublishedStandards, today: PlainDate): GateItem[] {
  const { customer, company } = findContractSignatures(file)
  return [
    gateItem('contract-signed', customer !== undefined, signedData(customer)),
    gateItem('contract-countersigned', company !== undefined, signedData(company)),
    ...dispatchItem(file, standards, today),
    ...generatorItems(file, standards, today),
    feesItem(file),
  ]
}

const signedData = (signed?: { name: string; at: string }) =>
  signed ? { name: signed.name, on: dateInShanghai(new Date(signed.at)) } : {}

function dispatchItem(file: CaseFile, standards: PublishedStandards, today: PlainDate): GateItem[] {
  const plan = approvedPlan(file)
  const scope = plan ? judgeDispatch(file, plan, standards, today) : undefined
  const dispatched = file.state.variables.dispatched === true || (scope?.ok === true && scope.value.dispatched)
  if (!dispatched) return []
  const agreement = findFact(file, 'dispatch-agreement-signed')
  const data = agreement ? { on: dateInShanghai(new Date(agreement.recordedAt)) } : {}
  return [gateItem('dispatch-agreement', agreement !== undefined, data)]
}

interface Registered {
  readonly generators: readonly { readonly model: string; readonly interlockChecked: boolean }[]
  readonly totalKw: number
  readonly securityLoadKw: number
  readonly agreementSigned: boolean
  readonly nonElectricalMeasures: string
}

/** 自备电源: registration, interlock and agreement; an important customer's size and other measures by the grade as it is today. */
function generatorItems(file: CaseFile, standards: PublishedStandards, today: PlainDate): GateItem[] {
  const registered = findBody<Registered & Record<string, never>>(file, 'own-generator-registered')
  const importance = String(file.state.variables.importance ?? 'none')
  const need = findEmergencyNeed(importance, registered?.securityLoadKw ?? findSecurityLoadKw(file), standards, today)
  const important = !need.ok || need.value.important
  const neededKw = need.ok ? need.value.neededKw : 0
  const hasGenerator = registered !== undefined || file.state.variables.ownGenerator === true
  const totalKw = registered?.totalKw ?? 0
  const unchecked = registered?.generators.filter((generator) => !generator.interlockChecked) ?? []
  const measures = registered?.nonElectricalMeasures.trim() ?? ''
  return [
    ...(hasGenerator
      ? [
          gateItem('own-generator', registered !== undefined, { totalKw }),
          gateItem('own-generator-interlock', registered !== undefined && unchecked.length === 0, {
            names: unchecked.map((generator) => generator.model).join('、'),
          }),
          gateItem('own-generator-agreement', registered?.agreementSigned === true),
        ]
      : []),
    ...(important && (hasGenerator || neededKw > 0)
      ? [
          gateItem('emergency-source', need.ok && neededKw > 0 && totalKw >= neededKw, { totalKw, neededKw }),
          gateItem('non-electrical-measures', measures !== ''),
        ]
      : []),
  ]
}

/** Fees paid in full, or none due with the reason on the notice; not yet determined counts as missing. */
function feesItem(file: CaseFile): GateItem {
  const determined = findBody<{ dueFen: number; reason: string } & Record<string, never>>(file, 'fees-determined')
  if (!determined) return gateItem('fees-settled', false, { dueYuan: '—' })
  const { dueFen, reason } = determined
  const dueYuan = formatYuan(dueFen)
  if (dueFen === 0) return gateItem('fees-settled', true, { dueYuan, reason })
  const payment = findStandingPayment(file)
  return gateItem('fees-settled', payment?.paidFen === dueFen, { dueYuan, ...(payment ? { on: payment.paidOn } : {}) })
}

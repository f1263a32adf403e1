import type { CaseFile } from '#casefile'
import { getApplication } from '#journey/acceptance'
import type { SupplyPlan } from '#journey/supply-plan'

/** What is annexed to the contract of this case, by the names the documents carry. */
export function annexesOf(file: CaseFile, plan: SupplyPlan, dispatched: boolean): readonly string[] {
  const { ownGenerator } = file.state.variables
  return [
    '供电方案答复单',
    '接线及产权分界示意图',
    ...(getApplication(file).load.equipment?.length > 0 ? ['用电设备清单'] : []),
    ...(plan.transformers.length > 0 ? ['受电设备清单（竣工后按实际登记）'] : []),
    ...(dispatched ? ['调度协议'] : []),
    ...(ownGenerator === true ? ['自备电源协议'] : []),
  ]
}

import { dispatchAgreementIfAsked } from './agreements.ts'
import { enterprise } from './customers.ts'
import { reportConcealedWorks, reviewDesign, submitDesign, transformer } from './hv-works.ts'
import {
  accept,
  accountManager,
  aftercare,
  answerPlan,
  applyOnPhone,
  countersignContract,
  draftContract,
  draftPlan,
  fees,
  inspect,
  installMeter,
  planOutage,
  reply,
  reportCompletion,
  returnVisit,
  signContract,
  signOff,
  survey,
  switchOn,
  tieInForm,
} from './passages.ts'
import type { Story } from './story.ts'
import { handInSupplements } from './supplements.ts'

const ownCustomer = enterprise(9, '澄溪德润纸业有限公司', '汪德润', '澄溪县经济开发区纬二路 21 号')

/** As the marketing records have the supply that is to grow: one transformer, metered by one meter. */
const present = {
  accountNumber: '3300218845',
  capacityKva: 315,
  voltageKv: 10,
  contractNumber: 'CX-GY-2021-0188',
  contractSignedOn: '2021-09-14',
  meters: [{ meterNumber: '3302100188', ctRatio: '30/5' }],
}

/** 高压增容 from 315 to 630 kVA on the present source: the plan for the whole, the old contract replaced, the old meter read and taken off. */
export const hvIncrease: Story = {
  name: 'hv-increase',
  title: '高压增容，换合同、换表',
  customer: ownCustomer,
  async play(player, customer) {
    await player.at('2026-03-02 09:10')
    await applyOnPhone(player, {
      customer,
      kind: 'increase',
      category: 'non-resident',
      proof: 'business-licence',
      existingAccountNumber: present.accountNumber,
      load: { requestedKw: 220, requestedKva: 315, existingKva: present.capacityKva, isThreePhase: true },
    })
    await player.at('2026-03-02 10:30')
    await accept(player, 'he-min', { existingSupply: present })
    await player.at('2026-03-04 14:40')
    const { approvedCapacityKva } = await player.prefill(accountManager, 'survey-site')
    await survey(player, accountManager, { approvedCapacityKva, customerWorks: true, lineDistanceM: 120 })
    await handInSupplements(player, customer, ['acceptance', 'supply-plan'])
    await player.at('2026-03-06 15:00')
    await draftPlan(player, 'lu-ming')
    await player.at('2026-03-09 16:00')
    await signOff(player)
    await reply(player, accountManager)
    await player.at('2026-03-10 11:00')
    await answerPlan(player, customer)
    await player.at('2026-03-11 15:00')
    await fees(player)
    await draftContract(player)
    await player.at('2026-03-13 10:00')
    await submitDesign(player, customer)
    await player.at('2026-03-17 10:00')
    await reviewDesign(player)
    await player.at('2026-04-10 14:00')
    await reportConcealedWorks(player, customer, player.day('2026-03-23'))
    await player.at('2026-04-20 09:00')
    await handInSupplements(player, customer)
    await reportCompletion(player, customer, [transformer(630, 1)])
    await player.at('2026-04-21 09:00')
    await inspect(player, 'inspect-completion')
    await signContract(player, customer)
    await countersignContract(player)
    await dispatchAgreementIfAsked(player, customer)
    // Nothing is tied in while the old meter is still answered for by nobody.
    await player.tryGate('cao-yun', 'tie-in', tieInForm(player))
    await installMeter(player, 9)
    await planOutage(player, '2026-04-23 12:00')
    await player.at('2026-04-22 09:30')
    await switchOn(player, customer, { dispatcher: 'he-zhiqiang' })
    await player.at('2026-04-23 09:00')
    await aftercare(player, 9)
    await player.at('2026-04-24 10:00')
    await returnVisit(player, accountManager)
  },
}

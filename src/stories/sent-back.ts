import { dispatchAgreementIfAsked } from './agreements.ts'
import { enterprise, type StoryCustomer } from './customers.ts'
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
  gridWorks,
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
} from './passages.ts'
import type { Player } from './player.ts'
import type { Story } from './story.ts'
import { handInSupplements } from './supplements.ts'

const ownCustomer = enterprise(6, '鼎盛建材有限公司', '丁盛', '澄溪县石桥镇工业园 3 号', 'shiqiao')

/** 退回: after the plan was signed and with works running the customer needs more; everything that rested on the plan is voided. */
export const sentBack: Story = {
  name: 'sent-back',
  title: '方案签收后退回重拟，工程已开工',
  customer: ownCustomer,
  async play(player, customer) {
    await player.at('2026-03-02 09:00')
    await applyOnPhone(player, {
      customer,
      category: 'non-resident',
      proof: 'business-licence',
      load: { requestedKw: 280, requestedKva: 400, isThreePhase: true },
    })
    await player.at('2026-03-02 10:00')
    await accept(player, 'lin-jing')
    await planOnce(player, customer, 400, [
      '2026-03-04 09:00',
      '2026-03-06 09:00',
      '2026-03-09 09:00',
      '2026-03-10 09:00',
    ])
    await fees(player)
    await draftContract(player)
    await player.at('2026-03-16 10:00')
    await submitDesign(player, customer)
    await player.at('2026-03-18 10:00')
    await reviewDesign(player)
    await player.at('2026-04-08 09:00')
    // Works are running when the customer says that 400 kVA will not do.
    await player.verb('shen-yiwen', 'post-message', { text: '丁总，改容量要退回重新拟定方案，原图纸和合同稿作废。' })
    await player.verb('liu-jianping', 'return-step', {
      taskId: player.taskId('report-concealed-works'),
      toElement: 'survey-site',
      reason: '客户新增生产线，容量由 400 kVA 改为 630 kVA',
      onOurAccount: false,
    })
    await planOnce(player, customer, 630, [
      '2026-04-09 09:00',
      '2026-04-10 09:00',
      '2026-04-13 09:00',
      '2026-04-14 09:00',
    ])
    await fees(player)
    await draftContract(player)
    await player.at('2026-04-20 10:00')
    await submitDesign(player, customer)
    await player.at('2026-04-22 10:00')
    await reviewDesign(player)
    await player.at('2026-05-06 09:00')
    await gridWorks(player, player.day('2026-04-15'))
    await player.at('2026-05-15 14:00')
    await reportConcealedWorks(player, customer, player.day('2026-04-24'))
    await player.at('2026-05-25 09:00')
    await handInSupplements(player, customer)
    await reportCompletion(player, customer, [transformer(630, 1)])
    await player.at('2026-05-26 09:00')
    await inspect(player, 'inspect-completion')
    await installMeter(player, 6)
    await signContract(player, customer)
    await countersignContract(player)
    await dispatchAgreementIfAsked(player, customer)
    await planOutage(player, '2026-05-28 12:00')
    await player.at('2026-05-27 09:30')
    await switchOn(player, customer, { dispatcher: 'pan-wei' })
    await player.at('2026-05-28 09:00')
    await aftercare(player, 6)
    await player.at('2026-06-01 10:00')
    await returnVisit(player, accountManager, 3)
  },
}

async function planOnce(
  player: Player,
  customer: StoryCustomer,
  approvedCapacityKva: number,
  times: readonly [string, string, string, string],
): Promise<void> {
  await player.at(times[0])
  await survey(player, accountManager, {
    approvedCapacityKva,
    customerWorks: true,
    gridWorks: true,
    lineDistanceM: 350,
  })
  await handInSupplements(player, customer, ['acceptance', 'supply-plan'])
  await player.at(times[1])
  await draftPlan(player, 'lu-ming')
  await player.at(times[2])
  await signOff(player)
  await reply(player, accountManager)
  await player.at(times[3])
  await answerPlan(player, customer)
}

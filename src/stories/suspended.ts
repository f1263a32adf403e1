import { enterprise, type StoryCustomer } from './customers.ts'
import { uploadPaper } from './paper.ts'
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
  returnVisit,
  signContract,
  signOff,
  survey,
  switchOn,
} from './passages.ts'
import type { Player } from './player.ts'
import type { Story } from './story.ts'
import { handInSupplements } from './supplements.ts'

const ownCustomer = enterprise(8, '澄溪县金穗农机合作社', '何金穗', '澄溪县柳林镇南塘村 5 号', 'liulin')

/** 挂起 from Friday 2026-05-08 over the make-up Saturday 2026-05-09 to Monday 2026-05-11: that Saturday is a working day, and none of the company's. */
export const suspended: Story = {
  name: 'suspended',
  title: '挂起跨调休周末后恢复',
  customer: ownCustomer,
  async play(player, customer) {
    await player.at('2026-03-02 09:00')
    await applyOnPhone(player, {
      customer,
      category: 'non-resident',
      proof: 'business-licence',
      load: { requestedKw: 60, isThreePhase: true },
    })
    await player.at('2026-03-02 10:00')
    await accept(player, 'tang-yue')
    await player.at('2026-03-03 09:00')
    await survey(player, accountManager, { approvedLoadKw: 60, lineDistanceM: 80 })
    await handInSupplements(player, customer)
    await player.at('2026-03-04 09:00')
    await draftPlan(player, 'lu-ming')
    await signOff(player)
    await reply(player, accountManager)
    await player.at('2026-05-08 10:00')
    await answerPlan(player, customer)
    await player.at('2026-05-08 15:00')
    await suspend(player, customer)
    await player.at('2026-05-11 09:00')
    await player.verb('liu-jianping', 'resume-case', { reason: '村集体用地手续已办妥' })
    await fees(player)
    await draftContract(player)
    await player.at('2026-05-12 09:00')
    await signContract(player, customer)
    await countersignContract(player)
    await installMeter(player, 8)
    await inspect(player, 'inspect-completion')
    await planOutage(player, '2026-05-13 12:00')
    await player.at('2026-05-13 09:30')
    await switchOn(player, customer, { dispatcher: 'qin-feng' })
    await player.at('2026-05-14 09:00')
    await aftercare(player, 8)
    await player.at('2026-05-15 10:00')
    await returnVisit(player, accountManager)
  },
}

async function suspend(player: Player, customer: StoryCustomer): Promise<void> {
  const letter = await uploadPaper(player, customer.phone, '延期办理申请', [customer.name, '用地手续办理中'])
  await player.verb(customer.phone, 'supply-supplement', { documents: [{ document: 'evidence', file: letter }] })
  await player.verb('liu-jianping', 'suspend-case', {
    reasonCode: 'customer-request',
    reason: '客户书面要求延期，等待村集体用地手续',
    evidence: letter.sha256,
  })
}

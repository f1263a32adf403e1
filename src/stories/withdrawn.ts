import { resident } from './customers.ts'
import { accept, accountManager, applyOnPhone, draftPlan, reply, signOff, survey } from './passages.ts'
import type { Story } from './story.ts'

const ownCustomer = resident(7, '赵明', '澄溪县柳林镇东岗村 21 号', 'liulin')

/** 撤销申请: the customer changes his mind after the reply and withdraws on the phone. */
export const withdrawn: Story = {
  name: 'withdrawn',
  title: '客户撤销申请',
  customer: ownCustomer,
  async play(player, customer) {
    await player.at('2026-03-02 14:00')
    await applyOnPhone(player, {
      customer,
      category: 'resident',
      proof: 'identity-card',
      load: { requestedKw: 10, isThreePhase: false },
    })
    await player.at('2026-03-02 15:00')
    await accept(player, 'tang-yue')
    await player.at('2026-03-03 09:00')
    await survey(player, accountManager, { phases: 'single-phase', approvedLoadKw: 10, lineDistanceM: 60 })
    await draftPlan(player, 'shen-yiwen')
    await signOff(player)
    await reply(player, accountManager)
    await player.at('2026-03-05 20:00')
    await player.verb(customer.phone, 'withdraw-application', { reason: '房屋已转让，不再需要新装' })
  },
}

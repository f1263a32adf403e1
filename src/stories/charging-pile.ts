import { resident } from './customers.ts'
import {
  accept,
  accountManager,
  aftercare,
  applyOnPhone,
  countersignContract,
  draftContract,
  fees,
  fillPlan,
  inspect,
  installMeter,
  planOutage,
  returnVisit,
  signContract,
  survey,
  switchOn,
  tieInForm,
} from './passages.ts'
import type { Story } from './story.ts'
import { handInSupplements } from './supplements.ts'

const ownCustomer = resident(11, '沈卓', '澄溪县城关镇东湖花园地下车库 B1-037 车位')

/** 居民充电桩: a pile on one's own parking space, on the short process; estate consent and the car's papers follow as supplements. */
export const chargingPile: Story = {
  name: 'charging-pile',
  title: '居民充电桩，短流程',
  customer: ownCustomer,
  async play(player, customer) {
    await player.at('2026-03-02 09:30')
    await applyOnPhone(player, {
      customer,
      kind: 'charging-pile',
      category: 'resident',
      proof: 'parking-right',
      load: { requestedKw: 7, isThreePhase: false },
      standardsConfirmed: true,
      wantsShort: true,
    })
    await player.at('2026-03-02 10:10')
    await accept(player, 'he-min', { wantsShort: true, standardsConfirmed: true })
    await player.at('2026-03-02 14:30')
    await survey(player, accountManager, { phases: 'single-phase', approvedLoadKw: 7, lineDistanceM: 35 })
    await player.at('2026-03-03 10:00')
    await player.do('shen-yiwen', 'give-supply-plan', {
      ...(await fillPlan(player, 'shen-yiwen', 'give-supply-plan')),
      opinion: '就近公用变压器低压接入',
      replyMethod: 'portal',
    })
    await fees(player)
    await draftContract(player)
    // The gate asks for the estate's consent and the car's papers like for everything else.
    await player.tryGate('cao-yun', 'tie-in', tieInForm(player))
    await handInSupplements(player, customer)
    await signContract(player, customer)
    await countersignContract(player)
    await player.at('2026-03-04 09:30')
    await inspect(player, 'inspect-completion')
    await installMeter(player, 11)
    await planOutage(player, '2026-03-04 18:00')
    await switchOn(player, customer, { dispatcher: 'qin-feng' })
    await player.at('2026-03-05 09:00')
    await aftercare(player, 11)
    await player.at('2026-03-06 10:00')
    await returnVisit(player, accountManager)
  },
}

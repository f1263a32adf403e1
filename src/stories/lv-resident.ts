import { resident } from './customers.ts'
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
  tieInForm,
} from './passages.ts'
import type { Story } from './story.ts'
import { handInSupplements } from './supplements.ts'

const ownCustomer = resident(1, '陈秀英', '澄溪县城关镇滨河里 12 幢 3 单元 502 室')

/** 低压居民新装: one proof, four stages, within five working days. */
export const lvResident: Story = {
  name: 'lv-resident',
  title: '低压居民新装，标准流程',
  customer: ownCustomer,
  async play(player, customer) {
    await player.at('2026-03-02 09:05')
    await applyOnPhone(player, {
      customer,
      category: 'resident',
      proof: 'identity-card',
      load: { requestedKw: 8, isThreePhase: false },
    })
    await player.at('2026-03-02 09:40')
    await accept(player, 'he-min')
    await player.at('2026-03-02 14:10')
    await survey(player, accountManager, { phases: 'single-phase', approvedLoadKw: 8, lineDistanceM: 25 })
    await player.at('2026-03-02 15:20')
    await draftPlan(player, 'shen-yiwen')
    await player.at('2026-03-02 16:00')
    await signOff(player)
    await reply(player, accountManager)
    await player.at('2026-03-02 19:30')
    await answerPlan(player, customer)
    await player.at('2026-03-03 09:00')
    await player.tryGate('cao-yun', 'tie-in', tieInForm(player))
    await fees(player)
    await draftContract(player)
    await player.at('2026-03-03 12:30')
    await handInSupplements(player, customer)
    await signContract(player, customer)
    await player.at('2026-03-03 14:00')
    await countersignContract(player)
    await player.at('2026-03-03 15:30')
    await inspect(player, 'inspect-completion')
    await player.at('2026-03-04 09:30')
    await installMeter(player, 1)
    await planOutage(player, '2026-03-04 12:00')
    await player.at('2026-03-04 10:40')
    await switchOn(player, customer, { dispatcher: 'qin-feng' })
    await player.at('2026-03-05 09:00')
    await aftercare(player, 1)
    await player.at('2026-03-06 10:00')
    await returnVisit(player, accountManager)
  },
}

import { dispatchAgreementIfAsked } from './agreements.ts'
import { enterprise } from './customers.ts'
import { transformer } from './hv-works.ts'
import {
  accept,
  accountManager,
  aftercare,
  answerPlan,
  applyOnPhone,
  countersignContract,
  draftContract,
  draftPlan,
  energiseForm,
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
import type { Story } from './story.ts'
import { handInSupplements } from './supplements.ts'

const ownCustomer = enterprise(5, '华创电子材料有限公司', '顾华', '澄溪县经济开发区经五路 9 号')

/** 绿色通道 over the short high-voltage process: tighter limits and an own owner; the safety gates stay. */
export const greenChannel: Story = {
  name: 'green-channel',
  title: '高压短流程，绿色通道',
  customer: ownCustomer,
  async play(player, customer) {
    await player.at('2026-03-02 09:00')
    await applyOnPhone(player, {
      customer,
      category: 'non-resident',
      proof: 'business-licence',
      load: { requestedKw: 440, requestedKva: 630, isThreePhase: true },
      wantsShort: true,
    })
    await player.verb('liu-jianping', 'grant-green-channel', {
      reason: '县重点招商项目，列入年度重点工程清单',
      owner: 'xu-kexin',
      basis: '县重点项目清单第 7 项',
    })
    await player.at('2026-03-02 09:40')
    await accept(player, 'he-min', { wantsShort: true })
    await player.at('2026-03-03 09:00')
    await survey(player, accountManager, {
      approvedCapacityKva: 630,
      customerWorks: true,
      gridWorks: true,
      lineDistanceM: 260,
    })
    await handInSupplements(player, customer)
    await player.at('2026-03-04 10:00')
    await draftPlan(player, 'lu-ming')
    await signOff(player)
    await player.at('2026-03-04 16:00')
    await reply(player, accountManager)
    await player.at('2026-03-05 09:00')
    await answerPlan(player, customer)
    await fees(player)
    await draftContract(player)
    await player.at('2026-03-20 16:00')
    await gridWorks(player, player.day('2026-03-06'))
    await player.at('2026-03-30 09:00')
    await reportCompletion(player, customer, [transformer(630, 1)])
    await player.at('2026-03-31 09:00')
    await installMeter(player, 5)
    await player.tryGate('wu-peng', 'energise', energiseForm(player))
    await inspect(player, 'inspect-completion')
    await signContract(player, customer)
    await countersignContract(player)
    await dispatchAgreementIfAsked(player, customer)
    await planOutage(player, '2026-04-01 12:00')
    await player.at('2026-04-01 09:30')
    await switchOn(player, customer, { dispatcher: 'pan-wei' })
    await player.at('2026-04-02 09:00')
    await aftercare(player, 5)
    await player.at('2026-04-03 10:00')
    await returnVisit(player, accountManager)
  },
}

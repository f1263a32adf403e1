import { inventedCreditCode, type StoryCustomer } from './customers.ts'
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

const ownCustomer: StoryCustomer = {
  phone: '13800000002',
  kind: 'sole-trader',
  name: '澄溪县李记粮油店',
  contactName: '李大年',
  idKind: 'credit-code',
  idNumber: inventedCreditCode(2),
  address: '澄溪县城关镇东街 88 号',
  unitId: 'chengguan',
}

/** 一证受理: a shop brings only its business licence; the customer confirmed the construction standards, so the short process. */
export const lvShopOneProof: Story = {
  name: 'lv-shop-one-proof',
  title: '低压非居民新装，一证受理，短流程',
  customer: ownCustomer,
  async play(player, customer) {
    await player.at('2026-03-02 10:15')
    await applyOnPhone(player, {
      customer,
      category: 'non-resident',
      proof: 'business-licence',
      load: {
        requestedKw: 40,
        isThreePhase: true,
        equipment: [{ name: '照明', category: 'shop-lighting', count: 20, unitKw: 0.2 }],
      },
      standardsConfirmed: true,
      wantsShort: true,
    })
    await player.at('2026-03-02 10:50')
    await accept(player, 'he-min', { wantsShort: true, standardsConfirmed: true })
    await player.at('2026-03-03 09:20')
    await survey(player, accountManager, { approvedLoadKw: 40, lineDistanceM: 40 })
    await handInSupplements(player, customer)
    await player.at('2026-03-03 13:30')
    const plan = await fillPlan(player, 'shen-yiwen', 'give-supply-plan')
    await player.do('shen-yiwen', 'give-supply-plan', {
      ...plan,
      opinion: '就近公用变压器低压接入',
      replyMethod: 'portal',
    })
    await player.at('2026-03-03 14:10')
    await fees(player)
    await draftContract(player)
    await player.at('2026-03-04 09:00')
    await player.tryGate('cao-yun', 'tie-in', tieInForm(player))
    // Inspected at the visit that sets the meter.
    await inspect(player, 'inspect-completion')
    await installMeter(player, 2)
    await planOutage(player, '2026-03-05 12:00')
    await signContract(player, customer)
    await countersignContract(player)
    await player.at('2026-03-05 09:30')
    await switchOn(player, customer, { dispatcher: 'qin-feng' })
    await player.at('2026-03-06 09:00')
    await aftercare(player, 2)
    await player.at('2026-03-09 10:00')
    await returnVisit(player, accountManager)
  },
}

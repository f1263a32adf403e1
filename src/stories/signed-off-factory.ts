import { enterprise } from './customers.ts'
import { accept, accountManager, applyOnPhone, fillPlan, signOff, survey } from './passages.ts'
import type { Player } from './player.ts'
import { handInSupplements } from './supplements.ts'

/** On the demonstration's network: 10 kV 滨河线 has √3 · 10 · (0.8 · 450 − 232) − 630 = 1587 kVA open. */
export const placeOfFactories = {
  substation: '110 kV 柳林变',
  busSection: '110 kV 柳林变 10 kV I 段',
  incomer: '1 号主变',
  feeder: '10 kV 滨河线',
  accessPoint: 'HK03 环网柜 905 间隔',
  boundaryPoint: 'HK03 环网柜 905 间隔出线电缆终端连接处',
}

const factory = (number: number) =>
  enterprise(number, `澄溪第${number}机械厂`, '云岭', `澄溪县城关镇经五路 ${number} 号`)

/** A factory of 1000 kVA at that place, signed off and waiting for its reply. */
export async function signedOffFactory(player: Player, number: number): Promise<Player> {
  const customer = factory(number)
  await player.at('2026-03-02 09:30')
  await applyOnPhone(player, {
    customer,
    category: 'non-resident',
    proof: 'business-licence',
    load: { requestedKw: 700, requestedKva: 1000, isThreePhase: true },
  })
  await accept(player, 'he-min')
  const site = { approvedCapacityKva: 1000, customerWorks: true, gridWorks: true, lineDistanceM: 480 }
  await survey(player, accountManager, site)
  await handInSupplements(player, customer, ['acceptance', 'supply-plan'])
  const plan = await fillPlan(player, 'shen-yiwen', 'draft-supply-plan')
  // The rules alone take 35 mm²; on this network the fault current at HK03 is more than it withstands.
  const sources = (plan.sources as readonly object[]).map((source) => ({
    ...source,
    ...placeOfFactories,
    conductor: 'YJV22-10-3x120',
  }))
  await player.do('shen-yiwen', 'draft-supply-plan', { ...plan, sources, opinion: '按接入规则拟定' })
  await signOff(player)
  return player
}

/** The phone its customer signs in with. */
export const phoneOf = (number: number): string => factory(number).phone

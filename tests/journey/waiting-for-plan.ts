import { enterprise } from '../../src/stories/customers.ts'
import { accept, accountManager, applyOnPhone, survey } from '../../src/stories/passages.ts'
import type { Player } from '../../src/stories/player.ts'
import { handInSupplements } from '../../src/stories/supplements.ts'
import type { Journey } from './open-journey.ts'

/** A customer by the figures that matter for his plan. */
export interface Site {
  readonly number: number
  readonly kind?: string
  readonly existingAccountNumber?: string
  readonly load: Record<string, unknown>
  readonly survey: Record<string, unknown>
  readonly accept?: Record<string, unknown>
}

/** What the clerk records of the supply that an increase amends. */
function presentOf({ existingAccountNumber, load }: Site) {
  if (!existingAccountNumber) return {}
  const meters = [{ meterNumber: `M${existingAccountNumber}`, ctRatio: '30/5' }]
  const contractNumber = `CX-${existingAccountNumber}`
  return {
    existingSupply: {
      accountNumber: existingAccountNumber,
      capacityKva: load.existingKva,
      voltageKv: 10,
      contractNumber,
      meters,
    },
  }
}

/** A case that was surveyed and waits for its plan. */
export async function waitingForPlan(journey: Journey, site: Site): Promise<Player> {
  const { number, kind, existingAccountNumber, load, survey: found, accept: given } = site
  const player = journey.newPlayer()
  const customer = enterprise(number, `澄溪第${number}机械厂`, '云岭', `澄溪县城关镇经五路 ${number} 号`)
  await player.at('2026-03-02 09:30')
  await applyOnPhone(player, {
    customer,
    category: 'non-resident',
    proof: 'business-licence',
    load,
    ...(kind && { kind }),
    ...(existingAccountNumber && { existingAccountNumber }),
    ...(given?.wantsShort ? { wantsShort: true, standardsConfirmed: true } : {}),
  })
  await accept(player, 'he-min', { ...presentOf(site), ...given })
  await player.at('2026-03-03 09:30')
  await survey(player, accountManager, found)
  await handInSupplements(player, customer, ['acceptance', 'supply-plan'])
  return player
}

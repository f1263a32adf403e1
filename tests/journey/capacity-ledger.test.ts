import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { enterprise } from '../../src/stories/customers.ts'
import { accept, accountManager, applyOnPhone, fillPlan, signOff, survey } from '../../src/stories/passages.ts'
import type { Player } from '../../src/stories/player.ts'
import { handInSupplements } from '../../src/stories/supplements.ts'
import { type Journey, openJourney } from './open-journey.ts'

let journey: Journey
beforeAll(async () => {
  journey = await openJourney()
})
afterAll(async () => await journey?.close())

/** On the demonstration's network: 10 kV 滨河线 has √3 · 10 · (0.8 · 450 − 232) − 630 = 1587 kVA open. */
const place = {
  substation: '110 kV 柳林变',
  busSection: '110 kV 柳林变 10 kV I 段',
  incomer: '1 号主变',
  feeder: '10 kV 滨河线',
  accessPoint: 'HK03 环网柜 905 间隔',
  boundaryPoint: 'HK03 环网柜 905 间隔出线电缆终端连接处',
}

/** A factory of 1000 kVA at that place, signed off and waiting for its reply. */
async function signedOff(number: number): Promise<Player> {
  const player = journey.newPlayer()
  const customer = enterprise(number, `澄溪第${number}机械厂`, '云岭', `澄溪县城关镇经五路 ${number} 号`)
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
  const draft = async (conductor: object) => {
    const sources = (plan.sources as readonly object[]).map((source) => ({ ...source, ...place, ...conductor }))
    await player.do('shen-yiwen', 'draft-supply-plan', { ...plan, sources, opinion: '按接入规则拟定' })
  }
  // The rules alone take 35 mm²; on this network the fault current at HK03 is more than it withstands.
  const refused = await player.refusedBy(() => draft({}))
  expect(refused.faults).toMatchObject([{ path: 'deviations', code: 'deviation-needs-reason' }])
  await draft({ conductor: 'YJV22-10-3x120' })
  await signOff(player)
  return player
}

const reply = async (player: Player) =>
  await player.do(accountManager, 'reply-supply-plan', { replyMethod: 'portal', note: '' })

async function openKva(): Promise<number> {
  const { body } = await journey.send('GET', '/api/v1/network/open-capacity', { as: 'shen-yiwen' })
  const rows = body.feeders as readonly { name: string; openKva: number }[]
  return Math.round(rows.find(({ name }) => name === place.feeder)?.openKva ?? Number.NaN)
}

describe('capacity promised by a reply', () => {
  it('is taken off what is open; a second reply that does not fit is refused, and goes when the first case ends', async () => {
    const [first, second] = [await signedOff(91), await signedOff(92)]
    expect(await openKva()).toBe(1587)
    const { facts } = await journey.showCase(first.case.caseId)
    const drafted = facts.find(({ type }) => type === 'supply-plan-drafted')
    expect(drafted?.body.networkVersion).toBe(1)
    expect(drafted?.body.checks).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ check: 'source.1.thermalWithstand', verdict: 'met' }),
        expect.objectContaining({ check: 'source.1.feederOpenCapacity', verdict: 'met' }),
      ]),
    )
    await reply(first)
    expect(await openKva()).toBe(587)

    const refused = await second.refusedBy(() => reply(second))
    expect([refused.code, refused.faults.map(({ path }) => path)]).toEqual([
      'ledger.noCapacity',
      ['feeder:10 kV 滨河线'],
    ])
    const view = await journey.showCase(second.case.caseId)
    expect(view.facts.map(({ type }) => type)).not.toContain('supply-plan-replied')
    expect(await openKva()).toBe(587)

    await first.verb('liu-jianping', 'cancel-case', { reason: '客户不再建设' })
    expect(await openKva()).toBe(1587)
    await reply(second)
    expect(await openKva()).toBe(587)
    expect(journey.internalErrors).toEqual([])
  })
})

import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { ReservationPage } from '../../src/service/capacity-ledger/show-reservations.ts'
import { accountManager } from '../../src/stories/passages.ts'
import type { Player } from '../../src/stories/player.ts'
import { placeOfFactories, signedOffFactory } from '../../src/stories/signed-off-factory.ts'
import { type Journey, managerOf, openJourney } from './open-journey.ts'

let journey: Journey
/** Signed off while there is room for each of them, so that no plan needs a reason. */
let players: readonly [Player, Player, Player]
beforeAll(async () => {
  journey = await openJourney()
  players = [
    await signedOffFactory(journey.newPlayer(), 91),
    await signedOffFactory(journey.newPlayer(), 92),
    await signedOffFactory(journey.newPlayer(), 93),
  ]
})
afterAll(async () => await journey?.close())

const reply = async (player: Player) =>
  await player.do(accountManager, 'reply-supply-plan', { replyMethod: 'portal', note: '' })

async function openKva(): Promise<number> {
  const { body } = await journey.send('GET', '/api/v1/network/open-capacity', { as: 'shen-yiwen' })
  const rows = body.feeders as readonly { name: string; openKva: number }[]
  return Math.round(rows.find(({ name }) => name === placeOfFactories.feeder)?.openKva ?? Number.NaN)
}

async function listed(query: string, as = 'shen-yiwen'): Promise<ReservationPage> {
  const { body } = await journey.send('GET', `/api/v1/network/reservations?${query}`, { as })
  return body as unknown as ReservationPage
}

describe('capacity promised by a reply', () => {
  it('is taken off what is open; a second reply that does not fit is refused, and goes when the first case ends', async () => {
    const [first, second] = players
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

  it('is waited for in the order of applications, offered to the first, told to him, and extended in time', async () => {
    const [, , third] = players
    const refused = await third.refusedBy(() => reply(third))
    expect(refused.code).toBe('ledger.noCapacity')
    expect(refused.message).toContain('排队')
    expect((await third.refusedBy(() => third.verb('he-min', 'wait-for-capacity', { note: '' }))).code).toBe('no-right')
    await third.verb(accountManager, 'wait-for-capacity', { note: '等负荷转供' })

    const waits = await listed('list=queue')
    expect(waits.rows).toMatchObject([
      {
        state: 'waiting',
        case: { customerName: '澄溪第93机械厂' },
        positions: [
          { place: 'feeder:10 kV 滨河线', position: 1 },
          { place: 'transformer:110 kV 柳林变 1 号主变', position: 1 },
          { place: 'bay:HK03 环网柜', position: 1 },
        ],
      },
    ])

    // Another station's people see that somebody waits, not who.
    expect((await listed('list=queue', 'lin-jing')).rows.map((row) => row.case)).toEqual([null])

    const holder = (await listed('list=reserved')).rows[0]
    const ended = await journey.send('POST', `/api/v1/cases/${holder?.caseId}/cancel-case`, {
      as: 'liu-jianping',
      body: { reason: '客户不再建设' },
    })
    expect(ended.status).toBe(200)
    const [offered] = (await listed('list=queue')).rows
    expect(offered?.state).toBe('offered')
    await journey.server.background.settle()
    const { facts } = await journey.showCase(third.case.caseId)
    expect(facts.findLast(({ type }) => type === 'capacity-offered')?.body).toMatchObject({
      expiresOn: offered?.expiresOn,
    })
    await reply(third)
    expect(await openKva()).toBe(587)

    const extend = async (validUntil: string) =>
      await third.verb('liu-jianping', 'extend-plan-validity', { validUntil, reason: '客户厂房开工推迟' })
    const tooLong = await third.refusedBy(() => extend('2028-06-30'))
    expect(tooLong.faults).toMatchObject([{ path: 'validUntil', code: 'extension-too-long' }])
    await extend('2027-09-30')
    const [kept] = (await listed(`list=standing&caseId=${third.case.caseId}`)).rows
    expect(kept).toMatchObject({ state: 'reserved', expiresOn: '2027-09-30' })
    const { body } = await journey.send('GET', `/api/v1/network/reservations/history?reservation=${kept?.id}`, {
      as: 'shen-yiwen',
    })
    const manager = await managerOf(journey, third.case.caseId)
    const entries = body.entries as readonly { actor: string; fact: { type: string } }[]
    expect(entries.map(({ actor, fact }) => [fact.type, actor])).toEqual([
      ['queued', `staff:${manager}`],
      ['offered', 'system:capacity-ledger'],
      ['reserved', `staff:${manager}`],
      ['extended', 'staff:liu-jianping'],
    ])
    expect(journey.internalErrors).toEqual([])
  })
})

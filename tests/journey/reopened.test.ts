import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { enterprise } from '../../src/stories/customers.ts'
import {
  accept,
  accountManager,
  answerPlan,
  applyOnPhone,
  draftContract,
  draftPlan,
  fees,
  reply,
  signOff,
  survey,
} from '../../src/stories/passages.ts'
import { handInSupplements } from '../../src/stories/supplements.ts'
import { type Journey, openJourney } from './open-journey.ts'

/** A case that was ended by mistake and goes on: what was paid was given back, so it is determined and paid anew. */
let journey: Journey

beforeAll(async () => {
  journey = await openJourney()
})
afterAll(async () => await journey.close())

describe('a case cancelled after its fee was paid, and reopened', () => {
  it('has the fee determined and paid anew, gives the first one back once, and keeps everything else', async () => {
    const customer = enterprise(311, '澄溪两路电源厂', '方晴', '澄溪县城关镇望湖路 9 号')
    const player = journey.newPlayer()
    await player.at('2026-03-02 09:00')
    await applyOnPhone(player, {
      customer,
      category: 'non-resident',
      proof: 'business-licence',
      load: { requestedKw: 560, requestedKva: 800, sources: 2, isThreePhase: true },
    })
    await accept(player, 'he-min', { sources: 2 })
    await player.at('2026-03-04 09:00')
    await survey(player, accountManager, { approvedCapacityKva: 800, customerWorks: true, lineDistanceM: 300 })
    await handInSupplements(player, customer, ['acceptance', 'supply-plan'])
    await draftPlan(player, 'shen-yiwen')
    await signOff(player)
    await reply(player, accountManager)
    await answerPlan(player, customer)
    await draftContract(player)
    await fees(player)
    const gateOf = async () =>
      (await journey.showCase(player.case.caseId)).gate.find((item) => item.item === 'fees-settled')?.met
    expect(await gateOf()).toBe(true)

    await player.at('2026-03-09 09:00')
    await player.verb('liu-jianping', 'cancel-case', { reason: '误认为客户放弃', dismantled: false })
    await player.at('2026-03-10 09:00')
    await player.verb('liu-jianping', 'reopen-case', { reason: '客户说明没有放弃' })
    const steps = () => player.case.openTasks.map((task) => task.useCase).sort()
    expect(steps()).toEqual(['determine-fees', 'sign-contract', 'submit-design-files'])
    expect(await gateOf()).toBe(false)
    await player.at('2026-03-11 09:00')
    await fees(player)
    expect(steps()).toEqual(['sign-contract', 'submit-design-files'])
    expect(await gateOf()).toBe(true)

    const view = await journey.showCase(player.case.caseId)
    const count = (type: string) => view.facts.filter((fact) => fact.type === type).length
    expect([count('fees-settled'), count('refund-due'), count('fee-voided')]).toEqual([2, 1, 1])
    const running = view.clocks.filter((clock) => clock.endedAt === undefined).map((clock) => clock.clock)
    expect(running).toEqual(['whole#2'])
  })

  it('gives the second payment back too when it ends again', async () => {
    const view = await journey.send('GET', '/api/v1/cases?search=两路电源厂', { as: 'liu-jianping' })
    const caseId = view.body.cases[0].caseId as string
    const ended = await journey.send('POST', `/api/v1/cases/${caseId}/cancel-case`, {
      as: 'liu-jianping',
      body: { reason: '这次客户真的放弃', dismantled: false },
    })
    expect(ended.status).toBe(200)
    const after = await journey.showCase(caseId)
    expect(after.facts.filter((fact) => fact.type === 'refund-due')).toHaveLength(2)
  })
})

import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { enterprise } from '../../src/stories/customers.ts'
import { reportConcealedWorks, reviewDesign, submitDesign } from '../../src/stories/hv-works.ts'
import {
  accept,
  accountManager,
  answerPlan,
  applyOnPhone,
  confirmImportance,
  draftPlan,
  inspect,
  rectify,
  reply,
  reportCompletion,
  signOff,
  survey,
} from '../../src/stories/passages.ts'
import type { Player } from '../../src/stories/player.ts'
import { handInSupplements } from '../../src/stories/supplements.ts'
import { type Journey, openJourney } from './open-journey.ts'

/** 供电营业规则 2024 asks for design review and a look at concealed works of important customers and residential compounds at every voltage. */
let journey: Journey

beforeAll(async () => {
  journey = await openJourney()
})
afterAll(async () => await journey.close())

const viewOf = async (player: Player) => await journey.showCase(player.case.caseId)
const limitsOf = async (player: Player, name: string) =>
  (await viewOf(player)).clocks.find((clock) => clock.clock === name)?.limits
const openSteps = (player: Player) => player.case.openTasks.map((task) => task.useCase).sort()

/** A low-voltage case with works of the customer's own, up to the agreed plan. */
async function agreedPlan(
  serial: number,
  { load = {}, importance = 'none' }: { load?: Record<string, unknown>; importance?: 'none' | 'second' } = {},
) {
  const customer = enterprise(serial, `澄溪低压用户${serial}`, '方晴', '澄溪县城关镇望湖路 9 号')
  const player = journey.newPlayer()
  await player.at('2026-03-02 09:00')
  await applyOnPhone(player, {
    customer,
    category: 'non-resident',
    proof: 'business-licence',
    load: { requestedKw: 60, isThreePhase: true, ...load },
  })
  if (importance !== 'none') await confirmImportance(player, customer, importance)
  await accept(player, 'he-min', { importance, importanceBasis: importance === 'none' ? '' : '县卫健委函' })
  await player.at('2026-03-03 09:00')
  await survey(player, accountManager, { approvedLoadKw: 60, customerWorks: true, lineDistanceM: 60 })
  await handInSupplements(player, customer, ['acceptance', 'supply-plan'])
  await draftPlan(
    player,
    'shen-yiwen',
    // 二级 asks for a second circuit, which low voltage has not: the designer says why one source must do.
    importance === 'none'
      ? {}
      : { deviations: ['sources-enough', 'sources-separate'].map((check) => ({ check, reason: '另备移动应急电源' })) },
  )
  await signOff(player)
  await reply(player, accountManager)
  await player.at('2026-03-04 09:00')
  await answerPlan(player, customer)
  return { player, customer }
}

describe('a low-voltage customer with works of his own', () => {
  it('that is ordinary reports completion at once: neither review nor interim inspection', async () => {
    const { player } = await agreedPlan(301)
    expect((await viewOf(player)).process?.name).toBe('lv-standard')
    expect(openSteps(player)).toEqual(['determine-fees', 'draft-contract', 'report-completion'])
  })

  it('that is a residential compound has drawings reviewed and concealed works seen, each with its clock', async () => {
    const { player, customer } = await agreedPlan(302, { load: { residentialCompound: true } })
    expect((await viewOf(player)).process?.name).toBe('lv-standard')
    expect(openSteps(player)).toEqual(['determine-fees', 'draft-contract', 'submit-design-files'])
    await player.at('2026-03-09 09:00')
    await submitDesign(player, customer)
    expect(await limitsOf(player, 'design-review#1')).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ ruleSet: 'promise', limitDays: 3 }),
        expect.objectContaining({ ruleSet: 'law', limitDays: 5 }),
        expect.objectContaining({ ruleSet: 'regulator', limitDays: 8 }),
      ]),
    )
    await reviewDesign(player, false)
    expect(openSteps(player)).toContain('submit-design-files')
    await submitDesign(player, customer)
    await reviewDesign(player)
    await player.at('2026-04-02 09:00')
    await reportConcealedWorks(player, customer, player.day('2026-03-20'))
    expect(await limitsOf(player, 'interim-inspection#1')).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ ruleSet: 'promise', limitDays: 2 }),
        expect.objectContaining({ ruleSet: 'regulator', limitDays: 3 }),
      ]),
    )
    await inspect(player, 'inspect-interim', { failing: ['接地网埋深不足'] })
    await rectify(player, customer)
    await inspect(player, 'inspect-interim')
    await handInSupplements(player, customer)
    await reportCompletion(player, customer)
    expect(openSteps(player)).toEqual(['determine-fees', 'draft-contract', 'inspect-completion', 'install-meter'])
    const gate = new Map((await viewOf(player)).gate.map((item) => [item.item, item.met]))
    expect([gate.get('design-reviewed'), gate.get('concealed-works')]).toEqual([true, true])
  })

  it('that the government calls important has both too', async () => {
    const { player } = await agreedPlan(303, { importance: 'second' })
    expect(openSteps(player)).toContain('submit-design-files')
  })

  it('that is called important only after the works began cannot be energised without them', async () => {
    const { player, customer } = await agreedPlan(304)
    await confirmImportance(player, customer, 'second')
    const missing = (await viewOf(player)).gate.filter((item) => !item.met).map((item) => item.item)
    expect(missing).toEqual(expect.arrayContaining(['design-reviewed', 'concealed-works']))
    await player.verb('liu-jianping', 'return-step', {
      taskId: player.taskId('report-completion'),
      toElement: 'answer-supply-plan',
      reason: '确认为重要电力用户，须补设计审核和中间检查',
      onOurAccount: true,
    })
    await answerPlan(player, customer)
    expect(openSteps(player)).toContain('submit-design-files')
  })
})

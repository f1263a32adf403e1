import { enterprise, type StoryCustomer } from './customers.ts'
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
} from './passages.ts'
import type { Player } from './player.ts'
import type { Story } from './story.ts'
import { handInSupplements } from './supplements.ts'

const ownCustomer = enterprise(10, '澄溪建工集团第三项目部', '袁工', '澄溪县城关镇学府路北侧工地')

/** 临时用电 of a building site: a last day from the beginning, one extension, then switched off, meters back, account closed. */
export const temporarySite: Story = {
  name: 'temporary-site',
  title: '临时用电，延期后到期拆除',
  customer: ownCustomer,
  async play(player, customer) {
    await player.at('2026-03-02 09:20')
    await applyOnPhone(player, {
      customer,
      kind: 'temporary',
      category: 'non-resident',
      proof: 'construction-permit',
      load: { requestedKw: 90, isThreePhase: true, neededUntil: player.day('2026-06-30') },
    })
    await player.at('2026-03-02 10:10')
    await accept(player, 'he-min')
    await player.at('2026-03-03 11:20')
    await survey(player, accountManager, { approvedLoadKw: 90, lineDistanceM: 70 })
    await handInSupplements(player, customer)
    await player.at('2026-03-04 10:40')
    await draftPlan(player, 'shen-yiwen')
    await signOff(player)
    await reply(player, accountManager)
    await player.at('2026-03-05 10:00')
    await answerPlan(player, customer)
    await fees(player)
    await draftContract(player)
    await signContract(player, customer)
    await countersignContract(player)
    await player.at('2026-03-06 09:00')
    await inspect(player, 'inspect-completion')
    await installMeter(player, 10)
    await planOutage(player, '2026-03-06 18:00')
    await switchOn(player, customer, { dispatcher: 'qin-feng' })
    await player.at('2026-03-09 09:00')
    await aftercare(player, 10)
    await player.at('2026-03-10 10:00')
    await returnVisit(player, accountManager)
    await extend(player, customer)
    await remove(player, customer)
  },
}

/** The building is late: the site is used two months longer than agreed. */
async function extend(player: Player, customer: StoryCustomer): Promise<void> {
  await player.at('2026-06-10 14:00')
  await player.do(customer.phone, 'end-temporary-supply', {
    decision: 'extend',
    until: player.day('2026-08-31'),
    reason: '雨季停工，主体封顶推迟',
  })
  await player.at('2026-06-11 09:30')
  await player.do('wei-qing', 'decide-extension', { approves: true, opinion: '工期属实，同意延期' })
}

async function remove(player: Player, customer: StoryCustomer): Promise<void> {
  await player.at('2026-08-20 11:00')
  await player.do(customer.phone, 'end-temporary-supply', { decision: 'end', reason: '工程已完工' })
  await player.at('2026-08-21 09:00')
  await player.do('cao-yun', 'switch-off-supply', {
    switchedOffAt: player.now,
    operator: '曹运',
    guardian: '秦峰',
    switchingOrderNumber: `CZP-${player.today}`,
    removedAt: player.now,
    photos: [],
    note: '',
  })
  const { removedMeters } = await player.prefill('sun-li', 'take-back-meters')
  await player.do('sun-li', 'take-back-meters', {
    takenAt: player.now,
    takenBy: '孙立',
    removedMeters: (removedMeters as readonly object[]).map((meter) => ({
      ...meter,
      lastReadings: { totalKwh: 21_604, peakKwh: 9_120, flatKwh: 8_402, valleyKwh: 4_082 },
      sealsIntact: true,
    })),
    terminalTaken: true,
    returnedTo: '城关表库',
    photos: [],
    note: '',
  })
  await player.at('2026-08-24 09:00')
  await player.do('wei-qing', 'close-billing', { confirmed: true, note: '' })
  const { materials } = await player.prefill('fan-rui', 'archive-file')
  await player.do('fan-rui', 'archive-file', {
    archiveNumber: 'DA-2026-00010C',
    place: '档案室 3 柜 2 层',
    materials,
    note: '',
  })
}

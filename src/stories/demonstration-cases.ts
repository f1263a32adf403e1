import { chargingPile } from './charging-pile.ts'
import { enterprise, resident, type StoryCustomer } from './customers.ts'
import { greenChannel } from './green-channel.ts'
import { hvFactory } from './hv-factory.ts'
import { hvHospitalDual } from './hv-hospital-dual.ts'
import { hvIncrease } from './hv-increase.ts'
import { lvResident } from './lv-resident.ts'
import { lvShopOneProof } from './lv-shop-one-proof.ts'
import { Player, type PlayerOptions, StoppedAtStage } from './player.ts'
import { sentBack } from './sent-back.ts'
import type { Story } from './story.ts'
import { suspended } from './suspended.ts'
import { temporarySite } from './temporary-site.ts'
import { withdrawn } from './withdrawn.ts'

interface DemonstrationCase {
  readonly story: Story
  readonly customer: StoryCustomer
  /** How many weeks before this one the story begins; what lies ahead of today has not happened yet. */
  readonly weeksAgo: number
  /** Left at the beginning of this stage, as a team that is behind would leave it. */
  readonly until?: string
  /** Steps sent in the second in which they opened: something for the auditor to find. */
  readonly inNoTime?: true
}

const shop = (serial: number, name: string, contactName: string, address: string): StoryCustomer => ({
  ...enterprise(serial, name, contactName, address),
  kind: 'sole-trader',
})

/** Cases of every kind and in every stage, oldest first, so that the clock runs forward. */
const demonstrationCases: readonly DemonstrationCase[] = [
  { story: hvHospitalDual, customer: hvHospitalDual.customer, weeksAgo: 18 },
  { story: hvFactory, customer: hvFactory.customer, weeksAgo: 13 },
  { story: sentBack, customer: sentBack.customer, weeksAgo: 12 },
  {
    story: hvHospitalDual,
    customer: enterprise(24, '澄溪县中医院', '陆院长', '澄溪县城关镇学府路 20 号'),
    weeksAgo: 10,
  },
  { story: suspended, customer: suspended.customer, weeksAgo: 9 },
  {
    story: hvFactory,
    customer: enterprise(23, '澄溪清泉饮品有限公司', '钱清', '澄溪县城关镇滨河大道 66 号'),
    weeksAgo: 9,
  },
  {
    story: hvFactory,
    customer: enterprise(33, '澄溪天成饲料有限公司', '孙成', '澄溪县城关镇纬三路 12 号'),
    weeksAgo: 7,
  },
  { story: temporarySite, customer: temporarySite.customer, weeksAgo: 6 },
  { story: greenChannel, customer: greenChannel.customer, weeksAgo: 5 },
  {
    story: sentBack,
    customer: enterprise(26, '石桥镇福瑞冷库', '蒋瑞', '澄溪县石桥镇冷链园 2 号', 'shiqiao'),
    weeksAgo: 5,
  },
  {
    story: hvFactory,
    customer: enterprise(43, '澄溪宏达木业有限公司', '高宏', '澄溪县城关镇经四路 5 号'),
    weeksAgo: 4,
  },
  { story: hvIncrease, customer: hvIncrease.customer, weeksAgo: 3 },
  { story: lvResident, customer: lvResident.customer, weeksAgo: 3 },
  {
    story: lvResident,
    customer: resident(24, '黄丽华', '澄溪县城关镇南门新村 2 幢 303 室'),
    weeksAgo: 3,
    inNoTime: true,
  },
  { story: withdrawn, customer: withdrawn.customer, weeksAgo: 3 },
  { story: lvShopOneProof, customer: lvShopOneProof.customer, weeksAgo: 2 },
  {
    story: hvFactory,
    customer: enterprise(53, '澄溪顺达物流有限公司', '马顺', '澄溪县城关镇物流园 8 号'),
    weeksAgo: 2,
    until: 'plan-reply',
  },
  {
    story: lvResident,
    customer: resident(21, '王建国', '澄溪县城关镇柳林新村 8 幢 201 室'),
    weeksAgo: 2,
    until: 'connect',
  },
  {
    story: greenChannel,
    customer: enterprise(25, '澄溪滨河公共充电站', '许滨', '澄溪县城关镇滨河路停车场'),
    weeksAgo: 1,
  },
  { story: hvFactory, customer: enterprise(63, '澄溪城投安置房项目部', '周诚', '澄溪县城关镇安置房二期'), weeksAgo: 1 },
  { story: lvResident, customer: resident(22, '张桂芳', '澄溪县城关镇南塘村 3 组'), weeksAgo: 1, until: 'works' },
  {
    story: lvShopOneProof,
    customer: shop(27, '澄溪石桥便民超市', '吴小妹', '澄溪县城关镇西街 15 号'),
    weeksAgo: 1,
    until: 'works',
  },
  { story: chargingPile, customer: chargingPile.customer, weeksAgo: 0 },
  { story: lvResident, customer: resident(23, '许国庆', '澄溪县城关镇东湖花园 6 幢 1102 室'), weeksAgo: 0 },
  {
    story: hvFactory,
    customer: enterprise(73, '澄溪永兴纺织有限公司', '林兴', '澄溪县城关镇纬一路 30 号'),
    weeksAgo: 0,
  },
]

const storyMonday = Date.parse('2026-03-02T00:00:00+08:00')
const weekMs = 7 * 86_400_000

/** Makes the demonstration company's history by playing its cases through the API up to `today`. Answers how many were made. */
export async function playDemonstration(
  options: Omit<PlayerOptions, 'shiftWeeks' | 'shiftMinutes' | 'notAfter'>,
  today: Date,
): Promise<number> {
  const thisWeek = Math.floor((today.getTime() - storyMonday) / weekMs)
  let shared: Player | undefined
  let made = 0
  for (const [index, { story, customer, weeksAgo, until, inNoTime }] of demonstrationCases.entries()) {
    const shift = { shiftWeeks: thisWeek - weeksAgo, shiftMinutes: (index % 5) * 4 }
    const pace = inNoTime ? { minutesOfStep: 0 } : {}
    const player = new Player({ ...options, ...shift, ...pace, notAfter: today, until }, shared)
    shared ??= player
    try {
      await story.play(player, customer)
    } catch (error) {
      if (!(error instanceof StoppedAtStage)) throw error
    }
    if (player.hasCase) made += 1
  }
  return made
}

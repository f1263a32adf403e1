import { dispatchAgreementIfAsked } from './agreements.ts'
import { enterprise } from './customers.ts'
import { reportConcealedWorks, reviewDesign, submitDesign, transformer } from './hv-works.ts'
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
  rectify,
  reply,
  reportCompletion,
  returnVisit,
  signContract,
  signOff,
  survey,
  switchOn,
  tieInForm,
} from './passages.ts'
import type { Story } from './story.ts'
import { handInSupplements } from './supplements.ts'

const ownCustomer = enterprise(3, '澄溪永泰汽车零部件有限公司', '赵永泰', '澄溪县柳林镇兴工路 16 号', 'chengguan')

/** From the ring main unit along the road to the gate: about 480 m. */
const approvedRoute = [
  { longitude: 120.5181, latitude: 29.8712 },
  { longitude: 120.5206, latitude: 29.8712 },
  { longitude: 120.5218, latitude: 29.8734 },
]
/** As it was built: round the far side of a gas pipe that the survey had not seen. */
const builtRoute = [
  { longitude: 120.5181, latitude: 29.8712 },
  { longitude: 120.5206, latitude: 29.87085 },
  { longitude: 120.52145, latitude: 29.8715 },
  { longitude: 120.5218, latitude: 29.8734 },
]

/** 高压新装, single source, six stages: design sent back once, one defect found and put right, one line off its route approved as built. */
export const hvFactory: Story = {
  name: 'hv-factory',
  title: '高压新装，单电源，标准流程',
  customer: ownCustomer,
  async play(player, customer) {
    await player.at('2026-03-02 09:30')
    await applyOnPhone(player, {
      customer,
      category: 'non-resident',
      proof: 'business-licence',
      load: {
        requestedKw: 560,
        requestedKva: 800,
        isThreePhase: true,
        equipment: [
          { name: '数控机床', category: 'machining-small-batch', count: 40, unitKw: 15, isThreePhase: true },
          { name: '空压机', category: 'fan-pump-compressor', count: 4, unitKw: 75, isThreePhase: true },
        ],
      },
    })
    await player.at('2026-03-02 10:20')
    await accept(player, 'he-min')
    await player.at('2026-03-04 09:30')
    await survey(player, accountManager, {
      approvedCapacityKva: 800,
      customerWorks: true,
      gridWorks: true,
      lineDistanceM: 480,
    })
    await handInSupplements(player, customer, ['acceptance', 'supply-plan'])
    await player.at('2026-03-06 15:00')
    await draftPlan(player, 'shen-yiwen', { route: approvedRoute })
    await player.at('2026-03-09 16:00')
    await signOff(player)
    await player.at('2026-03-10 09:00')
    await reply(player, accountManager)
    await player.at('2026-03-11 11:47')
    await answerPlan(player, customer)
    await player.at('2026-03-11 15:00')
    await fees(player)
    await player.at('2026-03-18 10:00')
    await submitDesign(player, customer)
    await player.at('2026-03-19 15:00')
    await reviewDesign(player, false)
    await player.at('2026-03-23 09:00')
    await submitDesign(player, customer)
    await player.at('2026-03-24 10:00')
    await reviewDesign(player)
    await player.at('2026-04-07 09:00')
    await gridWorks(player, player.day('2026-03-16'))
    await draftContract(player)
    await player.at('2026-04-17 14:00')
    await reportConcealedWorks(player, customer, player.day('2026-03-30'))
    await player.at('2026-04-27 10:31')
    await handInSupplements(player, customer)
    await reportCompletion(player, customer, [transformer(800, 1)])
    await player.at('2026-04-28 09:20')
    await inspect(player, 'inspect-completion', {
      failing: ['接地电阻超过标准'],
      rectifyBy: player.day('2026-05-08'),
      walked: builtRoute,
    })
    await player.tryGate('cao-yun', 'tie-in', tieInForm(player))
    await player.tryGate('wu-peng', 'energise', energiseForm(player))
    await player.at('2026-05-06 10:00')
    await player.verb('ding-hao', 'ask-route-change', {
      sourceNumber: 1,
      reason: '原路径下有燃气管道，勘查时未标出，施工时避让',
      safetyCheck: '与燃气管道净距 2.1 m，埋深 0.9 m，过路段穿管，符合 GB 50217',
      interestedParties: '无',
    })
    await player.at('2026-05-07 09:00')
    await player.verb('liu-jianping', 'decide-route-change', {
      sourceNumber: 1,
      approves: true,
      opinion: '避让燃气管道，同意按实际走向',
      noInterest: true,
    })
    await player.at('2026-05-07 16:00')
    await rectify(player, customer)
    await player.at('2026-05-08 09:00')
    await inspect(player, 'inspect-completion')
    await installMeter(player, 3)
    await player.at('2026-05-09 10:00')
    await signContract(player, customer)
    await countersignContract(player)
    await dispatchAgreementIfAsked(player, customer)
    await planOutage(player, '2026-05-12 12:00')
    await player.at('2026-05-11 09:30')
    await switchOn(player, customer, { dispatcher: 'he-zhiqiang' })
    await player.at('2026-05-12 09:00')
    await aftercare(player, 3)
    await player.at('2026-05-14 10:00')
    await returnVisit(player, accountManager, 4)
  },
}

import { dispatchAgreementIfAsked } from './agreements.ts'
import { enterprise } from './customers.ts'
import { reportConcealedWorks, reviewDesign, submitDesign, transformer } from './hv-works.ts'
import {
  accept,
  accountManager,
  aftercare,
  answerPlan,
  applyOnPhone,
  confirmImportance,
  countersignContract,
  draftContract,
  draftPlan,
  energiseForm,
  fees,
  gridWorks,
  inspect,
  installMeter,
  planOutage,
  registerGenerator,
  reply,
  reportCompletion,
  returnVisit,
  signContract,
  signOff,
  survey,
  switchOn,
} from './passages.ts'
import type { Story } from './story.ts'
import { handInSupplements } from './supplements.ts'

const ownCustomer = enterprise(4, '澄溪县人民医院东院区', '孟院长', '澄溪县城关镇东环路 1 号')

/** 一级重要用户, two sources, own generator: nothing of review and inspection may be dropped, whoever asks. */
export const hvHospitalDual: Story = {
  name: 'hv-hospital-dual',
  title: '高压新装，双电源，重要用户，自备电源',
  customer: ownCustomer,
  async play(player, customer) {
    await player.at('2026-03-02 08:50')
    await applyOnPhone(player, {
      customer,
      category: 'non-resident',
      proof: 'business-licence',
      documents: ['security-load-statement', 'generator-registration'],
      load: {
        requestedKw: 2800,
        requestedKva: 4000,
        sources: 2,
        isThreePhase: true,
        industry: 'hospital-tertiary',
        loadNature: 'important',
        securityLoadKw: 620,
        ownGenerator: true,
        ownGeneratorKw: 800,
        equipment: [{ name: '空调冷冻站', category: 'air-conditioning', count: 4, unitKw: 350, isThreePhase: true }],
      },
      wantsShort: true,
    })
    await player.at('2026-03-02 11:00')
    await confirmImportance(player, customer, 'first')
    // The short process is asked for and refused, naming the rule: an important customer keeps review and inspection.
    await accept(player, 'he-min', { importance: 'first', importanceBasis: '县卫健委函', sources: 2, wantsShort: true })
    await player.at('2026-03-04 09:30')
    await survey(player, accountManager, {
      approvedCapacityKva: 4000,
      customerWorks: true,
      gridWorks: true,
      ownGenerator: true,
      ownGeneratorKw: 800,
      securityLoadKw: 620,
      loadNature: 'important',
      lineDistanceM: 900,
    })
    await handInSupplements(player, customer, ['acceptance', 'supply-plan'])
    await player.at('2026-03-12 15:00')
    await draftPlan(player, 'shen-yiwen')
    await player.at('2026-03-17 16:00')
    await signOff(player)
    await player.at('2026-03-18 09:00')
    await reply(player, accountManager)
    await player.at('2026-03-20 10:00')
    await answerPlan(player, customer)
    await player.at('2026-03-23 09:00')
    await fees(player)
    await player.at('2026-04-02 10:00')
    await submitDesign(player, customer)
    await player.at('2026-04-07 10:00')
    await reviewDesign(player)
    await player.at('2026-04-14 09:00')
    await gridWorks(player, player.day('2026-03-25'))
    await draftContract(player)
    await registerGenerator(player, 800)
    await player.at('2026-05-15 14:00')
    await reportConcealedWorks(player, customer, player.day('2026-04-13'))
    await player.at('2026-05-18 09:00')
    await inspect(player, 'inspect-interim')
    await player.at('2026-06-15 10:00')
    await handInSupplements(player, customer)
    await reportCompletion(player, customer, [transformer(2000, 2)])
    await player.at('2026-06-16 09:00')
    await player.tryGate('wu-peng', 'energise', energiseForm(player))
    await inspect(player, 'inspect-completion')
    await player.at('2026-06-17 09:00')
    await installMeter(player, 4)
    await signContract(player, customer)
    await countersignContract(player)
    await dispatchAgreementIfAsked(player, customer)
    await planOutage(player, '2026-06-19 12:00')
    await player.at('2026-06-18 09:30')
    await switchOn(player, customer, { dispatcher: 'he-zhiqiang', dualSource: true })
    await player.at('2026-06-22 09:00')
    await aftercare(player, 4)
    await player.at('2026-06-24 10:00')
    await returnVisit(player, accountManager)
  },
}

import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { enterprise } from '../../src/stories/customers.ts'
import { hvIncrease } from '../../src/stories/hv-increase.ts'
import {
  accept,
  accountManager,
  answerPlan,
  applyOnPhone,
  draftContract,
  draftPlan,
  fees,
  inspect,
  installMeter,
  reply,
  signOff,
  survey,
} from '../../src/stories/passages.ts'
import { handInSupplements } from '../../src/stories/supplements.ts'
import { type Journey, openJourney } from './open-journey.ts'

/** 增容: the supply that is there already is named, its contract replaced, its meters settled, its last bill handed over. */
let journey: Journey

beforeAll(async () => {
  journey = await openJourney()
})
afterAll(async () => await journey.close())

const bodyOf = async (caseId: string, type: string) =>
  (await journey.showCase(caseId)).facts.findLast((fact) => fact.type === type)?.body

describe('at high voltage', () => {
  it('replaces the old contract by name, takes the old meter off, and hands both supplies to billing', async () => {
    const player = journey.newPlayer()
    await hvIncrease.play(player, hvIncrease.customer)
    const { caseId } = player.case
    expect(await bodyOf(caseId, 'supply-plan-drafted')).toMatchObject({ approvedCapacityKva: 630 })
    expect(await bodyOf(caseId, 'contract-drafted')).toMatchObject({
      replaces: { contractNumber: 'CX-GY-2021-0188', signedOn: '2021-09-14' },
    })
    const text = (await bodyOf(caseId, 'contract-text-fixed')) as {
      clauses: { clauseId: string; text: { zh: string; en: string } }[]
    }
    const clause = text.clauses.find(({ clauseId }) => clauseId === 'replaces-contract')
    expect(clause?.text.zh).toContain('2021-09-14签订的CX-GY-2021-0188号供用电合同')
    expect(clause?.text.en).toContain('contract CX-GY-2021-0188 of 2021-09-14')
    const replaced = await bodyOf(caseId, 'contract-replaced')
    expect(replaced).toMatchObject({ contractNumber: 'CX-GY-2021-0188', endsWith: 'supply-on' })
    expect(await bodyOf(caseId, 'old-meters-settled')).toMatchObject({
      removed: [{ meterNumber: '3302100188', sealsIntact: true }],
      kept: [],
    })
    const billing = await bodyOf(caseId, 'billing-set-up')
    expect(billing).toMatchObject({
      accountNumber: '3300218845',
      contractNumber: replaced?.replacedBy,
      capacityKva: 630,
      previous: {
        contractNumber: 'CX-GY-2021-0188',
        capacityKva: 315,
        removedMeters: [{ meterNumber: '3302100188', lastReadings: { totalKwh: 48_213.6 } }],
        keptMeters: [],
      },
    })
  })
})

const shop = enterprise(401, '澄溪春晖面馆', '方晴', '澄溪县城关镇东街 31 号')
const present = {
  accountNumber: '3300440101',
  capacityKva: 20,
  voltageKv: 0.38,
  contractNumber: 'CX-DY-2019-0401',
  meters: [{ meterNumber: '3301900401' }],
}
const asksFor = { requestedKw: 15, existingKva: 20, isThreePhase: true }

async function applied() {
  const player = journey.newPlayer()
  await player.at('2026-03-02 09:00')
  await applyOnPhone(player, {
    customer: shop,
    kind: 'increase',
    category: 'non-resident',
    proof: 'business-licence',
    existingAccountNumber: present.accountNumber,
    load: asksFor,
  })
  return player
}

describe('at low voltage', () => {
  it('asks the customer for account and present capacity', async () => {
    const player = journey.newPlayer()
    await player.at('2026-03-02 09:00')
    const refused = await player.refusedBy(() =>
      applyOnPhone(player, {
        customer: shop,
        kind: 'increase',
        category: 'non-resident',
        proof: 'business-licence',
        load: { requestedKw: 15, isThreePhase: true },
      }),
    )
    expect(refused.faults.map((fact) => `${fact.path}: ${fact.code}`)).toEqual([
      'premise.existingAccountNumber: required',
      'load.existingKva: required',
    ])
  })

  it('is accepted only with the supply it amends, and begins with what the customer wrote', async () => {
    const player = await applied()
    await player.verb('he-min', 'claim-task', { taskId: player.taskId('accept-application') })
    expect(await player.prefill('he-min', 'accept-application')).toEqual({
      existingSupply: { accountNumber: '3300440101', capacityKva: 20, meters: [{}] },
    })
    const refused = await player.refusedBy(() => accept(player, 'he-min'))
    expect(refused.faults).toMatchObject([{ path: 'existingSupply', code: 'existing-supply-needed' }])
  })

  it('keeps a meter that suffices, and refuses to forget one or to read one off that stays', async () => {
    const player = await applied()
    await accept(player, 'he-min', { existingSupply: present })
    await player.at('2026-03-03 09:00')
    expect(await player.prefill(accountManager, 'survey-site')).toMatchObject({ approvedLoadKw: 35 })
    const tooSmall = await player.refusedBy(() => survey(player, accountManager, { approvedLoadKw: 20 }))
    expect(tooSmall.faults).toMatchObject([{ path: 'approvedLoadKw', code: 'not-more-than-present' }])
    await survey(player, accountManager, { approvedLoadKw: 35, lineDistanceM: 30 })
    await handInSupplements(player, shop)
    await draftPlan(player, 'shen-yiwen')
    await signOff(player)
    await reply(player, accountManager)
    await answerPlan(player, shop)
    await fees(player)
    await draftContract(player)
    await inspect(player, 'inspect-completion')
    const { meters } = await player.prefill('sun-li', 'install-meter')
    expect(meters).toMatchObject([{ meteringPoint: 1, meterNumber: '3301900401' }])
    const other = await player.refusedBy(() => installMeter(player, 401))
    expect(other.faults).toMatchObject([{ path: 'removedMeters', code: 'old-meter-unanswered' }])
    const readings = { totalKwh: 900, peakKwh: 400, flatKwh: 300, valleyKwh: 200 }
    const form = {
      installedAt: player.now,
      installedBy: '孙立',
      meters: [
        {
          ...(meters as object[])[0],
          verifiedOn: '2024-05-06',
          certificateNumber: 'JD2024-0401',
          wiringCorrect: true,
          seals: ['FY0401'],
          readings,
        },
      ],
      terminal: { terminalNumber: 'ZD0401', online: true },
      photos: [],
      note: '',
    }
    const both = await player.refusedBy(() =>
      player.do('sun-li', 'install-meter', {
        ...form,
        removedMeters: [
          { meterNumber: '3301900401', lastReadings: { ...readings, totalKwh: 950 }, sealsIntact: false },
        ],
      }),
    )
    expect(both.faults.map((fault) => `${fault.path}: ${fault.code}`)).toEqual([
      'removedMeters.0.meterNumber: old-meter-kept-and-removed',
      'removedMeters.0.remark: broken-seals-need-words',
      'removedMeters.0.lastReadings.totalKwh: readings-do-not-add-up',
    ])
    const removed = { meterNumber: '3301900401', lastReadings: readings, sealsIntact: true }
    const twice = await player.refusedBy(() =>
      player.do('sun-li', 'install-meter', { ...form, removedMeters: [removed, removed] }),
    )
    expect(twice.faults).toContainEqual(
      expect.objectContaining({ path: 'removedMeters.1.meterNumber', code: 'meter-number-twice' }),
    )
    await player.do('sun-li', 'install-meter', form)
    expect(await bodyOf(player.case.caseId, 'old-meters-settled')).toMatchObject({ removed: [], kept: ['3301900401'] })
  })
})

describe('the voltage of an increase', () => {
  it('is that of the present supply, and a small one that came in too low is not accepted', async () => {
    const player = await applied()
    const refused = await player.refusedBy(() =>
      accept(player, 'he-min', { existingSupply: { ...present, voltageKv: 10 } }),
    )
    expect(refused.faults).toMatchObject([{ path: 'existingSupply.voltageKv', code: 'present-supply-is-high-voltage' }])
  })
})

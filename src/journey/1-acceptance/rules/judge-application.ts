import type { PublishedStandards } from '#casefile'
import { accept, type PlainDate, type Refusal, type Result, refuse } from '#kernel'
import { chooseVoltage } from '#power'
import type { ApplicationForm } from '../api.ts'
import { type LimitClass, limitClassOf } from './limit-class.ts'

export interface Judgement {
  readonly voltageLevel: 'lv' | 'hv'
  readonly variant: string
  readonly refusedRule: string
  readonly waitsFor: string
  readonly limitClass: LimitClass
}

/** All the load there will be, kW: of an increase what is there already (1 kVA counts as 1 kW) and what is added. */
export function wholeLoadKw({ kind, load }: Pick<ApplicationForm, 'kind' | 'load'>): number {
  return load.requestedKw + (kind === 'increase' ? load.existingKva : 0)
}

/** Which voltage level the load asks for, by the dated limits of voltage selection; `presentKv` of a supply that is amended. */
export function judgeVoltage(
  form: ApplicationForm,
  standards: PublishedStandards,
  today: PlainDate,
  presentKv = 0,
): Result<'lv' | 'hv'> {
  const { load } = form
  // What is fed at high voltage today stays there, however little is added.
  if (presentKv >= 1) return accept('hv')
  const capacityKva = Math.max(load.requestedKva ?? 0, load.requestedKw) + load.existingKva
  const choice = chooseVoltage(
    { loadKw: wholeLoadKw(form), capacityKva, isThreePhase: load.isThreePhase || load.sources > 1 },
    standards.powerOn(today).voltageLevels,
  )
  if (!choice.ok) return choice
  // More than one source means high voltage in practice: low voltage has no second circuit from the public network.
  return accept(choice.value.level.kv >= 1 || load.sources > 1 || (load.requestedKva ?? 0) > 0 ? 'hv' : 'lv')
}

/** Variant of the process and class of the limits; a short variant the law forbids comes back as the standard one with the rule named. */
export function judgeVariant(
  facts: {
    readonly kind: string
    readonly category: string
    readonly voltageLevel: 'lv' | 'hv'
    readonly importance: string
    readonly residentialCompound: boolean
    readonly standardsConfirmed: boolean
    readonly wantsShort: boolean
    readonly sources: number
    readonly loadKw: number
  },
  standards: PublishedStandards,
  today: PlainDate,
): Result<Judgement, Refusal> {
  const rows = standards.decide(
    'choose-variant',
    {
      kind: facts.kind,
      voltageLevel: facts.voltageLevel,
      category: facts.category,
      importance: facts.importance,
      residentialCompound: facts.residentialCompound,
      standardsConfirmed: facts.standardsConfirmed,
      wantsShort: facts.wantsShort,
    },
    today,
  )
  if (!rows.ok) return rows
  const outputs = rows.value[0]?.outputs
  if (!outputs) return refuse({ code: 'no-variant', data: { ...facts } })
  return accept({
    voltageLevel: facts.voltageLevel,
    variant: String(outputs.variant),
    refusedRule: String(outputs.refusedRule ?? ''),
    waitsFor: String(outputs.waitsFor ?? ''),
    limitClass: limitClassOf({ ...facts, zeroInvestmentMaxKw: standards.setting('zero-investment-max-kw', today) }),
  })
}

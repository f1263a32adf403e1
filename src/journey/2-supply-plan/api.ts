import { z } from 'zod'
import {
  DateText,
  Location,
  Name,
  Note,
  Photos,
  PositiveKva,
  PositiveKw,
  Reason,
  Signature,
  Track,
  taskForm,
} from '#casefile/form-shapes'
import type { PlanPrecondition } from '#casefile/network-proof'

export const loadNatures = ['ordinary', 'important', 'impact', 'harmonic', 'single-phase'] as const
export const phaseCounts = ['single-phase', 'three-phase'] as const
export const sourcePhases = ['A', 'B', 'C'] as const
export const sourceRoles = ['main', 'standby', 'mutual'] as const
export const operationModes = ['single', 'main-and-standby', 'both-running', 'mutual-backup'] as const
/** As the charge table names them; `own` is a line the customer built and keeps. */
export const lineKinds = ['overhead', 'cable', 'own'] as const
export const layingMethods = ['pole', 'direct-buried', 'duct', 'trench', 'tray'] as const
export const mountings = ['pole', 'box', 'residential-room', 'room'] as const
/** 高供高计, 高供低计, 低供低计 */
export const meteringModes = ['hh', 'hl', 'll'] as const
export const tariffClasses = [
  'residential',
  'agricultural',
  'commercial-single',
  'commercial-choice',
  'commercial-two-part',
] as const
export const replyMethods = ['portal', 'counter', 'visit', 'post'] as const

/** More lines side by side than this are no longer one source. */
export const mostCircuits = 4

const Kw = z.number().nonnegative().max(1_000_000)
const Ratio = z
  .string()
  .trim()
  .regex(/^\d+(\.\d+)?\/\d+(\.\d+)?$/, 'ratio-shape')
const PlaceText = z.string().trim().max(200).default('')

/** Dwellings of one size. */
const DwellingGroup = z.object({
  areaM2: z.number().positive().max(2000),
  count: z.number().int().positive().max(10_000),
})
/** What the maker's sheet or a measurement says of one order, at the supply voltage. */
const HarmonicCurrent = z.object({
  order: z.number().int().min(2).max(50),
  currentA: z.number().positive().max(10_000),
})
/** A start, a weld, a melt: how much it changes at once, and how often. */
const ChangingLoad = z.object({
  changeKw: z.number().nonnegative().max(100_000),
  changeKvar: z.number().nonnegative().max(100_000),
  perHour: z.number().positive().max(10_000),
})

/** 现场勘查. Low voltage needs only who, when, whether, how much and where; the rest has defaults. */
export const SurveySite = taskForm({
  surveyedOn: DateText,
  surveyors: z.array(Name).min(1).max(10),
  canSupply: z.boolean(),
  cannotSupplyReason: Note,
  /** High voltage: the transformers' total. */
  approvedCapacityKva: PositiveKva.optional(),
  /** Low voltage. */
  approvedLoadKw: PositiveKw.optional(),
  loadNature: z.enum(loadNatures).default('ordinary'),
  phases: z.enum(phaseCounts),
  lineDistanceM: z.number().nonnegative().max(100_000).optional(),
  /** The customer has works of his own behind the boundary. */
  customerWorks: z.boolean(),
  /** The company has to build or change something. */
  gridWorks: z.boolean(),
  ownGenerator: z.boolean().default(false),
  ownGeneratorKw: Kw.default(0),
  securityLoadKw: Kw.default(0),
  /** 户型表 of a residential compound. */
  residentialCompound: z.boolean().default(false),
  dwellings: z
    .array(DwellingGroup)
    .max(50)
    .default([])
    .meta({ shownIf: { field: 'residentialCompound', is: true } }),
  /** Harmonic currents the equipment feeds back, and loads that change quickly: screened on the network. */
  harmonicCurrents: z
    .array(HarmonicCurrent)
    .max(30)
    .default([])
    .meta({ shownIf: { field: 'loadNature', is: 'harmonic' } }),
  changingLoads: z
    .array(ChangingLoad)
    .max(30)
    .default([])
    .meta({ shownIf: { field: 'loadNature', is: 'impact' } }),
  /** Does what was seen on site make the customer look important? The grade itself is the government's to confirm. */
  importanceHint: z.enum(['none', 'suspected']).default('none'),
  location: Location.optional(),
  photos: Photos,
  note: Note,
})
export type SurveySite = z.infer<typeof SurveySite>

/** 电源方案, one row for each source. */
export const PlanSource = z.object({
  sourceNumber: z.number().int().min(1).max(9),
  role: z.enum(sourceRoles),
  operationMode: z.enum(operationModes),
  substation: Name,
  /** 母线段 and its incoming line: two sections of one incomer count as one source (GB/T 29328). */
  busSection: PlaceText,
  incomer: PlaceText,
  feeder: Name,
  /** 接入点: pole, bay or distribution box. */
  accessPoint: Name,
  voltageKv: z.number().positive().max(1000),
  capacityKva: PositiveKva,
  lineKind: z.enum(lineKinds),
  conductor: Name,
  lengthM: z.number().nonnegative().max(200_000),
  /** 路径, from access point to customer: fixed once signed off; the built line is compared with it. */
  route: Track.optional(),
  boundaryPoint: z.string().trim().min(4).max(300),
  protection: PlaceText,
  /** Equal lines side by side that share this one source's load. */
  circuits: z.number().int().min(1).max(mostCircuits).default(1),
  layingMethod: z.enum(layingMethods),
  /** What of its capacity the customer has from this source already (增容): only the rest is new to the network. */
  existingKva: z.number().nonnegative().max(1_000_000).optional(),
  /** 相别 of a single-phase supply. */
  phase: z.enum(sourcePhases).optional(),
})
export type PlanSource = z.infer<typeof PlanSource>

/** 受电设备方案, one row for each kind of transformer. No maker and no model: those are the customer's choice. */
export const PlanTransformer = z.object({
  capacityKva: PositiveKva,
  count: z.number().int().min(1).max(20),
  mounting: z.enum(mountings),
})
export type PlanTransformer = z.infer<typeof PlanTransformer>

/** 计量点方案 */
export const PlanMetering = z.object({
  point: z.number().int().min(1).max(50),
  /** Source that it measures, by its number. */
  sourceNumber: z.number().int().min(1).max(9),
  meteringMode: z.enum(meteringModes),
  meteredKv: z.number().positive().max(1000),
  capacityKva: PositiveKva,
  /** 计量装置类别 I to V, DL/T 448-2016. */
  meteringClass: z.enum(['I', 'II', 'III', 'IV', 'V']),
  accuracyClass: z.string().trim().min(1).max(10),
  /** Left out where the meter is connected directly. */
  ctRatio: Ratio.optional(),
  ctClass: z.string().trim().max(10).optional(),
  ptRatio: Ratio.optional(),
  ptClass: z.string().trim().max(10).optional(),
  tariffClass: z.enum(tariffClasses),
  addsTransformerLosses: z.boolean().default(false),
})
export type PlanMetering = z.infer<typeof PlanMetering>

/** A departure from what the rules propose, or from a limit: which check, and why it is right all the same. */
export const Deviation = z.object({ check: z.string().trim().min(1).max(80), reason: Reason })
export type Deviation = z.infer<typeof Deviation>

const planFields = {
  approvedCapacityKva: PositiveKva,
  voltageKv: z.number().positive().max(1000),
  phases: z.enum(phaseCounts),
  sources: z.array(PlanSource).min(1).max(9),
  transformers: z.array(PlanTransformer).max(20).default([]),
  compensationKvar: z.number().nonnegative().max(1_000_000).default(0),
  metering: z.array(PlanMetering).min(1).max(50),
  customerWorks: z.boolean(),
  gridWorks: z.boolean(),
  /** 调度管辖: the customer's station is under the dispatcher's command and signs a dispatch agreement. */
  dispatched: z.boolean(),
  ownGeneratorKw: Kw.default(0),
  securityLoadKw: Kw.default(0),
  deviations: z.array(Deviation).max(50).default([]),
  opinion: Note,
}

/** 供电方案 as the designer writes it. */
const WrittenPlan = z.object(planFields)

/** 供电方案 as it stands in facts: with what the company has to do first, as the proof found it. */
export type SupplyPlan = z.infer<typeof WrittenPlan> & { readonly preconditions?: readonly PlanPrecondition[] }

/** 拟定供电方案 */
export const DraftSupplyPlan = taskForm(planFields)
export type DraftSupplyPlan = z.infer<typeof DraftSupplyPlan>

/** 书面告知供电方案: draft and written reply in one, low voltage short. */
export const GiveSupplyPlan = taskForm({ ...planFields, replyMethod: z.enum(replyMethods).default('portal') })
export type GiveSupplyPlan = z.infer<typeof GiveSupplyPlan>

/** 会签 */
export const SignOffPlan = taskForm({ agrees: z.boolean(), opinion: Note })
export type SignOffPlan = z.infer<typeof SignOffPlan>

/** 供电方案答复 */
export const ReplySupplyPlan = taskForm({ replyMethod: z.enum(replyMethods).default('portal'), note: Note })
export type ReplySupplyPlan = z.infer<typeof ReplySupplyPlan>

/** 确认供电方案: accepted with a signature, or sent back with what should be otherwise. */
export const AnswerSupplyPlan = taskForm({ accepts: z.boolean(), signature: Signature.optional(), wishes: Note })
export type AnswerSupplyPlan = z.infer<typeof AnswerSupplyPlan>

/** What of a source tells the capacity it takes. */
export const TakingSource = PlanSource.pick({
  sourceNumber: true,
  substation: true,
  busSection: true,
  feeder: true,
  accessPoint: true,
  capacityKva: true,
  existingKva: true,
})
export type TakingSource = z.infer<typeof TakingSource>

/** 排队等容量; the sources where no draft was handed in before. */
export const WaitForCapacity = z.object({ sources: z.array(TakingSource).min(1).max(9).optional(), note: Note })
export type WaitForCapacity = z.infer<typeof WaitForCapacity>

/** 延长供电方案有效期 */
export const ExtendPlanValidity = z.object({ validUntil: DateText, reason: Reason })
export type ExtendPlanValidity = z.infer<typeof ExtendPlanValidity>

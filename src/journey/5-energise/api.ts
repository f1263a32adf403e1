import { z } from 'zod'
import {
  DateText,
  DeviceNumber,
  InstantText,
  Location,
  MeterReadings,
  Name,
  Note,
  Photos,
  PositiveKw,
  RemovedMeter,
  Signature,
  taskForm,
} from '#casefile/form-shapes'

export const outageManners = ['outage', 'live'] as const
export const accuracyClasses = ['0.2S', '0.5S', '1', '2'] as const

const OrderNumber = z.string().trim().min(1).max(60)
export const InstalledMeter = z.object({
  /** Row of the supply plan's metering points, from 1. */
  meteringPoint: z.number().int().positive().max(50).default(1),
  meterNumber: DeviceNumber,
  accuracyClass: z.enum(accuracyClasses),
  /** 检定: the meter was verified on this day, by this certificate. */
  verifiedOn: DateText,
  certificateNumber: z.string().trim().min(4).max(60),
  /** `100/5`; left out where the meter is connected directly. */
  ctRatio: z
    .string()
    .trim()
    .regex(/^\d+(\.\d+)?\/\d+(\.\d+)?$/, 'ratio-shape')
    .optional(),
  ctPolarityChecked: z.boolean().default(false),
  wiringCorrect: z.boolean(),
  seals: z.array(DeviceNumber).max(30).default([]),
  readings: MeterReadings,
})
export type InstalledMeter = z.infer<typeof InstalledMeter>

/** 装表 */
export const InstallMeter = taskForm({
  installedAt: InstantText,
  installedBy: Name,
  meters: z.array(InstalledMeter).min(1).max(50),
  /** Of an increase alone; an old meter that stays stands among `meters`. */
  removedMeters: z.array(RemovedMeter).max(50).default([]),
  terminal: z.object({ terminalNumber: DeviceNumber, online: z.boolean() }),
  location: Location.optional(),
  photos: Photos,
  note: Note,
})
export type InstallMeter = z.infer<typeof InstallMeter>

/** 停(送)电计划 */
export const PlanOutage = taskForm({
  manner: z.enum(outageManners),
  plannedFrom: InstantText,
  plannedTo: InstantText,
  /** Day the outage was announced to those it concerns; needed with an outage. */
  announcedOn: DateText.optional(),
  customersConcerned: z.number().int().nonnegative().max(1_000_000).default(0),
  approvedBy: Name,
  note: Note,
})
export type PlanOutage = z.infer<typeof PlanOutage>

/** 停电/带电接火 */
export const TieIn = taskForm({
  tiedInAt: InstantText,
  workLeader: Name,
  workTicketNumber: OrderNumber,
  location: Location.optional(),
  photos: Photos,
  note: Note,
})
export type TieIn = z.infer<typeof TieIn>

/** 送电前检查: two persons look at the same things. */
export const CheckBeforeEnergising = taskForm({
  checkedAt: InstantText,
  firstChecker: Name,
  secondChecker: Name,
  groundingRemoved: z.boolean(),
  switchesOpen: z.boolean(),
  insulationGood: z.boolean(),
  protectionSet: z.boolean(),
  peopleClear: z.boolean(),
  photos: Photos,
  note: Note,
})
export type CheckBeforeEnergising = z.infer<typeof CheckBeforeEnergising>

/** 调度许可送电 */
export const PermitEnergising = taskForm({
  permittedAt: InstantText,
  permittedBy: Name,
  receivedBy: Name,
  orderNumber: OrderNumber,
  note: Note,
})
export type PermitEnergising = z.infer<typeof PermitEnergising>

/** 送电 */
export const Energise = taskForm({
  energisedAt: InstantText,
  operator: Name,
  /** 监护人 */
  guardian: Name,
  switchingOrderNumber: OrderNumber,
  note: Note,
})
export type Energise = z.infer<typeof Energise>

/** 核相与带负荷检查 */
export const CheckOnLoad = taskForm({
  checkedAt: InstantText,
  checkedBy: Name,
  phaseRotationRight: z.boolean(),
  meterRunsRight: z.boolean(),
  loadKw: PositiveKw.optional(),
  /** 核相; needed where there are two or more sources. */
  phasedAt: InstantText.optional(),
  phasesMatch: z.boolean().default(false),
  changedOverAt: InstantText.optional(),
  note: Note,
})
export type CheckOnLoad = z.infer<typeof CheckOnLoad>

/** 签收新装(增容)送电单 */
export const SignEnergisingForm = taskForm({ signature: Signature, opinion: Note })
export type SignEnergisingForm = z.infer<typeof SignEnergisingForm>

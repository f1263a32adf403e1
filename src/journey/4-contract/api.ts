import { z } from 'zod'
import { DateText, Name, Note, PositiveKw, Reason, Signature, taskForm } from '#casefile/form-shapes'

export const paymentMethods = ['bank-transfer', 'card', 'phone-payment', 'cash', 'cheque'] as const
export const paymentCycles = ['monthly', 'in-instalments', 'prepaid'] as const
export const priceBases = ['energy', 'capacity', 'demand'] as const
export const interlocks = ['mechanical', 'electrical', 'ats'] as const

/** 确定业务费: the amount comes from the published table; the form can only confirm it. */
export const DetermineFees = taskForm({
  confirmed: z.literal(true, 'fees-not-confirmed'),
  /** What the clerk saw; where it is given and differs from the table, the step is refused. */
  dueFen: z.number().int().nonnegative().optional(),
  note: Note,
})
export type DetermineFees = z.infer<typeof DetermineFees>

/** 收取业务费 */
export const SettleFees = taskForm({
  paidFen: z.number().int().nonnegative(),
  paidOn: DateText,
  paymentMethod: z.enum(paymentMethods),
  invoiceNumber: z
    .string()
    .trim()
    .regex(/^[0-9A-Za-z-]{6,30}$/, 'invoice-number-shape'),
  note: Note,
})
export type SettleFees = z.infer<typeof SettleFees>

/** A clause the customer wants otherwise: `clauseId` of the drafted contract, or `new` for something it does not say. */
export const ClauseWish = z.object({ clauseId: z.string().trim().min(1).max(60), wish: Reason })
export type ClauseWish = z.infer<typeof ClauseWish>

/** The company's answer to a wish. One that cannot be granted at the desk names who decides it. */
export const AnsweredWish = ClauseWish.extend({
  granted: z.boolean(),
  answer: Reason,
  /** What stands in the contract instead, where the wish is granted. */
  agreedText: z.string().trim().max(2000).optional(),
  escalatedTo: Name.optional(),
})
export type AnsweredWish = z.infer<typeof AnsweredWish>

/** 起草供用电合同 */
export const DraftContract = taskForm({
  /** Left out: the longest term of the table for this kind of contract. */
  termYears: z.number().int().positive().max(50).optional(),
  /** Last day of a temporary supply, which ends its contract too. */
  temporaryUntil: DateText.optional(),
  paymentMethod: z.enum(paymentMethods),
  /** How capacity is charged, where the tariff leaves the customer a choice. */
  priceBasis: z.enum(priceBases).optional(),
  paymentCycle: z.enum(paymentCycles).default('monthly'),
  /** Day of the month by which a bill is to be paid. */
  paymentDay: z.number().int().min(1).max(28),
  meterReadingDay: z.number().int().min(1).max(28),
  wishes: z.array(AnsweredWish).max(30).default([]),
  note: Note,
})
export type DraftContract = z.infer<typeof DraftContract>

/** 签订供用电合同: the customer signs what was read, or says what should be otherwise. */
export const SignContract = taskForm({
  agrees: z.boolean(),
  /** Every clause of the contract, once it was opened; without all of them there is no signature. */
  clausesRead: z.array(z.string().min(1).max(60)).max(200).default([]),
  signature: Signature.optional(),
  wishes: z.array(ClauseWish).max(30).default([]),
})
export type SignContract = z.infer<typeof SignContract>

/** 合同签章 */
export const CountersignContract = taskForm({ signature: Signature, note: Note })
export type CountersignContract = z.infer<typeof CountersignContract>

/** 签订调度协议 */
export const SignDispatchAgreement = taskForm({
  /** 调度命名: the name the dispatcher calls the customer's station by. */
  dispatchName: Name,
  /** Switchgear under the dispatcher's command, by double name and number. */
  dispatchedEquipment: z.array(Name).min(1).max(100),
  dutyContactName: Name,
  dutyContactPhone: z.string().regex(/^(1[3-9]\d{9}|0\d{2,3}-?\d{7,8})$/, 'phone-shape'),
  signature: Signature,
  note: Note,
})
export type SignDispatchAgreement = z.infer<typeof SignDispatchAgreement>

export const OwnGenerator = z.object({
  model: Name,
  capacityKw: PositiveKw,
  place: z.string().trim().max(200).default(''),
  interlock: z.enum(interlocks),
  interlockChecked: z.boolean(),
})

/** 登记自备电源 */
export const RegisterOwnGenerator = taskForm({
  generators: z.array(OwnGenerator).min(1).max(20),
  /** 保安负荷 as found; left out: what the plan says. */
  securityLoadKw: z.number().nonnegative().max(1_000_000).optional(),
  /** 自备电源协议 */
  agreementSigned: z.boolean(),
  /** 非电性质保安措施; needed of important customers. */
  nonElectricalMeasures: Note,
})
export type RegisterOwnGenerator = z.infer<typeof RegisterOwnGenerator>

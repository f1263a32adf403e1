import { z } from 'zod'
import { DateText, FileRef, Name, Note, PositiveKva, PositiveKw, Reason, taskForm } from '#casefile/form-shapes'
import { faultOfCreditCode, faultOfIdNumber, faultOfPassport } from './rules/identity-numbers.ts'

export const businessKinds = ['new', 'increase', 'temporary', 'pv', 'charging-pile'] as const
export const categories = ['resident', 'non-resident'] as const
export const applicantKinds = ['owner', 'tenant', 'agent', 'sole-trader', 'passport-holder', 'enterprise'] as const
export const importanceGrades = ['none', 'suspected', 'special', 'first', 'second', 'temporary'] as const
export const idKinds = ['id-card', 'credit-code', 'passport'] as const

const phone = z.string().regex(/^1[3-9]\d{9}$/, 'phone-shape')

/** A uploaded document of the applicant: what it is, and the file. */
export const GivenDocument = z.object({ document: z.string().min(1).max(60), file: FileRef })
export type GivenDocument = z.infer<typeof GivenDocument>

/** 用电设备清单, one line. */
export const EquipmentLine = z.object({
  name: Name,
  category: z.string().max(60).optional(),
  count: z.number().int().positive().max(10_000),
  unitKw: PositiveKw,
  isThreePhase: z.boolean().default(false),
  isFireOnly: z.boolean().default(false),
})

const idFault = { 'id-card': faultOfIdNumber, 'credit-code': faultOfCreditCode, passport: faultOfPassport }

export const Applicant = z
  .object({
    kind: z.enum(applicantKinds),
    name: Name,
    idKind: z.enum(idKinds),
    idNumber: z.string().trim().min(5).max(18),
    phone,
    contactName: Name,
    /** Who is represented, when an agent applies. */
    principalName: Name.optional(),
    legalRepresentative: Name.optional(),
  })
  .check((context) => {
    const { idKind, idNumber, kind, principalName } = context.value
    const fault = idFault[idKind](idNumber)
    if (fault) context.issues.push({ code: 'custom', message: fault, path: ['idNumber'], input: idNumber })
    if (kind === 'agent' && !principalName) {
      context.issues.push({ code: 'custom', message: 'required', path: ['principalName'], input: principalName })
    }
  })

/** 用电申请: everything is asked once, here; later steps only supplement. */
export const ApplicationForm = z.object({
  channel: z.enum(['portal', 'counter', 'phone']).default('portal'),
  kind: z.enum(businessKinds),
  category: z.enum(categories),
  unitId: z.string().min(1).max(60),
  applicant: Applicant,
  premise: z.object({
    address: z.string().trim().min(4).max(200),
    longitude: z.number().min(-180).max(180).optional(),
    latitude: z.number().min(-90).max(90).optional(),
    inPark: z.boolean().default(false),
    /** 户号 of a supply that exists already (increase, temporary on the same premise). */
    existingAccountNumber: z.string().trim().max(20).optional(),
  }),
  load: z.object({
    requestedKw: PositiveKw,
    /** Transformer capacity the customer asks for; high voltage only. */
    requestedKva: PositiveKva.optional(),
    existingKva: z.number().nonnegative().max(1_000_000).default(0),
    sources: z.number().int().min(1).max(3).default(1),
    isThreePhase: z.boolean().default(false),
    equipment: z.array(EquipmentLine).max(200).default([]),
    industry: z.string().max(60).optional(),
    loadNature: z.enum(['ordinary', 'important', 'impact', 'harmonic', 'single-phase']).default('ordinary'),
    securityLoadKw: z.number().nonnegative().max(1_000_000).default(0),
    ownGenerator: z.boolean().default(false),
    ownGeneratorKw: z.number().nonnegative().max(1_000_000).default(0),
    residentialCompound: z.boolean().default(false),
    wishedDate: DateText.optional(),
    /** Last day of a temporary supply. */
    neededUntil: DateText.optional(),
  }),
  /** One valid proof is enough to be accepted (一证受理). */
  documents: z.array(GivenDocument).min(1, 'one-proof-needed').max(30),
  /** The customer was told the construction standards and confirms it (S1). */
  standardsConfirmed: z.boolean().default(false),
  wantsShort: z.boolean().default(false),
  privacyAgreed: z.literal(true, 'privacy-needed'),
  counterVisit: z.object({ cause: Reason }).optional(),
})
export type ApplicationForm = z.infer<typeof ApplicationForm>

const Ratio = z
  .string()
  .trim()
  .regex(/^\d+(\.\d+)?\/\d+(\.\d+)?$/, 'ratio-shape')

/** A meter on the wall of the supply that exists; `ctRatio` is left out where it is connected directly. */
export const ExistingMeter = z.object({
  meterNumber: z.string().trim().min(4).max(30),
  ctRatio: Ratio.optional(),
})

/** 原供电: the supply a customer has already, as the company's own records say: what an increase amends. */
export const ExistingSupply = z.object({
  accountNumber: z.string().trim().min(4).max(20),
  /** Contract capacity before the increase; low voltage counts 1 kW as 1 kVA. */
  capacityKva: PositiveKva,
  voltageKv: z.number().positive().max(1000),
  contractNumber: z.string().trim().min(1).max(60),
  contractSignedOn: DateText.optional(),
  meters: z.array(ExistingMeter).min(1).max(50),
})
export type ExistingSupply = z.infer<typeof ExistingSupply>

/** 业务受理: the clerk's check. */
export const AcceptApplication = taskForm({
  complete: z.boolean(),
  /** What is missing, all of it at once; the documents the table already finds missing are added by the system. */
  missing: z
    .array(z.object({ document: z.string().min(1).max(60), why: z.string().trim().min(2).max(300) }))
    .max(30)
    .default([]),
  importance: z.enum(importanceGrades),
  importanceBasis: Note,
  sources: z.number().int().min(1).max(3),
  wantsShort: z.boolean(),
  standardsConfirmed: z.boolean(),
  /** Asked of an increase, and of nothing else. */
  existingSupply: ExistingSupply.optional(),
  /** Debts of the same applicant only; a predecessor's debts are never asked of him. */
  ownArrearsFen: z.number().int().nonnegative().default(0),
  badCreditFlag: z.boolean().default(false),
  note: Note,
})
export type AcceptApplication = z.infer<typeof AcceptApplication>

export const CompleteApplication = taskForm({ documents: z.array(GivenDocument).max(30).default([]), note: Note })
export type CompleteApplication = z.infer<typeof CompleteApplication>

export const SupplySupplement = z.object({ documents: z.array(GivenDocument).min(1).max(30) })
export type SupplySupplement = z.infer<typeof SupplySupplement>

/** 重要性等级: proposed by the company, confirmed by the government. */
export const ConfirmImportance = z.object({
  grade: z.enum(['none', 'special', 'first', 'second', 'temporary']),
  confirmedBy: Name,
  confirmedYear: z.number().int().min(2000).max(2100),
  document: GivenDocument,
})
export type ConfirmImportance = z.infer<typeof ConfirmImportance>

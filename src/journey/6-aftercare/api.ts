import { z } from 'zod'
import { InstantText, Name, Note, taskForm } from '#casefile/form-shapes'

export const priceBases = ['energy', 'capacity', 'demand'] as const
export const visitChannels = ['phone', 'visit', 'message'] as const

const Satisfaction = z.number().int().min(1).max(5)

/** 信息归档: what the billing system needs to write the first bill; the figures come from the file. */
export const SetUpBilling = taskForm({
  /** How capacity is charged, where the tariff leaves the customer a choice. */
  priceBasis: z.enum(priceBases).optional(),
  meterReadingDay: z.number().int().min(1).max(28),
  confirmed: z.literal(true, 'billing-not-confirmed'),
  note: Note,
})
export type SetUpBilling = z.infer<typeof SetUpBilling>

export const ArchivedMaterial = z.object({
  /** Kind of the document, as the case names it. */
  document: z.string().min(1).max(60),
  isOriginal: z.boolean().default(false),
  sheets: z.number().int().positive().max(10_000).default(1),
})

/** 资料归档 */
export const ArchiveFile = taskForm({
  archiveNumber: z
    .string()
    .trim()
    .regex(/^[0-9A-Za-z-]{4,40}$/, 'archive-number-shape'),
  place: Name,
  materials: z.array(ArchivedMaterial).min(1).max(200),
  note: Note,
})
export type ArchiveFile = z.infer<typeof ArchiveFile>

/** 回访 */
export const ReturnVisit = taskForm({
  visitedAt: InstantText,
  channel: z.enum(visitChannels),
  reached: z.boolean(),
  /** 1 to 5; asked where somebody was reached. */
  satisfaction: Satisfaction.optional(),
  comment: Note,
})
export type ReturnVisit = z.infer<typeof ReturnVisit>

/** 评价: the customer's own word, once. */
export const RateService = z.object({ satisfaction: Satisfaction, comment: Note })
export type RateService = z.infer<typeof RateService>

import { z } from 'zod'
import { DateText, InstantText, Name, Note, Photos, Reason, RemovedMeter, taskForm } from '#casefile/form-shapes'

export const temporaryDecisions = ['extend', 'end', 'lasting'] as const

/** 临时用电到期: what the customer wants of a supply that was agreed for a time. */
export const EndTemporarySupply = taskForm({
  decision: z.enum(temporaryDecisions),
  /** The new last day; of an extension alone. */
  until: DateText.optional().meta({ shownIf: { field: 'decision', is: 'extend', isNeeded: true } }),
  /** Number of the application for the lasting supply that takes over; of `lasting` alone. */
  lastingCaseNumber: z
    .string()
    .trim()
    .max(40)
    .optional()
    .meta({ shownIf: { field: 'decision', is: 'lasting', isNeeded: true } }),
  reason: Reason,
})
export type EndTemporarySupply = z.infer<typeof EndTemporarySupply>

/** 延期审批 */
export const DecideExtension = taskForm({ approves: z.boolean(), opinion: Reason })
export type DecideExtension = z.infer<typeof DecideExtension>

/** 停电拆除 */
export const SwitchOffSupply = taskForm({
  switchedOffAt: InstantText,
  operator: Name,
  /** 监护人 */
  guardian: Name,
  switchingOrderNumber: z.string().trim().min(1).max(60),
  /** When the connection was taken off the network; not before it was dead. */
  removedAt: InstantText,
  photos: Photos,
  note: Note,
})
export type SwitchOffSupply = z.infer<typeof SwitchOffSupply>

/** 拆回电能表 */
export const TakeBackMeters = taskForm({
  takenAt: InstantText,
  takenBy: Name,
  removedMeters: z.array(RemovedMeter).min(1).max(50),
  terminalTaken: z.boolean(),
  /** Where the meters were handed in. */
  returnedTo: Name,
  photos: Photos,
  note: Note,
})
export type TakeBackMeters = z.infer<typeof TakeBackMeters>

/** 销户结算移交: the last readings go to billing, the account is closed. */
export const CloseBilling = taskForm({ confirmed: z.literal(true, 'billing-not-confirmed'), note: Note })
export type CloseBilling = z.infer<typeof CloseBilling>

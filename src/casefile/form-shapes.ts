import { z } from 'zod'

/** Shapes that forms of every room share. The web draws a field by its schema and its `meta`. */

export const Reason = z.string().trim().min(2).max(1000)
export const Note = z.string().trim().max(2000).default('')
export const Name = z.string().trim().min(1).max(100)
export const DateText = z.iso.date()
export const InstantText = z.iso.datetime({ offset: true })
export const PositiveKw = z.number().positive().max(1_000_000)
export const PositiveKva = z.number().positive().max(1_000_000)

/** A file uploaded before, by its content hash; `kind` says what document of the case it is. */
export const FileRef = z.object({
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  name: z.string().trim().min(1).max(200),
})
export type FileRef = z.infer<typeof FileRef>
export const Photos = z.array(FileRef).max(30).default([]).meta({ widget: 'photos' })
export const Files = z.array(FileRef).max(30).default([]).meta({ widget: 'files' })

export const DeviceNumber = z
  .string()
  .trim()
  .regex(/^[0-9A-Za-z-]{4,30}$/, 'device-number-shape')
const Kwh = z.number().nonnegative().max(99_999_999)

/** 示数 in kWh, as the registers show them. */
export const MeterReadings = z.object({
  totalKwh: Kwh,
  /** Left out where the register keeps no sharp-peak period. */
  sharpKwh: Kwh.optional(),
  peakKwh: Kwh,
  flatKwh: Kwh,
  valleyKwh: Kwh,
})
export type MeterReadings = z.infer<typeof MeterReadings>

/** 拆回: a meter taken off the wall with what its registers last showed. */
export const RemovedMeter = z.object({
  meterNumber: DeviceNumber,
  lastReadings: MeterReadings,
  sealsIntact: z.boolean(),
  remark: z.string().trim().max(300).default(''),
})
export type RemovedMeter = z.infer<typeof RemovedMeter>

/** Where a visit took place, WGS 84 degrees; accuracy as the device gave it. */
export const Location = z
  .object({
    longitude: z.number().min(-180).max(180),
    latitude: z.number().min(-90).max(90),
    accuracyM: z.number().nonnegative().optional(),
  })
  .meta({ widget: 'location' })

/** A line on the ground, WGS 84 degrees, in order from the network to the customer; drawn, or walked with a receiver. */
export const Track = z
  .array(z.object({ longitude: z.number().min(-180).max(180), latitude: z.number().min(-90).max(90) }))
  .min(2, 'track-too-short')
  .max(5000, 'track-too-long')
  .meta({ widget: 'track' })
export type Track = z.infer<typeof Track>

/** A signature: by a code sent to the customer's phone for this step (checked, then dropped), by hand, or at the counter. */
export const Signature = z
  .object({
    name: Name,
    method: z.enum(['phone-code', 'handwritten', 'counter']),
    code: z
      .string()
      .regex(/^\d{6}$/, 'signature-code-shape')
      .optional(),
    picture: FileRef.optional(),
  })
  .meta({ widget: 'signature' })

/** Why a customer's step is done at the counter; asked for only there. */
export const CounterVisit = z.object({ cause: Reason }).optional().meta({ widget: 'counter-visit' })

/** Every task form may carry the counter visit beside its own fields. */
export const taskForm = <Shape extends z.ZodRawShape>(shape: Shape) =>
  z.object({ ...shape, counterVisit: CounterVisit })

import { z } from 'zod'
import {
  DateText,
  FileRef,
  Files,
  Location,
  Name,
  Note,
  Photos,
  PositiveKva,
  Reason,
  Signature,
  Track,
  taskForm,
} from '#casefile/form-shapes'

export const designFileKinds = [
  'single-line',
  'layout',
  'protection',
  'metering',
  'earthing',
  'civil',
  'load',
  'other',
] as const
export const verdicts = ['pass', 'fail', 'na'] as const
export const recheckManners = ['site', 'photos'] as const
export const inspections = ['interim', 'completion'] as const

/** A firm as the customer names it: chosen by the customer, never suggested by the company. */
export const Firm = z.object({
  name: Name,
  licenceNumber: z.string().trim().min(4).max(60),
  licenceGrade: z.string().trim().min(1).max(60),
  licenceValidUntil: DateText,
})
export type Firm = z.infer<typeof Firm>

export const DesignFile = z.object({
  kind: z.enum(designFileKinds),
  /** 图号版本, as on the drawing. */
  drawingVersion: z.string().trim().min(1).max(30),
  file: FileRef,
})
export type DesignFile = z.infer<typeof DesignFile>

/** 报送设计文件 */
export const SubmitDesignFiles = taskForm({
  designer: Firm,
  designFiles: z.array(DesignFile).min(1, 'files-needed').max(60),
  note: Note,
})
export type SubmitDesignFiles = z.infer<typeof SubmitDesignFiles>

/** One item of the published list, as found. `measuredValue` in the unit of the list. */
export const InspectedItem = z.object({
  item: z.string().min(1).max(60),
  result: z.enum(verdicts),
  measuredValue: z.number().optional(),
  note: Note,
})
export type InspectedItem = z.infer<typeof InspectedItem>

/** 设计文件审核 */
export const ReviewDesign = taskForm({
  items: z.array(InspectedItem).min(1).max(80),
  designPassed: z.boolean(),
  opinion: Reason,
})
export type ReviewDesign = z.infer<typeof ReviewDesign>

/** 受电工程施工: who builds, and that the works to be covered can be looked at. */
export const ReportConcealedWorks = taskForm({
  builder: Firm,
  startedOn: DateText,
  concealedReadyOn: DateText,
  photos: Photos,
  files: Files,
  note: Note,
})
export type ReportConcealedWorks = z.infer<typeof ReportConcealedWorks>

/** 缺陷, as an inspector finds it. */
export const FoundDefect = z.object({
  item: z.string().min(1).max(60),
  description: z.string().trim().min(2).max(500),
  blocksEnergising: z.boolean(),
  rectifyBy: DateText,
  /** How it will be looked at again; one that blocks energising only on site. */
  recheck: z.enum(recheckManners),
  photos: Photos,
})
export type FoundDefect = z.infer<typeof FoundDefect>

/** What became of a defect of an earlier round: closed, or it still stands, with a new day where the old one has passed. */
export const EarlierDefect = z.object({
  defectId: z.string().min(1).max(60),
  closed: z.boolean(),
  rectifyBy: DateText.optional(),
  note: Note,
})
export type EarlierDefect = z.infer<typeof EarlierDefect>

const inspectionFields = {
  inspectedOn: DateText,
  items: z.array(InspectedItem).min(1).max(80),
  earlierDefects: z.array(EarlierDefect).max(200).default([]),
  defects: z.array(FoundDefect).max(100).default([]),
  conclusion: Reason,
  /** High voltage: two inspectors. */
  signatures: z.array(Signature).min(1, 'signature-needed').max(6),
  location: Location.optional(),
  photos: Photos,
}

/** 中间检查 */
export const InspectInterim = taskForm(inspectionFields)
export type InspectInterim = z.infer<typeof InspectInterim>

/** The line of one source as it was walked: from the access point to the customer. */
export const BuiltRoute = z.object({ sourceNumber: z.number().int().min(1).max(9), track: Track.optional() })
export type BuiltRoute = z.infer<typeof BuiltRoute>

/** 竣工检验; the line of every source whose route was approved is walked and compared with it. */
export const InspectCompletion = taskForm({
  ...inspectionFields,
  routes: z.array(BuiltRoute).max(9).default([]),
})
export type InspectCompletion = z.infer<typeof InspectCompletion>

/** 整改: what was done about each open defect. */
export const RectifyDefects = taskForm({
  rectified: z
    .array(z.object({ defectId: z.string().min(1).max(60), done: z.string().trim().min(2).max(500), photos: Photos }))
    .min(1)
    .max(200),
  wishedOn: DateText,
  note: Note,
})
export type RectifyDefects = z.infer<typeof RectifyDefects>

/** 受电设备, as built; maker and model as the customer chose them. */
export const BuiltEquipment = z.object({
  name: Name,
  model: Name,
  maker: Name,
  quantity: z.number().int().positive().max(10_000),
  capacityKva: PositiveKva.optional(),
})
export type BuiltEquipment = z.infer<typeof BuiltEquipment>

export const ElectricianCertificate = z.object({
  name: Name,
  certificateNumber: z.string().trim().min(4).max(60),
  validUntil: DateText,
})

/** 竣工报验 */
export const ReportCompletion = taskForm({
  builder: Firm,
  completedOn: DateText,
  asBuiltFiles: Files,
  testReports: Files,
  equipment: z.array(BuiltEquipment).max(200).default([]),
  electricians: z.array(ElectricianCertificate).max(50).default([]),
  wishedOn: DateText,
  note: Note,
})
export type ReportCompletion = z.infer<typeof ReportCompletion>

/** 电网配套工程: the company's own works. */
export const BuildGridWorks = taskForm({
  scope: Reason,
  startedOn: DateText,
  completedOn: DateText,
  /** Needed when the works end after their limit. */
  delayReason: Note,
  photos: Photos,
})
export type BuildGridWorks = z.infer<typeof BuildGridWorks>

/** 申请路径变更: a line that was not built as approved, with what makes it safe and who has an interest in it. */
export const AskRouteChange = z.object({
  sourceNumber: z.number().int().min(1).max(9),
  reason: Reason,
  /** 安全校核: distances to buildings and roads, crossings, ground, protection. */
  safetyCheck: z.string().trim().min(10, 'safety-check-too-short').max(2000),
  /** Who gains or loses by the change: names, or that nobody was found. */
  interestedParties: z.string().trim().min(1).max(500),
})
export type AskRouteChange = z.infer<typeof AskRouteChange>

/** 审批路径变更: by somebody who neither asked for it nor gains from it. */
export const DecideRouteChange = z.object({
  sourceNumber: z.number().int().min(1).max(9),
  approves: z.boolean(),
  opinion: Reason,
  /** 本人与该变更无利害关系. */
  noInterest: z.literal(true),
})
export type DecideRouteChange = z.infer<typeof DecideRouteChange>

import { type CaseFile, findBody } from '#casefile'
import type { BuiltEquipment } from '../api.ts'
import { findInspection, openDefects } from './defects.ts'

/** 竣工检验合格 and no defect left open: what tie-in and energising wait for. */
export const inspectionPassed = (file: CaseFile): boolean =>
  findInspection(file, 'completion')?.passed === true && openDefects(file).length === 0

/** Covered works were looked at before they were covered, where that is asked for. */
export const concealedWorksChecked = (file: CaseFile): boolean =>
  file.state.variables.interimRequired !== true || findInspection(file, 'interim')?.passed === true

/** 受电设备 as the customer reported it built; empty before the report. */
export const asBuiltEquipment = (file: CaseFile): readonly BuiltEquipment[] =>
  findBody<{ equipment: readonly BuiltEquipment[] } & Record<string, never>>(file, 'completion-reported')?.equipment ??
  []

/** 设计审核 passed, where the law asks for it. */
export const designReviewed = (file: CaseFile): boolean =>
  file.state.variables.designReviewRequired !== true ||
  findBody<{ designPassed: boolean } & Record<string, never>>(file, 'design-reviewed')?.designPassed === true

import { type CaseFile, findBody, type PublishedStandards } from '#casefile'
import type { PlainDate } from '#kernel'
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

/** Does the law ask for a look at this customer's works before they are covered, and at the drawings before they are built? */
function lawAsks(
  file: CaseFile,
  output: 'designReview' | 'interimInspection',
  standards: PublishedStandards,
  today: PlainDate,
): boolean {
  const { importance, residentialCompound } = file.state.variables
  // 供电营业规则 2024: important customers and residential compounds; all others are free of both (发改能源规〔2020〕1479号).
  if (residentialCompound === true) return true
  const rows = standards.decide('importance', { importance: importance ?? 'none' }, today)
  return rows.ok && rows.value[0]?.outputs[output] === true
}

export const needsDesignReview = (file: CaseFile, standards: PublishedStandards, today: PlainDate): boolean =>
  lawAsks(file, 'designReview', standards, today)

export const needsInterimInspection = (file: CaseFile, standards: PublishedStandards, today: PlainDate): boolean =>
  lawAsks(file, 'interimInspection', standards, today)

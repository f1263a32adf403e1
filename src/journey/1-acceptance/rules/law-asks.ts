import type { CaseFile, PublishedStandards } from '#casefile'
import type { JsonObject, PlainDate } from '#kernel'

type Asked = 'designReview' | 'interimInspection'

/**
 * Does the law ask for a look at this customer's drawings before they are built, and at the works before they are covered?
 * 供电营业规则 2024: important customers and residential compounds; all others are free of both (发改能源规〔2020〕1479号).
 */
function lawAsks(
  about: { readonly importance: string; readonly residentialCompound: boolean },
  asked: Asked,
  standards: PublishedStandards,
  today: PlainDate,
): boolean {
  if (about.residentialCompound) return true
  const rows = standards.decide('importance', { importance: about.importance }, today)
  return rows.ok && rows.value[0]?.outputs[asked] === true
}

const about = (file: CaseFile, importance = String(file.state.variables.importance ?? 'none')) => ({
  importance,
  residentialCompound: file.state.variables.residentialCompound === true,
})

export const needsDesignReview = (file: CaseFile, standards: PublishedStandards, today: PlainDate): boolean =>
  lawAsks(about(file), 'designReview', standards, today)

export const needsInterimInspection = (file: CaseFile, standards: PublishedStandards, today: PlainDate): boolean =>
  lawAsks(about(file), 'interimInspection', standards, today)

/** What the gateways of a process ask, for the grade now known; said again whenever the grade changes. */
export const reviewsAsked = (
  file: CaseFile,
  importance: string,
  standards: PublishedStandards,
  today: PlainDate,
): JsonObject => ({
  designReviewRequired: lawAsks(about(file, importance), 'designReview', standards, today),
  interimRequired: lawAsks(about(file, importance), 'interimInspection', standards, today),
})

import type { TFunction } from 'i18next'

/** Every stage a case of ours may be in, in the order of the customer's way. */
export const stageOrder = [
  'acceptance',
  'plan-reply',
  'design-review',
  'works',
  'completion-inspection',
  'connect',
  'aftercare',
  'temporary-use',
  'removal',
] as const

/** The same in one short word, for a row of many. */
export function shortStageWords(t: TFunction<'ui'>, stage: string): string {
  return t(`ui:stageShort.${stage}` as 'stageShort.works', { defaultValue: stage })
}

/** A stage by its word; one that a company's own process adds is shown as the file names it. */
export function stageWords(t: TFunction<'ui'>, stage: string): string {
  return t(`ui:stage.${stage}` as 'stage.works', { defaultValue: stage })
}

import type { TFunction } from 'i18next'

/** The same in one short word, for a row of many. */
export function shortStageWords(t: TFunction<'ui'>, stage: string): string {
  return t(`ui:stageShort.${stage}` as 'stageShort.works', { defaultValue: stage })
}

/** A stage by its word; one that a company's own process adds is shown as the file names it. */
export function stageWords(t: TFunction<'ui'>, stage: string): string {
  return t(`ui:stage.${stage}` as 'stage.works', { defaultValue: stage })
}

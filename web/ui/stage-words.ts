import type { TFunction } from 'i18next'

/** A stage by its word; one that a company's own process adds is shown as the file names it. */
export function stageWords(t: TFunction<'ui'>, stage: string): string {
  return t(`stage.${stage}` as 'stage.works', { defaultValue: stage })
}

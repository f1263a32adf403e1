import { useTranslation } from 'react-i18next'
import type { SameKeys } from '../../i18n/text-tree.ts'
import { en } from './texts/en.ts'
import { zh } from './texts/zh.ts'

export type PlanTexts = SameKeys<typeof zh>

/** The page's own texts, which come with the page and not with the desk. */
export function usePlanTexts(): PlanTexts {
  const { i18n } = useTranslation()
  return i18n.language === 'en' ? en : zh
}

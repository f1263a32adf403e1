import { useTranslation } from 'react-i18next'
import type { SameKeys } from '../../i18n/text-tree.ts'
import { en } from './texts/en.ts'
import { zh } from './texts/zh.ts'

export type MapTexts = SameKeys<typeof zh>

/** The map's own texts, which come with the map and not with the desk. */
export function useMapTexts(): MapTexts {
  const { i18n } = useTranslation()
  return i18n.language === 'en' ? en : zh
}

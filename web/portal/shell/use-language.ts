import { useTranslation } from 'react-i18next'
import type { Language } from '../../i18n/language.ts'

/** The language the page is in; redraws when it is switched. */
export function useLanguage(): Language {
  const { i18n } = useTranslation('ui')
  return i18n.language === 'en' ? 'en' : 'zh-CN'
}

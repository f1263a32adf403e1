import { useTranslation } from 'react-i18next'
import { switchLanguage } from '../../i18n/start.ts'

/** The other language, named in its own words. */
export function LanguageSwitch() {
  const { t, i18n } = useTranslation('ui')
  const other = i18n.language === 'en' ? 'zh-CN' : 'en'
  return (
    <button type="button" className="button text" lang={other} onClick={() => void switchLanguage(i18n, other)}>
      {t('language.switchTo')}
    </button>
  )
}

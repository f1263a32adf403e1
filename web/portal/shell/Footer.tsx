import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { switchLanguage } from '../../i18n/start.ts'
import { Icon } from '../../ui/Icon.tsx'
import { useCompany } from '../data/queries.ts'
import { readTheme, setTheme, type Theme } from './theme.ts'

const lines = [
  { words: 'shell.service', line: 'servicePhone' },
  { words: 'shell.supervision', line: 'supervisionPhone' },
] as const
const themes = ['auto', 'light', 'dark'] as const

/** Who to call, in which language, in which colours: on every page. */
export function Footer() {
  const { t, i18n } = useTranslation(['portal', 'ui'])
  const { data: company } = useCompany()
  const [theme, choose] = useState<Theme>(readTheme)
  const other = i18n.language === 'en' ? 'zh-CN' : 'en'
  return (
    <footer className="foot">
      <ul className="foot-lines">
        {company &&
          lines.map(({ words, line }) => (
            <li key={line}>
              <span className="note">{t(words)}</span>
              <a className="foot-number" href={`tel:${company[line]}`}>
                <Icon name="phone" small />
                {company[line]}
              </a>
            </li>
          ))}
      </ul>
      <div className="foot-choices">
        <button type="button" className="plain" lang={other} onClick={() => void switchLanguage(i18n, other)}>
          <Icon name="globe" small />
          {t('ui:language.switchTo')}
        </button>
        <label className="foot-theme">
          <span className="note">{t('shell.theme.label')}</span>
          <select
            value={theme}
            onChange={(event) => {
              const chosen = event.target.value as Theme
              setTheme(chosen)
              choose(chosen)
            }}
          >
            {themes.map((entry) => (
              <option key={entry} value={entry}>
                {t(`shell.theme.${entry}`)}
              </option>
            ))}
          </select>
        </label>
      </div>
    </footer>
  )
}

import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { Icon } from '../../ui/Icon.tsx'
import { useCompany } from '../data/queries.ts'
import { useMe } from '../data/use-me.ts'
import { Keys } from '../parts/Keys.tsx'
import { signOut } from '../session/post-sign-in.ts'
import { LanguageSwitch } from './LanguageSwitch.tsx'
import { Today } from './Today.tsx'

interface TopBarProps {
  readonly onSearch: () => void
  readonly onHelp: () => void
}

export function TopBar({ onSearch, onHelp }: TopBarProps) {
  const { t } = useTranslation('desk')
  const { actor } = useMe()
  const { data: company } = useCompany()
  const queryClient = useQueryClient()
  const leave = useMutation({ mutationFn: signOut, onSettled: () => queryClient.resetQueries() })
  return (
    <header className="top">
      <span className="brand">{t('brand')}</span>
      <span className="top-company">{company?.name}</span>
      <button type="button" className="find" onClick={onSearch} aria-keyshortcuts="/ Control+K">
        <Icon name="search" small />
        <span className="find-text">{t('searchHint')}</span>
        <Keys keys="/" />
        <Keys keys="Ctrl K" />
      </button>
      <div className="top-end">
        <Today />
        <LanguageSwitch />
        <button type="button" className="button text top-help" onClick={onHelp} aria-keyshortcuts="?">
          {t('shortcuts')}
        </button>
        <details className="who">
          <summary>{actor.name}</summary>
          <div className="who-menu">
            <p className="small quiet">{actor.staffId}</p>
            <button type="button" className="button" onClick={() => leave.mutate()}>
              {t('signOut')}
            </button>
          </div>
        </details>
      </div>
    </header>
  )
}

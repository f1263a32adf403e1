import { useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import { apiPost } from '../../api/client.ts'
import { Icon } from '../../ui/Icon.tsx'
import { customerOf, useCompany, useSession } from '../data/queries.ts'

export function HomeBar() {
  const { t } = useTranslation('portal')
  const company = useCompany()
  const customer = customerOf(useSession().data)
  const queryClient = useQueryClient()
  const signOut = async () => {
    await apiPost('/api/auth/sign-out', {})
    await queryClient.resetQueries()
  }
  return (
    <header className="bar bar-home">
      <span className="brand">
        <Mark />
        {t('shell.brand')}
        <small>{company.data?.name}</small>
      </span>
      {customer ? (
        <button type="button" className="tap" onClick={() => void signOut()}>
          <Icon name="out" />
          <span className="tap-words">{t('shell.signOut')}</span>
        </button>
      ) : (
        <Link className="tap" href="/sign-in">
          <Icon name="person" />
          {t('shell.signIn')}
        </Link>
      )}
    </header>
  )
}

function Mark() {
  return (
    <svg className="mark" viewBox="0 0 32 32" aria-hidden="true">
      <rect width="32" height="32" rx="7" />
      <path d="M16 5v8M16 19v8M12 13l8 6" />
      <circle cx="16" cy="13" r="2.6" />
      <circle cx="16" cy="19" r="2.6" />
    </svg>
  )
}

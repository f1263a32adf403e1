import { useTranslation } from 'react-i18next'
import { ApiError, isPassing } from '../../api/api-error.ts'
import { Icon } from '../../ui/Icon.tsx'

/** Why something could not be shown: what, why, what to do, and the code for support. */
export function Failure({ error, retry }: { readonly error: Error; readonly retry?: () => void }) {
  const { t } = useTranslation('ui')
  const kind = kindOf(error)
  const code = error instanceof ApiError ? error.code : error.name
  const said = error instanceof ApiError && error.message !== '' ? error.message : undefined
  return (
    <section className="failure" role="alert">
      <Icon name={kind === 'noRight' ? 'no' : 'warning'} />
      <div>
        <h2>{t(`state.${kind}`)}</h2>
        {said && <p>{said}</p>}
        <p className="quiet">{t(`state.${kind}Do`)}</p>
        <p className="small quiet">{t('state.code', { code })}</p>
        {retry && (
          <button type="button" className="button" onClick={retry}>
            {t('state.retry')}
          </button>
        )}
      </div>
    </section>
  )
}

function kindOf(error: Error): 'offline' | 'away' | 'noRight' | 'notFound' | 'failed' {
  if (!(error instanceof ApiError)) return 'failed'
  if (error.status === 0) return 'offline'
  if (isPassing(error)) return 'away'
  if (error.status === 403) return 'noRight'
  return error.status === 404 ? 'notFound' : 'failed'
}

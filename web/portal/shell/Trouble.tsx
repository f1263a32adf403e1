import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import { ApiError, isPassing } from '../../api/api-error.ts'

interface TroubleProps {
  readonly error: unknown
  readonly retry?: () => void
}

/** A page that did not open: what, why, what to do, and the code for whoever helps. */
export function Trouble({ error, retry }: TroubleProps) {
  const { t } = useTranslation(['ui', 'portal'])
  if (!(error instanceof ApiError)) throw error
  const kind = kindOf(error)
  return (
    <section className="section trouble" role="alert">
      <h1>{t(`ui:state.${kind}`)}</h1>
      {error.message && kind === 'failed' && <p>{error.message}</p>}
      <p>{t(`ui:state.${kind}Do`)}</p>
      <p className="note">{t('ui:state.code', { code: error.code })}</p>
      {retry && kind !== 'noRight' && kind !== 'notFound' && (
        <button type="button" className="button" onClick={retry}>
          {t('ui:state.retry')}
        </button>
      )}
      <Link className="button button-second" href="/">
        {t('portal:shell.home')}
      </Link>
    </section>
  )
}

function kindOf(error: ApiError): 'offline' | 'away' | 'noRight' | 'notFound' | 'failed' {
  if (error.status === 0) return 'offline'
  if (isPassing(error)) return 'away'
  if (error.status === 403) return 'noRight'
  return error.status === 404 ? 'notFound' : 'failed'
}

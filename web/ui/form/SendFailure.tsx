import { useTranslation } from 'react-i18next'
import { ApiError, isConflict, isPassing } from '../../api/api-error.ts'

/** Why sending did not work, when it is not the form's own faults: what happened, that nothing is lost, what to do. */
export function SendFailure({ error, onReload }: { readonly error: unknown; readonly onReload?: () => void }) {
  const { t } = useTranslation('ui')
  if (!error) return null
  if (!(error instanceof ApiError)) throw error
  const showsReload = isConflict(error) && onReload !== undefined
  return (
    <div className="send-failure" role="alert">
      <b>{titleOf(error, t)}</b>
      <p>{whatToDo(error, t)}</p>
      <p className="send-failure-code">{t('state.code', { code: error.code })}</p>
      {showsReload && (
        <button type="button" className="form-second" onClick={onReload}>
          {t('form.reload')}
        </button>
      )}
    </div>
  )
}

type T = ReturnType<typeof useTranslation<'ui'>>['t']

function titleOf(error: ApiError, t: T): string {
  if (error.status === 0) return t('state.offline')
  if (isPassing(error)) return error.message || t('state.away')
  return error.message || t('state.failed')
}

function whatToDo(error: ApiError, t: T): string {
  if (error.status === 0) return t('state.offlineDo')
  if (isPassing(error)) return t('state.awayDo')
  if (isConflict(error)) return t('form.conflictDo')
  return error.faults.length > 0 ? error.faults.map((fault) => fault.message).join(' ') : t('state.failedDo')
}

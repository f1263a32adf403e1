import { useTranslation } from 'react-i18next'
import { ApiError, isConflict, isPassing } from '../../api/api-error.ts'

/** Why an act was refused, where the act was made: the server's own sentence and every fault that has no field of its own. */
export function Refused({ error, fields = [] }: { readonly error: Error | null; readonly fields?: readonly string[] }) {
  const { t } = useTranslation(['desk', 'ui'])
  if (!error) return null
  const wire = error instanceof ApiError ? error : undefined
  const rest = (wire?.faults ?? []).filter((fault) => !fields.includes(fault.path))
  return (
    <div className="refused" role="alert">
      <p>{wire?.message || t(isPassing(error) ? 'ui:state.offline' : 'ui:state.failed')}</p>
      {isPassing(error) && <p className="small">{t('ui:state.offlineDo')}</p>}
      {isConflict(error) && <p className="small">{t('ui:form.conflictDo')}</p>}
      {rest.length > 0 && (
        <ul>
          {rest.map((fault) => (
            <li key={`${fault.path} ${fault.code}`}>{fault.message}</li>
          ))}
        </ul>
      )}
      <p className="small quiet">{t('ui:state.code', { code: wire?.code ?? error.name })}</p>
    </div>
  )
}

/** The server's fault at one field. */
export function faultAt(error: Error | null, path: string): string | undefined {
  return error instanceof ApiError ? error.faults.find((fault) => fault.path === path)?.message : undefined
}

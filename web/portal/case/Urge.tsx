import { useTranslation } from 'react-i18next'
import { ApiError } from '../../api/api-error.ts'
import { useAct } from '../data/use-act.ts'

/** 催办: noted at the task, seen by whoever holds it and the manager. */
export function Urge({ caseId, taskId }: { readonly caseId: string; readonly taskId: string }) {
  const { t } = useTranslation(['portal', 'ui'])
  const act = useAct(caseId)
  return (
    <span className="urge">
      <button
        type="button"
        className="plain"
        disabled={act.isPending}
        onClick={() => act.mutate({ path: 'urge-task', body: { taskId, note: '' } })}
      >
        {t('case.urge')}
      </button>
      <span className="note" role="status">
        {act.isSuccess && t('case.urged')}
        {act.error instanceof ApiError && (act.error.message || t('ui:state.offline'))}
      </span>
    </span>
  )
}

import { useTranslation } from 'react-i18next'
import { useCase } from '../data/queries.ts'
import { Dialog } from '../parts/Dialog.tsx'
import { Failure } from '../parts/Failure.tsx'
import { Skeleton } from '../parts/Skeleton.tsx'
import { VerbDialog } from './VerbDialog.tsx'
import type { Verb } from './verb.ts'

interface VerbOnTaskProps {
  readonly verb: Verb
  readonly caseId: string
  /** Left out for a verb of the whole case. */
  readonly taskId?: string
  readonly onClose: () => void
}

/** A verb from the list: the case is read first, so that the dialog knows who holds the task now. */
export function VerbOnTask({ verb, caseId, taskId, onClose }: VerbOnTaskProps) {
  const { t } = useTranslation('desk')
  const asked = useCase(caseId)
  if (asked.data) {
    const task = asked.data.tasks.find((entry) => entry.taskId === taskId)
    return <VerbDialog verb={verb} view={asked.data} task={task} onClose={onClose} />
  }
  return (
    <Dialog title={t(`verb.${verb.name}.name`)} onClose={onClose}>
      {asked.isError ? <Failure error={asked.error} /> : <Skeleton lines={4} label={t('loading')} />}
    </Dialog>
  )
}

import { useTranslation } from 'react-i18next'
import type { StaffCaseView } from '#casefile/views/staff-view'
import { useProcess } from '../data/queries.ts'
import { Dialog } from '../parts/Dialog.tsx'
import { Failure } from '../parts/Failure.tsx'
import { ScrollRegion } from '../parts/ScrollRegion.tsx'
import { Skeleton } from '../parts/Skeleton.tsx'
import { ProcessDrawing } from '../standards/ProcessDrawing.tsx'
import { useCaseWords } from '../words/case-words.ts'
import { useDates } from '../words/dates.ts'
import { useStepWords } from '../words/room-words.ts'

interface ProcessDialogProps {
  readonly view: StaffCaseView
  readonly onClose: () => void
}

/** The process of the case with its present position, and the same as a list beside it. */
export function ProcessDialog({ view, onClose }: ProcessDialogProps) {
  const { t } = useTranslation(['desk', 'ui'])
  const words = useCaseWords()
  const stepWords = useStepWords()
  const dates = useDates()
  const asked = useProcess(view.caseId)
  return (
    <Dialog
      title={t('processOf', { name: view.processName ?? '', version: view.process?.version ?? '' })}
      onClose={onClose}
      wide
    >
      {asked.isPending && <Skeleton lines={8} label={t('loading')} />}
      {asked.isError && <Failure error={asked.error} retry={() => void asked.refetch()} />}
      {asked.data && (
        <div className="process">
          <ProcessDrawing xml={asked.data.xml} active={asked.data.active} done={asked.data.done} />
          <ScrollRegion className="process-list" label={t('processList')}>
            {view.stages.map((stage) => (
              <div key={stage.stage}>
                <h3>{words.stage(stage.stage)}</h3>
                <ol>
                  {stage.steps.map((step) => (
                    <li key={step.elementId} className={step.state}>
                      {stepWords(step.elementId, step.useCase, step.name)}
                      <span className="small quiet">
                        {' '}
                        {step.state === 'done' && step.at ? dates.instant(step.at) : t(`ui:track.${step.state}`)}
                      </span>
                    </li>
                  ))}
                </ol>
              </div>
            ))}
          </ScrollRegion>
        </div>
      )}
    </Dialog>
  )
}

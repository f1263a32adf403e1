import { useTranslation } from 'react-i18next'
import type { StaffCaseView, TaskView } from '#casefile/views/staff-view'
import { Icon } from '../../ui/Icon.tsx'
import { useDates } from '../words/dates.ts'
import { useRoomWords } from '../words/room-words.ts'

interface WhatBlocksProps {
  readonly view: StaffCaseView
  readonly task: TaskView | undefined
}

const connecting: readonly string[] = ['tie-in', 'permit-energising', 'energise']

/** What keeps the step from being done: countersigners, the safety gate, a stopped case. Nothing: said too. */
export function WhatBlocks({ view, task }: WhatBlocksProps) {
  const { t } = useTranslation('desk')
  const dates = useDates()
  const room = useRoomWords()
  const open = task?.signers.filter((signer) => !signer.signed) ?? []
  const missing = task && connecting.includes(task.useCase) ? view.gate.filter((item) => !item.met) : []
  if (view.status !== 'open') return <p className="blocks">{t('blocked.status')}</p>
  if (!task) return <p className="blocks">{t('blocked.gone')}</p>
  if (missing.length > 0) {
    return (
      <section className="blocks">
        <h3>{t('gate.no', { count: missing.length })}</h3>
        <ul>
          {missing.slice(0, 6).map((item) => (
            <li key={item.item} className="missing">
              <Icon name="remove" small /> {room(`gate.${item.item}`) ?? item.item}
            </li>
          ))}
        </ul>
      </section>
    )
  }
  if (task.signers.length > 0) {
    return (
      <section className="blocks">
        <h3>{open.length > 0 ? t('blocked.signers', { count: open.length }) : t('blocked.signed')}</h3>
        <ul>
          {task.signers.map((signer) => (
            <li key={signer.staffId} className={signer.signed ? '' : 'waiting'}>
              <Icon name={signer.signed ? 'check' : 'clock'} small /> {signer.name}{' '}
              <span className="quiet small">
                {signer.signed
                  ? `${t(`agree.${signer.signed.agrees ? 'yes' : 'no'}`)} · ${dates.day(signer.signed.at)}`
                  : t('waiting')}
              </span>
            </li>
          ))}
        </ul>
      </section>
    )
  }
  const because = task.because
    ? t(`because.${task.because}` as 'because.task-taken', { defaultValue: '' }) || undefined
    : undefined
  return (
    <p className="blocks">
      {task.mayDo ? t('blocked.nothing') : (because ?? t('blocked.other', { name: task.assignee?.name ?? '' }))}
    </p>
  )
}

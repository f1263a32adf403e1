import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { SchemaForm } from '../../ui/form/SchemaForm.tsx'
import { Loading } from '../shell/Loading.tsx'
import type { TaskPageProps } from '../task/page-props.ts'
import { useTask } from '../task/use-task.ts'
import { useTaskForm } from '../task/use-task-form.ts'
import type { Clause } from './clauses.ts'
import type { ReadingState } from './use-reading.ts'

const signatureOnly = ['signature'] as const
const nothing = [] as const

interface SignContractProps extends Pick<TaskPageProps, 'view' | 'task'> {
  readonly clauses: readonly Clause[]
  readonly reading: ReadingState
}

/** At the foot: what is still unread, then signing; with wishes, sending them instead. The button always answers. */
export function SignContract({ view, task, clauses, reading }: SignContractProps) {
  const { t } = useTranslation('portal')
  const [isOpen, setOpen] = useState(false)
  const form = useTaskForm(task.useCase)
  const { askCode, send, reload } = useTask(view.caseId, task)
  const unread = clauses.filter((clause) => !reading.read.includes(clause.clauseId))
  const wants = reading.wishes.length > 0
  const isReady = wants || unread.length === 0
  if (!form.data) return <Loading />
  return (
    <section className="section sign" aria-labelledby="sign">
      <h2 id="sign" className={isOpen ? undefined : 'ui-hidden'}>
        {wants ? t('contract.wishes', { count: reading.wishes.length }) : t('contract.signTitle')}
      </h2>
      <p className="note" role="status">
        {wants
          ? t('contract.sendWishesNote')
          : unread.length > 0
            ? t('contract.leftDo')
            : `${t('contract.ready')}${t('contract.signNote')}`}
      </p>
      {isOpen && isReady ? (
        <SchemaForm
          key={String(wants)}
          schema={form.data.schema}
          labels={form.data.labels}
          face="portal"
          fixed={
            wants
              ? { agrees: false, clausesRead: reading.read, wishes: reading.wishes }
              : { agrees: true, clausesRead: reading.read, wishes: [] }
          }
          required={wants ? nothing : signatureOnly}
          hidden={wants ? ['agrees', 'clausesRead', 'wishes', 'signature'] : ['agrees', 'clausesRead', 'wishes']}
          submitLabel={t(wants ? 'contract.sendWishes' : 'contract.sign')}
          askCode={askCode}
          onSubmit={send}
          onReload={() => void reload()}
        />
      ) : (
        <button
          type="button"
          className={isReady ? 'button' : 'button button-second'}
          onClick={() => {
            const first = unread[0]
            if (isReady) setOpen(true)
            else if (first) reading.goTo(clauses.indexOf(first))
          }}
        >
          {isReady ? t(wants ? 'contract.sendWishes' : 'contract.sign') : t('contract.left', { count: unread.length })}
        </button>
      )}
    </section>
  )
}

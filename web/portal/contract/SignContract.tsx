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
const hiddenForSigning = ['agrees', 'clausesRead', 'wishes'] as const
const hiddenForWishes = [...hiddenForSigning, 'signature'] as const

interface SignContractProps extends Pick<TaskPageProps, 'view' | 'task'> {
  readonly clauses: readonly Clause[]
  readonly reading: ReadingState
}

/** At the foot: what is still unread, then signing; with wishes, sending them instead. The button always answers. */
export function SignContract({ view, task, clauses, reading }: SignContractProps) {
  const { t } = useTranslation('portal')
  const [isOpen, setOpen] = useState(false)
  const firstUnread = clauses.findIndex((clause) => !reading.read.includes(clause.clauseId))
  const unread = clauses.filter((clause) => !reading.read.includes(clause.clauseId)).length
  const wants = reading.wishes.length > 0
  const isReady = wants || unread === 0
  const title = wants ? t('contract.wishes', { count: reading.wishes.length }) : t('contract.signTitle')
  return (
    <section className="section sign" aria-labelledby="sign">
      <h2 id="sign" className={isOpen ? undefined : 'ui-hidden'}>
        {title}
      </h2>
      <p className="note" role="status">
        {wants ? t('contract.sendWishesNote') : t(isReady ? 'contract.ready' : 'contract.leftDo')}
      </p>
      {isOpen && isReady ? (
        <SignForm view={view} task={task} reading={reading} wants={wants} />
      ) : (
        <button
          type="button"
          className={isReady ? 'button' : 'button button-second'}
          onClick={() => (isReady ? setOpen(true) : reading.goTo(firstUnread))}
        >
          {isReady ? t(wants ? 'contract.sendWishes' : 'contract.sign') : t('contract.left', { count: unread })}
        </button>
      )}
    </section>
  )
}

type SignFormProps = Omit<SignContractProps, 'clauses'> & { readonly wants: boolean }

/** The form of the step: a signature under what was read, or the wishes and nothing signed. */
function SignForm({ view, task, reading, wants }: SignFormProps) {
  const { t } = useTranslation('portal')
  const form = useTaskForm(task.useCase)
  const { askCode, send, reload } = useTask(view.caseId, task)
  if (!form.data) return <Loading />
  const shared = { clausesRead: reading.read }
  return (
    <>
      {!wants && <p className="note">{t('contract.signNote')}</p>}
      <SchemaForm
        key={String(wants)}
        schema={form.data.schema}
        labels={form.data.labels}
        face="portal"
        fixed={wants ? { ...shared, agrees: false, wishes: reading.wishes } : { ...shared, agrees: true, wishes: [] }}
        required={wants ? nothing : signatureOnly}
        hidden={wants ? hiddenForWishes : hiddenForSigning}
        submitLabel={t(wants ? 'contract.sendWishes' : 'contract.sign')}
        askCode={askCode}
        onSubmit={send}
        onReload={() => void reload()}
      />
    </>
  )
}

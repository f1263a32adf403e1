import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import type { CustomerCaseView } from '#casefile/views/customer-view'
import { useStepWords } from './step-words.ts'
import { todosOf } from './todo.ts'
import { useTodoNote } from './use-todo-note.ts'

/** What I have to do now, in one filled button on top; further ones as links. Nothing to do: who is at it. */
export function TodoPanel({ view }: { readonly view: CustomerCaseView }) {
  const { t } = useTranslation('portal')
  const [first, ...more] = todosOf(view)
  const note = useTodoNote(view)
  if (!first) return <NothingTodo view={view} />
  return (
    <section className="section todo" aria-labelledby="todo">
      <p className="eyebrow">{t('case.todo')}</p>
      <h2 id="todo">{t(`tasks.${first.words}.title`)}</h2>
      <p className="note">{note(first.words)}</p>
      <Link className="button" href={first.href}>
        {t(`tasks.${first.words}.button`)}
      </Link>
      {more.map((todo) => (
        <Link key={todo.href} className="button button-second" href={todo.href}>
          {t(`tasks.${todo.words}.button`)}
        </Link>
      ))}
    </section>
  )
}

function NothingTodo({ view }: { readonly view: CustomerCaseView }) {
  const { t } = useTranslation('portal')
  const stepWords = useStepWords()
  const task = view.waitingFor[0]
  if (view.status !== 'open') return null
  return (
    <section className="section todo todo-none">
      <h2>{t('case.nothingTodo')}</h2>
      {task && (
        <p className="note">
          {t('case.nothingTodoWho', {
            step: stepWords(task.useCase, stepName(view, task.elementId)),
            who: task.by ?? t('case.someone'),
          })}
        </p>
      )}
    </section>
  )
}

/** The name the process file gives a step. */
function stepName(view: CustomerCaseView, elementId: string): string {
  return view.stages.flatMap((stage) => stage.steps).find((step) => step.elementId === elementId)?.name ?? elementId
}

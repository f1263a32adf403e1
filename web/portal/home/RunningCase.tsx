import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import type { CustomerCaseView } from '#casefile/views/customer-view'
import { Icon } from '../../ui/Icon.tsx'
import { showNumber } from '../../ui/numbers.ts'
import { StageTrack } from '../../ui/StageTrack.tsx'
import { firstTodo } from '../case/todo.ts'
import { useTodoNote } from '../case/use-todo-note.ts'

/** My running case: what I must do, in one filled button; where it stands; whose clock runs. */
export function RunningCase({ view }: { readonly view: CustomerCaseView }) {
  const { t } = useTranslation(['portal', 'ui'])
  const todo = firstTodo(view)
  const note = useTodoNote(view)
  const words = todo ? (`tasks.${todo.words}` as const) : undefined
  const href = `/cases/${view.caseId}`
  const { customerName, kind, capacityKva } = view.profile
  return (
    <section className="section running" aria-labelledby="running">
      <p className="eyebrow">
        {customerName} · {t(`ui:kind.${kind}` as 'ui:kind.new')}
        {capacityKva !== null && <span className="ui-whole"> {showNumber(capacityKva)} kVA</span>}
      </p>
      <h2 id="running" className="running-title">
        {words ? t(`${words}.title`) : t('case.nothingTodo')}
      </h2>
      {todo && <p>{note(todo.words)}</p>}
      {words && todo && (
        <Link className="button" href={todo.href}>
          {t(`${words}.button`)}
        </Link>
      )}
      <StageTrack stages={view.stages} />
      <ClockLine view={view} />
      <Link className="link" href={href}>
        {t('home.progress')}
      </Link>
    </section>
  )
}

function ClockLine({ view }: { readonly view: CustomerCaseView }) {
  const { t } = useTranslation('portal')
  const whole = view.clocks.findLast((clock) => clock.node === 'whole')
  const limit = whole?.limits[0]
  if (!whole || !limit) return null
  return (
    <p className="clock-line">
      <Icon name="clock" small />
      <span>
        {t(
          whole.owner === 'customer'
            ? 'home.waitingYou'
            : whole.owner === 'company'
              ? 'home.waitingCompany'
              : 'home.stoppedNow',
        )}{' '}
        {t('home.companyUsed', { used: limit.usedDays, limit: limit.limitDays })}
      </span>
    </p>
  )
}

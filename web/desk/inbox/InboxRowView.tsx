import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import { usePeople } from '../data/queries.ts'
import { Flags } from '../parts/Flags.tsx'
import { useCaseWords } from '../words/case-words.ts'
import { useStepWords } from '../words/room-words.ts'
import { type InboxLine, rowKey } from './inbox-groups.ts'
import { LimitCell } from './LimitCell.tsx'

interface InboxRowViewProps {
  readonly line: InboxLine
  readonly isChosen: boolean
  readonly isPicked: boolean
  readonly onPick: ((key: string) => void) | undefined
  readonly onChoose: (key: string) => void
}

/** One task in one line. A click looks into the case beside; the customer's name opens it. */
export function InboxRowView({ line, isChosen, isPicked, onPick, onChoose }: InboxRowViewProps) {
  const { t } = useTranslation('desk')
  const words = useCaseWords()
  const stepWords = useStepWords()
  const { data: people } = usePeople()
  const { row, urgency } = line
  const key = rowKey(row)
  const holder = people?.staff.find((member) => member.staffId === row.assignee)?.name ?? row.assignee
  return (
    <tr className={urgency} data-row={key} aria-current={isChosen ? 'true' : undefined} onClick={() => onChoose(key)}>
      {onPick && (
        <td className="col-pick">
          <input
            type="checkbox"
            checked={isPicked}
            aria-label={t('pickRow', { number: row.case_number })}
            onClick={(event) => event.stopPropagation()}
            onChange={() => onPick(key)}
          />
        </td>
      )}
      <td className="col-number">{row.case_number.replace(/^YK\d\d-/, '')}</td>
      <td className="col-customer">
        <span className="cell">
          <Link
            href={`/cases/${row.case_id}?task=${encodeURIComponent(row.task_id)}`}
            onFocus={() => onChoose(key)}
            title={row.customer_name}
          >
            {row.customer_name}
          </Link>
          <Flags flags={row.flags} />
        </span>
      </td>
      <td className="col-kind">{words.kind(row.kind, row.voltage_class)}</td>
      <td className="col-step">{stepWords(row.element_id, row.use_case)}</td>
      <td className="col-limit">
        <LimitCell line={line} />
      </td>
      <td className="col-open">{row.limit_days === null ? '—' : `${line.daysUsed ?? '?'}/${row.limit_days}`}</td>
      <td className="col-left">{leftWords(t, line)}</td>
      <td className="col-clock">{words.party(row.clock_owner)}</td>
      <td className="col-who">
        {row.role === 'customer' ? (
          <span className="quiet">{t('party.customer')}</span>
        ) : (
          (holder ?? <span className="claimable">{t('toClaim')}</span>)
        )}
      </td>
    </tr>
  )
}

function leftWords(t: ReturnType<typeof useTranslation<'desk'>>['t'], { urgency, daysLeft }: InboxLine): string {
  if (urgency === 'stopped') return t('left.stopped')
  if (urgency === 'today') return t('left.today')
  if (urgency === 'noLimit') return t('left.none')
  if (daysLeft === undefined) return t('left.undetermined')
  return daysLeft < 0 ? t('left.late', { count: -daysLeft }) : t('left.days', { count: daysLeft })
}

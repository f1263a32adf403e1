import { useState } from 'react'
import type { StaffCaseView, TaskView } from '#casefile/views/staff-view'
import type { ApiError } from '../../api/api-error.ts'
import { useReservationTexts } from '../network/reservations/use-reservations.ts'
import { VerbDialog } from '../verbs/VerbDialog.tsx'
import { findVerb } from '../verbs/verbs.ts'

interface QueueOfferProps {
  readonly view: StaffCaseView
  readonly task: TaskView
  /** Where it is not enough, in the server's words. */
  readonly faults: ApiError['faults']
  /** Sources of the form that was refused, where the plan is in it. */
  readonly sources: unknown
}

const taking = [
  'sourceNumber',
  'substation',
  'busSection',
  'feeder',
  'accessPoint',
  'capacityKva',
  'existingKva',
] as const

/** A reply that found no capacity: the customer may wait for it, in the order of applications. */
export function QueueOffer({ view, task, faults, sources }: QueueOfferProps) {
  const texts = useReservationTexts().queueOffer
  const [isAsked, setAsked] = useState(false)
  const [isDone, setDone] = useState(false)
  if (isDone)
    return (
      <p className="notice" role="status">
        {texts.done}
      </p>
    )
  return (
    <section className="notice queue-offer" aria-label={texts.title}>
      <p>
        <b>{texts.title}</b>
      </p>
      <ul>
        {faults.map(({ path, message }) => (
          <li key={path}>{message}</li>
        ))}
      </ul>
      <p>{texts.what}</p>
      <p>
        <button type="button" className="button" onClick={() => setAsked(true)}>
          {texts.act}
        </button>
      </p>
      {isAsked && (
        <VerbDialog
          verb={findVerb('wait-for-capacity')}
          view={view}
          task={task}
          more={Array.isArray(sources) ? { sources: sources.map(takingOf) } : {}}
          onClose={() => setAsked(false)}
          onDone={() => setDone(true)}
        />
      )}
    </section>
  )
}

const takingOf = (source: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> =>
  Object.fromEntries(taking.map((key) => [key, source[key]]))

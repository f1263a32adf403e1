import { useState } from 'react'
import { Failure } from '../parts/Failure.tsx'
import { Skeleton } from '../parts/Skeleton.tsx'
import { useCaseWords } from '../words/case-words.ts'
import { useDates } from '../words/dates.ts'
import { fill } from '../words/room-words.ts'
import { CaseLines } from './CaseLines.tsx'
import { useInsightTexts } from './use-insight-texts.ts'
import { type Selection, useCasesBehind } from './use-reports.ts'

const shownFirst = 20
/** As many as the server gives at once; more is a matter for a file. */
const mostShown = 500

/** A number somebody opened: what it is called, and how its cases are asked for. */
export interface CaseQuestion {
  readonly name: string
  readonly asked: Readonly<Record<string, string>>
}

interface CasesBehindProps {
  readonly selection: Selection
  readonly question: CaseQuestion
  /** Undefined: the list stays as long as its number does. */
  readonly onClose?: () => void
}

export function CasesBehind({ selection, question, onClose }: CasesBehindProps) {
  const texts = useInsightTexts()
  const words = useCaseWords()
  const dates = useDates()
  const [limit, setLimit] = useState(shownFirst)
  const found = useCasesBehind(selection, question.asked, limit)
  if (found.isPending) return <Skeleton lines={4} label={texts.loading} />
  if (found.isError && !found.data) return <Failure error={found.error} retry={() => void found.refetch()} />
  const { total, cases } = found.data
  return (
    <section className="insight-panel drill" aria-live="polite">
      <header className="row">
        <h2>{fill(texts.drill.title, { name: question.name, total })}</h2>
        {total > cases.length && (
          <span className="quiet small">{fill(texts.drill.first, { count: cases.length })}</span>
        )}
        {onClose && (
          <button type="button" className="button small push" onClick={onClose}>
            {texts.drill.close}
          </button>
        )}
      </header>
      <CaseLines rows={cases} note={(row) => `${words.status(row.status)} ${dates.short(row.openedAt)}`} />
      {total > cases.length && limit < mostShown && (
        <button type="button" className="button small" onClick={() => setLimit(mostShown)}>
          {fill(texts.drill.more, { count: Math.min(total, mostShown) })}
        </button>
      )}
    </section>
  )
}

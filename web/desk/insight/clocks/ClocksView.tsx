import { useState } from 'react'
import { Failure } from '../../parts/Failure.tsx'
import { Skeleton } from '../../parts/Skeleton.tsx'
import { fill } from '../../words/room-words.ts'
import { type CaseQuestion, CasesBehind } from '../CasesBehind.tsx'
import { DownloadLink } from '../DownloadLink.tsx'
import { useInsightTexts } from '../use-insight-texts.ts'
import { type Selection, useClocks } from '../use-reports.ts'
import { LateTable } from './LateTable.tsx'
import { OwnerBar } from './OwnerBar.tsx'
import { ReasonTable } from './ReasonTable.tsx'

/** Whose the days were, why, and what is late or will be. */
export function ClocksView({ selection }: { readonly selection: Selection }) {
  const texts = useInsightTexts()
  const found = useClocks(selection)
  const [question, setQuestion] = useState<CaseQuestion>()
  if (found.isPending) return <Skeleton lines={10} label={texts.loading} />
  if (found.isError && !found.data) return <Failure error={found.error} retry={() => void found.refetch()} />
  const { byReason, reasons, late, rows, until, undetermined } = found.data
  return (
    <div className="insight-halves">
      <section className="card" aria-label={texts.clocks.title}>
        <header className="row">
          <h2>{texts.clocks.title}</h2>
          <span className="push" />
          <DownloadLink report="clocks" name={texts.clocks.title} selection={selection} />
        </header>
        <p className="quiet small">{texts.clocks.meaning}</p>
        <OwnerBar byReason={byReason} />
        {undetermined.length > 0 && (
          <p className="notice">{fill(texts.clocks.undetermined, { count: undetermined.length })}</p>
        )}
        <ReasonTable byReason={byReason} reasons={reasons} onAsk={setQuestion} />
      </section>
      <div>
        {question && (
          <div className="card">
            <CasesBehind selection={selection} question={question} onClose={() => setQuestion(undefined)} />
          </div>
        )}
        <section className="card" aria-label={texts.clocks.late}>
          <header className="row">
            <h2>{texts.clocks.late}</h2>
            <span className="quiet small">{fill(texts.clocks.until, { until })}</span>
            <span className="push" />
            <DownloadLink report="late" name={texts.clocks.late} selection={selection} />
          </header>
          {late.length === 0 ? (
            <p className="empty-title">{texts.clocks.noneLate}</p>
          ) : (
            <LateTable late={late} rows={rows} />
          )}
        </section>
      </div>
    </div>
  )
}

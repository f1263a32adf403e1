import type { WhatIfResult } from '#insight'
import type { WhatIfBasis } from '#service/insight/what-if/what-if-basis'
import { fill } from '../../words/room-words.ts'
import { saveText } from '../save-file.ts'
import { DistributionPlot, daysShown } from './DistributionPlot.tsx'
import { LateIntervals } from './LateIntervals.tsx'
import { OutcomeTable } from './OutcomeTable.tsx'
import { outcomeCsv } from './outcome-csv.ts'
import { StaffingCurve } from './StaffingCurve.tsx'
import { useWhatIfTexts } from './use-what-if.ts'

interface ResultViewProps {
  readonly result: WhatIfResult
  readonly limitDays: number
  readonly furtherLimits: readonly number[]
  readonly staff: WhatIfBasis['staff']
}

/** Distributions, late shares, the staffing curve, and all of it in figures. */
export function ResultView({ result, limitDays, furtherLimits, staff }: ResultViewProps) {
  const texts = useWhatIfTexts()
  const save = () => saveText(outcomeCsv(result, furtherLimits), 'text/csv;charset=utf-8', 'tongdian-what-if.csv')
  return (
    <>
      <div className="what-if-plots">
        <section aria-label={texts.distribution}>
          <h2>{texts.distribution}</h2>
          <p className="small scenario-note">
            ▲ {texts.median} · △ {texts.ninety} · — {texts.outline} · {texts.meaning} ·{' '}
            {fill(texts.longer, { days: daysShown(result.outcomes, limitDays) - 1 })}
          </p>
          <DistributionPlot outcomes={result.outcomes} limitDays={limitDays} />
        </section>
        <div className="what-if-side">
          <section aria-label={texts.lateRate}>
            <h2>{texts.lateRate}</h2>
            <p className="small scenario-note">{texts.interval}</p>
            <LateIntervals outcomes={result.outcomes} />
          </section>
          {result.curve.length > 0 && (
            <section aria-label={texts.curve}>
              <h2>{texts.curve}</h2>
              <p className="small scenario-note">{texts.band}</p>
              <StaffingCurve result={result} />
            </section>
          )}
        </div>
      </div>
      <div className="what-if-figures">
        <div className="what-if-head">
          <h2>{texts.figures}</h2>
          <button type="button" className="button small" onClick={save}>
            {texts.csv}
          </button>
        </div>
        <OutcomeTable result={result} staff={staff} furtherLimits={furtherLimits} />
      </div>
    </>
  )
}

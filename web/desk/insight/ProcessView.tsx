import { useDeferredValue, useState } from 'react'
import { Failure } from '../parts/Failure.tsx'
import { Skeleton } from '../parts/Skeleton.tsx'
import { type CaseQuestion, CasesBehind } from './CasesBehind.tsx'
import { FindingsPanel } from './findings/FindingsPanel.tsx'
import { MapSection } from './map/MapSection.tsx'
import { useInsightTexts } from './use-insight-texts.ts'
import { type Selection, useProcessMap } from './use-reports.ts'
import { VariantsPanel } from './VariantsPanel.tsx'

/** The map on the left; on the right what differs from the standard, the cases behind a number, and the ways taken. */
export function ProcessView({ selection }: { readonly selection: Selection }) {
  const texts = useInsightTexts()
  const [detail, setDetail] = useState({ activities: 1, paths: 0.8 })
  const [question, setQuestion] = useState<CaseQuestion>()
  const settled = useDeferredValue(detail)
  const map = useProcessMap(selection, settled.activities, settled.paths)
  if (map.isPending) return <Skeleton lines={14} label={texts.loading} />
  if (map.isError && !map.data) return <Failure error={map.error} retry={() => void map.refetch()} />
  return (
    <div className="insight-columns">
      <MapSection map={map.data} selection={selection} detail={detail} onDetail={setDetail} onAsk={setQuestion} />
      <div className="insight-side">
        {question && <CasesBehind selection={selection} question={question} onClose={() => setQuestion(undefined)} />}
        <FindingsPanel selection={selection} />
        <VariantsPanel selection={selection} onAsk={setQuestion} />
      </div>
    </div>
  )
}

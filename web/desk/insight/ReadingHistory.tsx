import { showNumber } from '../../ui/numbers.ts'
import { Skeleton } from '../parts/Skeleton.tsx'
import { fill } from '../words/room-words.ts'
import { useInsightTexts } from './use-insight-texts.ts'
import { useReadingProgress } from './use-reports.ts'

/** While the history is read for the first time: how far it is. */
export function ReadingHistory() {
  const texts = useInsightTexts()
  const { data } = useReadingProgress()
  if (!data || data.of === 0) return <Skeleton lines={12} label={texts.loading} />
  return (
    <div className="empty" role="status">
      <p className="empty-title">{texts.reading}</p>
      <progress value={data.read} max={data.of} aria-label={texts.reading} />
      <p className="quiet number">{fill(texts.readSoFar, { read: showNumber(data.read), of: showNumber(data.of) })}</p>
    </div>
  )
}

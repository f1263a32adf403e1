import { useState } from 'react'
import { Failure } from '../../parts/Failure.tsx'
import { Skeleton } from '../../parts/Skeleton.tsx'
import { useDates } from '../../words/dates.ts'
import { fill } from '../../words/room-words.ts'
import { useInsightTexts } from '../use-insight-texts.ts'
import { useLogs } from '../use-reports.ts'
import { CheckPanel } from './CheckPanel.tsx'
import { DiscoveredPanel } from './DiscoveredPanel.tsx'
import { ImportPanel } from './ImportPanel.tsx'
import { LogPanel } from './LogPanel.tsx'
import { ownLog } from './own-log.ts'

/** Logs of other systems beside the company's own: bring in, look at, find a model, compare with one. */
export function LogsView() {
  const texts = useInsightTexts()
  const dates = useDates()
  const found = useLogs()
  const [logId, setLogId] = useState(ownLog)
  if (found.isPending) return <Skeleton lines={8} label={texts.loading} />
  if (found.isError && !found.data) return <Failure error={found.error} retry={() => void found.refetch()} />
  const { logs } = found.data
  return (
    <>
      <label className="chip log-choice">
        <span>{texts.logs.which}</span>
        <select value={logId} onChange={(event) => setLogId(event.target.value)}>
          <option value={ownLog}>{texts.logs.own}</option>
          {logs.map((log) => (
            <option key={log.logId} value={log.logId}>
              {fill(texts.logs.named, { name: log.fileName, cases: log.cases, day: dates.instant(log.importedAt) })}
            </option>
          ))}
        </select>
      </label>
      <div className="insight-halves" key={logId}>
        <LogPanel logId={logId} onRemoved={() => setLogId(ownLog)} />
        <ImportPanel onImported={setLogId} />
        <DiscoveredPanel logId={logId} />
        <CheckPanel logId={logId} />
      </div>
    </>
  )
}

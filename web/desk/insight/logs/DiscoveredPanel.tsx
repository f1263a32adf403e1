import { lazy, Suspense, useState } from 'react'
import { Failure } from '../../parts/Failure.tsx'
import { Skeleton } from '../../parts/Skeleton.tsx'
import { saveText } from '../save-file.ts'
import { useInsightTexts } from '../use-insight-texts.ts'
import { useDiscovered } from '../use-reports.ts'
import { FitnessFigures } from './FitnessFigures.tsx'
import { useLogWords } from './log-words.ts'
import { nameSteps } from './name-steps.ts'

const Drawing = lazy(async () => ({ default: (await import('../map/PublishedMap.tsx')).Drawing }))
const nothing: readonly never[] = []
const noises = [0, 0.1, 0.2, 0.4] as const

/** The model found in the log, drawn, with how well it explains it; to take away as BPMN or PNML. */
export function DiscoveredPanel({ logId }: { readonly logId: string }) {
  const texts = useInsightTexts()
  const [noise, setNoise] = useState(0.2)
  const [isAsked, setAsked] = useState(false)
  const found = useDiscovered(logId, noise, isAsked)
  const nameOf = useLogWords(logId)
  return (
    <section className="card" aria-label={texts.logs.discovered}>
      <header className="row">
        <h2>{texts.logs.discovered}</h2>
        <label className="chip push">
          <span>{texts.logs.noise}</span>
          <select value={noise} onChange={(event) => setNoise(Number(event.target.value))}>
            {noises.map((each) => (
              <option key={each} value={each}>
                {each}
              </option>
            ))}
          </select>
        </label>
        <button type="button" className="button small" onClick={() => setAsked(true)}>
          {texts.logs.discover}
        </button>
      </header>
      <p className="quiet small">{texts.logs.discoverWhat}</p>
      {isAsked && found.isPending && <Skeleton lines={6} label={texts.logs.discovering} />}
      {isAsked && found.isError && <Failure error={found.error} retry={() => void found.refetch()} />}
      {isAsked && found.data && (
        <>
          <FitnessFigures fitness={found.data.fitness} />
          <Suspense fallback={<Skeleton lines={6} label={texts.loading} />}>
            <div className="published discovered">
              <Drawing xml={nameSteps(found.data.bpmn, 'bpmn', nameOf)} activities={nothing} />
            </div>
          </Suspense>
          <div className="row insight-pad">
            {(['bpmn', 'pnml'] as const).map((kind) => (
              <button
                key={kind}
                type="button"
                className="button small"
                onClick={() => saveText(nameSteps(found.data[kind], kind, nameOf), 'application/xml', `model.${kind}`)}
              >
                {texts.logs.save[kind]}
              </button>
            ))}
          </div>
        </>
      )}
    </section>
  )
}

import { useState } from 'react'
import type { WhatIfBasis } from '#service/insight/what-if/what-if-basis'
import { newCommandId } from '../../../api/client.ts'
import { Failure } from '../../parts/Failure.tsx'
import { Skeleton } from '../../parts/Skeleton.tsx'
import { useCaseWords } from '../../words/case-words.ts'
import { fill } from '../../words/room-words.ts'
import { showShare } from '../figures.ts'
import type { Selection } from '../use-reports.ts'
import { BackTestBadge } from './BackTestBadge.tsx'
import { type DraftScenario, emptyScenario, peopleAround } from './draft-scenario.ts'
import { EstimateTable } from './EstimateTable.tsx'
import { FurtherLimits } from './FurtherLimits.tsx'
import { LeverPanel } from './LeverPanel.tsx'
import { ResultView } from './ResultView.tsx'
import { RunPanel } from './RunPanel.tsx'
import { SavedPanel } from './SavedPanel.tsx'
import { ScenarioList } from './ScenarioList.tsx'
import { Slider } from './Slider.tsx'
import {
  openSaved,
  type SavedContent,
  useBasis,
  useCancel,
  useRun,
  useStart,
  useWhatIfTexts,
  type WhatIfAsked,
} from './use-what-if.ts'
import './what-if.css'

/** As many scenarios as can be told apart on one axis. */
const mostScenarios = 5

/** 推演: what would become of the waiting if something were changed, tried on the company's own history. */
export function WhatIfView({ selection }: { readonly selection: Selection }) {
  const texts = useWhatIfTexts()
  const basis = useBasis(selection)
  if (basis.isPending) return <Skeleton lines={12} label={texts.loading} />
  if (basis.isError && !basis.data) return <Failure error={basis.error} retry={() => void basis.refetch()} />
  return <WhatIf key={JSON.stringify(selection)} basis={basis.data} selection={selection} />
}

interface WhatIfProps {
  readonly basis: WhatIfBasis
  readonly selection: Selection
}

function WhatIf({ basis, selection }: WhatIfProps) {
  const texts = useWhatIfTexts()
  const words = useCaseWords()
  const [scenarios, setScenarios] = useState<readonly DraftScenario[]>([])
  const [chosen, setChosen] = useState('')
  const [limitDays, setLimitDays] = useState(basis.limitDays)
  const [furtherLimits, setFurtherLimits] = useState<readonly number[]>(() => [
    ...new Set(basis.limits.map(({ days }) => days)),
  ])
  const [run, setRun] = useState<{ readonly runId: string; readonly asked: WhatIfAsked }>()
  const [saved, setSaved] = useState<SavedContent>()
  const [openError, setOpenError] = useState<Error>()
  const start = useStart()
  const cancel = useCancel()
  const shown = useRun(start.isSuccess ? run?.runId : undefined)
  const state = start.isPending ? ({ status: 'running', share: 0 } as const) : shown.data
  const asked = (people: readonly number[]): WhatIfAsked => ({
    selection,
    scenarios: scenarios.map(({ key: _, ...scenario }) => scenario),
    people,
    limitDays,
    furtherLimits,
  })
  const managers = basis.staff
    .filter(({ roles }) => roles.includes(basis.role))
    .reduce((sum, { count }) => sum + count, 0)
  const begin = (people: readonly number[]) => {
    const next = { runId: newCommandId(), asked: asked(people) }
    setRun(next)
    setSaved(undefined)
    start.mutate(next)
  }
  const scenario = scenarios.find(({ key }) => key === chosen)
  const isChanged =
    state?.status === 'done' &&
    run !== undefined &&
    JSON.stringify(asked(run.asked.people)) !== JSON.stringify(run.asked)
  const copy = () => {
    const key = newCommandId()
    const name = fill(texts.newName, { number: scenarios.length + 1 })
    setScenarios([...scenarios, { ...(scenario ?? emptyScenario(key, name)), key, name }])
    setChosen(key)
  }
  const shownAsked = saved?.content.asked ?? run?.asked
  const done = saved?.content.state ?? (state?.status === 'done' ? state : undefined)
  return (
    <div className="what-if">
      <header className="what-if-top">
        <p className="small">
          {fill(texts.rests, { ...basis, name: words.variant(basis.process.name), version: basis.process.version })}
          {basis.leftOut > 0 && ` · ${fill(texts.leftOut, { count: basis.leftOut })}`}
        </p>
        <BackTestBadge backTest={basis.backTest} />
      </header>
      <div className="what-if-columns">
        <aside className="what-if-levers" aria-label={texts.scenarios}>
          <ScenarioList
            scenarios={scenarios}
            chosen={scenario ? chosen : ''}
            onChoose={setChosen}
            onCopy={copy}
            onRemove={(key) => setScenarios(scenarios.filter((each) => each.key !== key))}
            isFull={scenarios.length >= mostScenarios}
          />
          <Slider
            label={texts.limit}
            shown={`${limitDays}`}
            value={limitDays}
            min={1}
            max={90}
            onChange={setLimitDays}
          />
          <FurtherLimits published={basis.limits} limits={furtherLimits} onChange={setFurtherLimits} />
          <RunPanel
            state={state}
            error={start.error ?? shown.error}
            isChanged={isChanged}
            onRun={() => begin([])}
            onCurve={() => begin(peopleAround(Math.max(1, managers)))}
            onCancel={() => run && cancel.mutate(run.runId, { onSuccess: () => void shown.refetch() })}
          />
          {scenario && (
            <LeverPanel
              basis={basis}
              scenario={scenario}
              onChange={(next) => setScenarios(scenarios.map((each) => (each.key === next.key ? next : each)))}
            />
          )}
          <SavedPanel
            run={state?.status === 'done' ? run : undefined}
            onOpen={(savedId) => void openSaved(savedId).then(setSaved, setOpenError)}
          />
          {openError && <Failure error={openError} />}
        </aside>
        <div className="what-if-result">
          {saved && (
            <p className="what-if-note">
              {fill(texts.openedSaved, { date: saved.savedAt.slice(0, 10), name: saved.name })}{' '}
              <button type="button" className="link" onClick={() => setSaved(undefined)}>
                {texts.backToNow}
              </button>
            </p>
          )}
          {done ? (
            <ResultView
              result={done.result}
              limitDays={shownAsked?.limitDays ?? limitDays}
              furtherLimits={shownAsked?.furtherLimits ?? []}
              staff={basis.staff}
            />
          ) : (
            <p className="empty-title what-if-none">{texts.none}</p>
          )}
          <div className="what-if-figures">
            <EstimateTable basis={basis} />
            <div className="what-if-said">
              <section>
                <h2>{texts.premise}</h2>
                <p className="small">
                  {fill(texts.premiseStandards, { share: showShare(basis.standardsConfirmedShare) })}
                </p>
              </section>
              <section>
                <h2>{texts.leaves}</h2>
                <p className="small">{texts.leavesText}</p>
                {basis.backTest.kind === 'tested' && (
                  <p className="small">{fill(texts.testedHow, { days: basis.backTest.fitDays })}</p>
                )}
              </section>
            </div>
          </div>
        </div>
      </div>
    </div>
  )
}

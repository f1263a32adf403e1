import { useMemo } from 'react'
import type { Comparison, PathPair, StepPair } from '#service/insight/reports/comparison'
import { ScrollRegion } from '../../parts/ScrollRegion.tsx'
import { fill } from '../../words/room-words.ts'
import type { CaseQuestion } from '../CasesBehind.tsx'
import { type DrawnArc, type DrawnStep, drawMap, shortName, stepHeight, stepWidth } from '../map/draw-map.ts'
import { useInsightTexts } from '../use-insight-texts.ts'
import { directionOfDays, type SideName, showPair, signOf } from './differences.ts'

interface DifferenceMapProps {
  readonly comparison: Comparison
  readonly words: (elementId: string) => string
  readonly onAsk: (side: SideName, question: CaseQuestion) => void
}

/** Paths of fewer cases on both sides are left out of the picture; the table has all steps. */
const fewestPerCase = 0.03
const widestPx = 7

/** One map of both sides: handling times of either under each step, how often each path was gone by either. */
export function DifferenceMap({ comparison, words, onAsk }: DifferenceMapProps) {
  const texts = useInsightTexts()
  const { steps } = comparison
  const paths = useMemo(
    () => comparison.paths.filter(({ perCase }) => Math.max(...perCase) >= fewestPerCase),
    [comparison],
  )
  const drawn = useMemo(
    () =>
      drawMap(
        steps.map(({ elementId }) => elementId),
        paths.map(({ source, target, counts }) => ({ source, target, count: counts[0] + counts[1] })),
      ),
    [steps, paths],
  )
  const name = fill(texts.compare.map, { steps: steps.length, paths: paths.length })
  return (
    <section className="insight-map" aria-label={texts.compare.mapTitle}>
      <p className="map-legend small">
        <span>{texts.compare.legend}</span>
        <span className="legend-more">{texts.compare.slower}</span>
        <span className="legend-less">{texts.compare.faster}</span>
      </p>
      <ScrollRegion className="map-scroll" label={name}>
        <svg className="map" width={drawn.width} height={drawn.height} role="img" aria-label={name}>
          {drawn.arcs.map((arc) => (
            <PathPairLine key={arc.path} drawn={arc} paths={paths} />
          ))}
          {drawn.steps.map((box) => {
            const step = steps.find(({ elementId }) => elementId === box.id)
            return step && <StepPairBox key={box.id} drawn={box} step={step} name={words(box.id)} />
          })}
        </svg>
      </ScrollRegion>
      <PathTable paths={paths} words={words} onAsk={onAsk} />
    </section>
  )
}

function PathPairLine({ drawn, paths }: { readonly drawn: DrawnArc; readonly paths: readonly PathPair[] }) {
  const pair = paths.find(({ source, target }) => source === drawn.arc.source && target === drawn.arc.target)
  if (!pair) return null
  const [a, b] = pair.perCase
  return (
    <g className={drawn.isBack ? 'path back' : 'path'}>
      <path d={drawn.path} strokeWidth={1.5 + Math.min(1, Math.max(a, b)) * (widestPx - 1.5)} />
      <text x={drawn.label.x} y={drawn.label.y} textAnchor="middle">
        {perCase(a)} · {perCase(b)}
      </text>
    </g>
  )
}

const perCase = (value: number): string => value.toFixed(2)

interface StepPairBoxProps {
  readonly drawn: DrawnStep
  readonly step: StepPair
  readonly name: string
}

function StepPairBox({ drawn, step, name }: StepPairBoxProps) {
  const texts = useInsightTexts()
  const { a, b, isClear } = step.handling
  const direction = directionOfDays(a.median, b.median, isClear)
  const [daysA, daysB] = showPair(a.median, b.median, texts.none)
  return (
    <g className={`step pair ${direction}`}>
      <rect x={drawn.x} y={drawn.y} width={stepWidth} height={stepHeight} rx={6} />
      <text className="step-name" x={drawn.x + stepWidth / 2} y={drawn.y + 20} textAnchor="middle">
        {shortName(name)}
      </text>
      <text className="step-figures" x={drawn.x + stepWidth / 2} y={drawn.y + 38} textAnchor="middle">
        {daysA} → {fill(texts.days, { days: daysB })} {signOf[direction]}
      </text>
    </g>
  )
}

function PathTable({
  paths,
  words,
  onAsk,
}: Omit<DifferenceMapProps, 'comparison'> & { readonly paths: readonly PathPair[] }) {
  const texts = useInsightTexts()
  return (
    <details className="insight-pad">
      <summary>{texts.compare.pathTable}</summary>
      <ScrollRegion className="table-scroll" label={texts.compare.pathTable}>
        <table className="table">
          <thead>
            <tr>
              <th scope="col">{texts.table.path}</th>
              <th scope="col" className="number">
                {texts.compare.a}
              </th>
              <th scope="col" className="number">
                {texts.compare.b}
              </th>
            </tr>
          </thead>
          <tbody>
            {paths.map(({ source, target, counts }) => {
              const asked = { name: `${words(source)} → ${words(target)}`, asked: { source, target } }
              return (
                <tr key={`${source} ${target}`}>
                  <th scope="row">{asked.name}</th>
                  {counts.map((count, side) => (
                    <td key={side === 0 ? 'a' : 'b'} className="number">
                      <button type="button" className="link" onClick={() => onAsk(side === 0 ? 'a' : 'b', asked)}>
                        {count}
                      </button>
                    </td>
                  ))}
                </tr>
              )
            })}
          </tbody>
        </table>
      </ScrollRegion>
    </details>
  )
}

import { type KeyboardEvent, type Ref, useMemo } from 'react'
import type { MapActivity, MapPath, ProcessMap } from '#service/insight/reports/process-map'
import { fill } from '../../words/room-words.ts'
import type { CaseQuestion } from '../CasesBehind.tsx'
import { plainDays, showDays } from '../figures.ts'
import { useInsightTexts } from '../use-insight-texts.ts'
import { type DrawnArc, type DrawnStep, drawMap, shortName, stepHeight, stepWidth } from './draw-map.ts'
import { levelOf, type Measure, widthOf } from './scale.ts'

interface MapPictureProps {
  readonly map: ProcessMap
  readonly measure: Measure
  readonly words: (elementId: string) => string
  readonly onAsk: (question: CaseQuestion) => void
  readonly ref: Ref<SVGSVGElement>
}

/** The map of what happened: every step and path can be opened for the cases behind it. */
export function MapPicture({ map, measure, words, onAsk, ref }: MapPictureProps) {
  const drawn = useMemo(
    () =>
      drawMap(
        map.activities.map((step) => step.elementId),
        map.paths,
      ),
    [map],
  )
  const stepOf = (id: string) => map.activities.find((step) => step.elementId === id)
  return (
    // biome-ignore lint/a11y/noSvgWithoutTitle: the region it scrolls in is named, and a title here would show over every step
    <svg className="map" ref={ref} width={drawn.width} height={drawn.height}>
      <defs>
        {(['flow', 'back'] as const).map((kind) => (
          <marker
            key={kind}
            id={`arrow-${kind}`}
            className={`arrow-${kind}`}
            viewBox="0 0 8 8"
            refX="0.5"
            refY="4"
            markerWidth="8"
            markerHeight="8"
            markerUnits="userSpaceOnUse"
            orient="auto"
          >
            <path d="M0 0L8 4L0 8z" />
          </marker>
        ))}
      </defs>
      {drawn.arcs.map((arc) => (
        <PathLine key={arc.path} drawn={arc} paths={map.paths} measure={measure} words={words} onAsk={onAsk} />
      ))}
      {drawn.steps.map((step) => (
        <StepBox
          key={step.id}
          drawn={step}
          step={stepOf(step.id)}
          map={map}
          measure={measure}
          words={words}
          onAsk={onAsk}
        />
      ))}
    </svg>
  )
}

interface PathLineProps {
  readonly drawn: DrawnArc
  readonly paths: readonly MapPath[]
  readonly measure: Measure
  readonly words: (elementId: string) => string
  readonly onAsk: (question: CaseQuestion) => void
}

function PathLine({ drawn, paths, measure, words, onAsk }: PathLineProps) {
  const texts = useInsightTexts()
  const path = paths.find(({ source, target }) => source === drawn.arc.source && target === drawn.arc.target)
  if (!path) return null
  const { source, target, count, waiting } = path
  const days = waiting.median === null ? texts.none : plainDays(waiting.median)
  const label = fill(texts.map.path, { source: words(source), target: words(target), count, days })
  const ask = () => onAsk({ name: `${words(source)} → ${words(target)}`, asked: { source, target } })
  return (
    // biome-ignore lint/a11y/useSemanticElements: a part of a drawing cannot be a button element
    <g
      className={drawn.isBack ? 'path back' : 'path'}
      role="button"
      tabIndex={0}
      aria-label={label}
      onClick={ask}
      onKeyDown={onEnter(ask)}
    >
      <title>{label}</title>
      <path
        d={drawn.path}
        strokeWidth={widthOf(path, paths, measure)}
        markerEnd={`url(#arrow-${drawn.isBack ? 'back' : 'flow'})`}
      />
      <text x={drawn.label.x} y={drawn.label.y} textAnchor="middle">
        {measure === 'count' ? count : showDays(waiting.median, texts)}
      </text>
    </g>
  )
}

interface StepBoxProps {
  readonly drawn: DrawnStep
  readonly step: MapActivity | undefined
  readonly map: ProcessMap
  readonly measure: Measure
  readonly words: (elementId: string) => string
  readonly onAsk: (question: CaseQuestion) => void
}

function StepBox({ drawn, step, map, measure, words, onAsk }: StepBoxProps) {
  const texts = useInsightTexts()
  if (!step) return null
  const name = words(step.elementId)
  const ask = () => onAsk({ name, asked: { element: step.elementId } })
  const level = levelOf(step, map.activities, measure)
  return (
    // biome-ignore lint/a11y/useSemanticElements: a part of a drawing cannot be a button element
    <g
      className={`step level-${level} ${step.owner === 'company' ? '' : 'theirs'}`}
      role="button"
      tabIndex={0}
      onClick={ask}
      onKeyDown={onEnter(ask)}
    >
      {shortName(name) !== name && <title>{name}</title>}
      <rect x={drawn.x} y={drawn.y} width={stepWidth} height={stepHeight} rx={6} />
      <text className="step-name" x={drawn.x + stepWidth / 2} y={drawn.y + 20} textAnchor="middle">
        {shortName(name)}
      </text>
      <text className="step-figures" x={drawn.x + stepWidth / 2} y={drawn.y + 38} textAnchor="middle">
        {fill(texts.times, { count: step.events })} · {showDays(step.handling.median, texts)}
      </text>
    </g>
  )
}

const onEnter = (act: () => void) => (event: KeyboardEvent) => {
  if (event.key !== 'Enter' && event.key !== ' ') return
  event.preventDefault()
  act()
}

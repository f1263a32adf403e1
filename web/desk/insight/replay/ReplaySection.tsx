import { useEffect, useMemo, useRef } from 'react'
import type { Moves } from '#service/insight/reports/moves'
import type { ProcessMap } from '#service/insight/reports/process-map'
import { Failure } from '../../parts/Failure.tsx'
import { ScrollRegion } from '../../parts/ScrollRegion.tsx'
import { Skeleton } from '../../parts/Skeleton.tsx'
import { fill } from '../../words/room-words.ts'
import { type DrawnMap, drawMap, shortName, stepHeight, stepWidth } from '../map/draw-map.ts'
import { useInsightTexts } from '../use-insight-texts.ts'
import { type Selection, useMoves } from '../use-reports.ts'
import { drawCases, measureWays } from './draw-cases.ts'
import { FilmBar } from './FilmBar.tsx'
import { LoadTable } from './LoadTable.tsx'
import { loadAt } from './stand-at.ts'
import { useFilm } from './use-film.ts'

interface ReplaySectionProps {
  readonly map: ProcessMap
  readonly selection: Selection
  readonly words: (elementId: string) => string
}

/** The cases as dots that move over the map; the table says in figures what the dots show at that moment. */
export function ReplaySection({ map, selection, words }: ReplaySectionProps) {
  const texts = useInsightTexts()
  const found = useMoves(selection)
  if (found.isPending) return <Skeleton lines={8} label={texts.loading} />
  if (found.isError && !found.data) return <Failure error={found.error} retry={() => void found.refetch()} />
  return <Replay moves={found.data} map={map} words={words} />
}

interface ReplayProps {
  readonly moves: Moves
  readonly map: ProcessMap
  readonly words: (elementId: string) => string
}

function Replay({ moves, map, words }: ReplayProps) {
  const texts = useInsightTexts()
  const film = useFilm(moves.minutes)
  const drawn = useMemo(
    () =>
      drawMap(
        moves.steps.map(({ elementId }) => elementId),
        map.paths.filter(({ source, target }) =>
          [source, target].every((id) => moves.steps.some((step) => step.elementId === id)),
        ),
      ),
    [moves, map],
  )
  const load = loadAt(moves, film.minute)
  const under = load.reduce((sum, { working, waiting }) => sum + working + waiting, 0)
  return (
    <>
      <FilmBar film={film} moves={moves} under={under} />
      <ScrollRegion className="map-scroll" label={texts.replay.picture}>
        <div className="replay" style={{ width: drawn.width, height: drawn.height }}>
          <StillMap
            drawn={drawn}
            words={words}
            load={new Map(moves.steps.map((step, code) => [step.elementId, load[code]?.working ?? 0]))}
          />
          <Dots moves={moves} drawn={drawn} minute={film.minute} />
        </div>
      </ScrollRegion>
      <p className="quiet small insight-pad">{fill(texts.replay.shown, { shown: moves.shown, total: moves.total })}</p>
      <LoadTable moves={moves} load={load} words={words} />
    </>
  )
}

interface StillMapProps {
  readonly drawn: DrawnMap
  readonly words: (elementId: string) => string
  readonly load: ReadonlyMap<string, number>
}

function StillMap({ drawn, words, load }: StillMapProps) {
  const texts = useInsightTexts()
  return (
    <svg className="map" width={drawn.width} height={drawn.height} role="img" aria-label={texts.replay.picture}>
      {drawn.arcs.map(({ path, isBack }) => (
        <g key={path} className={isBack ? 'path back' : 'path'}>
          <path d={path} strokeWidth={1.5} />
        </g>
      ))}
      {drawn.steps.map(({ id, x, y }) => {
        const name = words(id)
        return (
          <g key={id} className="step pair">
            <rect x={x} y={y} width={stepWidth} height={stepHeight} rx={6} />
            <text className="step-name" x={x + stepWidth / 2} y={y + 20} textAnchor="middle">
              {shortName(name)}
            </text>
            <text x={x + stepWidth / 2} y={y + 37} textAnchor="middle">
              {load.get(id) ?? 0}
            </text>
          </g>
        )
      })}
    </svg>
  )
}

interface DotsProps {
  readonly moves: Moves
  readonly drawn: DrawnMap
  readonly minute: number
}

function Dots({ moves, drawn, minute }: DotsProps) {
  const canvas = useRef<HTMLCanvasElement>(null)
  const ways = useMemo(() => measureWays(moves, drawn), [moves, drawn])
  useEffect(() => {
    const pen = canvas.current?.getContext('2d')
    if (pen) drawCases(pen, moves, ways, minute)
  }, [moves, ways, minute])
  // biome-ignore lint/a11y/noAriaHiddenOnFocusable: a canvas takes no focus; the table says what it shows
  return <canvas ref={canvas} width={Math.ceil(drawn.width)} height={Math.ceil(drawn.height)} aria-hidden="true" />
}

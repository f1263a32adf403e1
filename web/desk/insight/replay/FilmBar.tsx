import type { Moves } from '#service/insight/reports/moves'
import { useDates } from '../../words/dates.ts'
import { fill } from '../../words/room-words.ts'
import { useInsightTexts } from '../use-insight-texts.ts'
import { type Film, type Speed, speeds, useStillness } from './use-film.ts'

interface FilmBarProps {
  readonly film: Film
  readonly moves: Moves
  /** Cases under way at this minute. */
  readonly under: number
}

const dayMinutes = 1_440

/** Play and pause, speed, a day back and on, and the time line. */
export function FilmBar({ film, moves, under }: FilmBarProps) {
  const texts = useInsightTexts()
  const dates = useDates()
  const isStill = useStillness()
  const moment = dates.instant(new Date(moves.fromMs + film.minute * 60_000).toISOString())
  return (
    <div className="map-tools film">
      {isStill ? (
        <span className="quiet small">{texts.replay.still}</span>
      ) : (
        <>
          <button type="button" className="button small" aria-pressed={film.isPlaying} onClick={film.toggle}>
            {film.isPlaying ? texts.replay.pause : texts.replay.play}
          </button>
          <label className="chip">
            <span>{texts.replay.speed}</span>
            <select value={film.speed} onChange={(event) => film.setSpeed(event.target.value as Speed)}>
              {(Object.keys(speeds) as Speed[]).map((speed) => (
                <option key={speed} value={speed}>
                  {texts.replay.speeds[speed]}
                </option>
              ))}
            </select>
          </label>
        </>
      )}
      <button type="button" className="button small" onClick={() => film.goTo(film.minute - dayMinutes)}>
        {texts.replay.dayBack}
      </button>
      <button type="button" className="button small" onClick={() => film.goTo(film.minute + dayMinutes)}>
        {texts.replay.dayOn}
      </button>
      <label className="slider time-line">
        <span>{texts.replay.time}</span>
        <input
          type="range"
          min={0}
          max={moves.minutes}
          step={60}
          value={Math.round(film.minute)}
          aria-valuetext={moment}
          onChange={(event) => film.goTo(Number(event.target.value))}
        />
      </label>
      <output className="number">{moment}</output>
      <span className="quiet small">{fill(texts.replay.under, { count: under })}</span>
      <span className="dot-working">{texts.replay.working}</span>
      <span className="dot-waiting">{texts.replay.waiting}</span>
    </div>
  )
}

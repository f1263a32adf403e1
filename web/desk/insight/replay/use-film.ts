import { useEffect, useState } from 'react'

/** Minutes of the case's time that pass in a second of showing. */
export const speeds = { day: 1_440, week: 10_080, month: 43_200 } as const
export type Speed = keyof typeof speeds

export interface Film {
  readonly minute: number
  readonly isPlaying: boolean
  readonly speed: Speed
  readonly setSpeed: (speed: Speed) => void
  readonly goTo: (minute: number) => void
  readonly toggle: () => void
}

const reduced = '(prefers-reduced-motion: reduce)'

/** Does the person want things to keep still? Then nothing plays by itself, and the film is moved by hand. */
export function useStillness(): boolean {
  const [isStill, setStill] = useState(() => matchMedia(reduced).matches)
  useEffect(() => {
    const query = matchMedia(reduced)
    const listen = () => setStill(query.matches)
    query.addEventListener('change', listen)
    return () => query.removeEventListener('change', listen)
  }, [])
  return isStill
}

/** The minute shown: set by hand, or moving on until the last. */
export function useFilm(last: number): Film {
  const [minute, setMinute] = useState(0)
  const [isPlaying, setPlaying] = useState(false)
  const [speed, setSpeed] = useState<Speed>('day')
  useEffect(() => {
    if (!isPlaying) return
    let before = performance.now()
    let frame = requestAnimationFrame(function next(nowMs) {
      const passed = ((nowMs - before) / 1000) * speeds[speed]
      before = nowMs
      setMinute((at) => Math.min(last, at + passed))
      frame = requestAnimationFrame(next)
    })
    return () => cancelAnimationFrame(frame)
  }, [isPlaying, speed, last])
  const isOver = minute >= last
  useEffect(() => {
    if (isOver) setPlaying(false)
  }, [isOver])
  return {
    minute: Math.min(minute, last),
    isPlaying,
    speed,
    setSpeed,
    goTo: (to) => setMinute(Math.max(0, Math.min(last, to))),
    toggle: () => {
      if (!isPlaying && isOver) setMinute(0)
      setPlaying(!isPlaying)
    },
  }
}

import type { Fault } from '#kernel'

/** The step before, and when it took place. */
export interface EarlierStep {
  readonly step: string
  readonly at: string
}

const shanghai = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Asia/Shanghai',
  dateStyle: 'short',
  timeStyle: 'short',
})

/** `2026-03-20 14:05`, as a clock in China shows the instant. */
export const clockTime = (instant: string): string => shanghai.format(new Date(instant))

/** An act in the field cannot lie in the future, nor before the step it rests on. */
export function faultsOfTime(path: string, at: string, now: Date, earlier?: EarlierStep): Fault[] {
  const faults: Fault[] = []
  if (Date.parse(at) > now.getTime()) {
    faults.push({ path, code: 'time-in-the-future', data: { at: clockTime(at), now: clockTime(now.toISOString()) } })
  }
  if (earlier && Date.parse(at) < Date.parse(earlier.at)) {
    faults.push({ path, code: 'before-earlier-step', data: { step: earlier.step, earlier: clockTime(earlier.at) } })
  }
  return faults
}

import type { Fault } from '#kernel'
import type { RandomStream } from './random.ts'

/** How long something takes, in hours. */
export type Duration =
  | { readonly kind: 'constant'; readonly hours: number }
  | { readonly kind: 'exponential'; readonly meanHours: number }
  | { readonly kind: 'uniform'; readonly fromHours: number; readonly toHours: number }
  | { readonly kind: 'triangular'; readonly fromHours: number; readonly modeHours: number; readonly toHours: number }
  | { readonly kind: 'lognormal'; readonly meanHours: number; readonly sdHours: number }
  | { readonly kind: 'erlang'; readonly meanHours: number; readonly phases: number }
  | { readonly kind: 'measured'; readonly hours: readonly number[] }

/** Draws one duration, hours. */
export type Sampler = (random: RandomStream) => number

export function samplerOf(duration: Duration): Sampler {
  switch (duration.kind) {
    case 'constant':
      return () => duration.hours
    case 'exponential':
      return (random) => duration.meanHours * random.exponential()
    case 'uniform':
      return (random) => duration.fromHours + (duration.toHours - duration.fromHours) * random.next()
    case 'triangular':
      return (random) => triangular(duration.fromHours, duration.modeHours, duration.toHours, random.next())
    case 'lognormal': {
      // From mean and standard deviation of the durations to those of their logarithm.
      const variance = Math.log(1 + (duration.sdHours / duration.meanHours) ** 2)
      const mean = Math.log(duration.meanHours) - variance / 2
      const deviation = Math.sqrt(variance)
      return (random) => Math.exp(mean + deviation * random.normal())
    }
    case 'erlang':
      return (random) => {
        let sum = 0
        for (let i = 0; i < duration.phases; i++) sum += random.exponential()
        return (sum * duration.meanHours) / duration.phases
      }
    case 'measured':
      return (random) => duration.hours[Math.floor(random.next() * duration.hours.length)] ?? 0
  }
}

function triangular(from: number, mode: number, to: number, u: number): number {
  const share = (mode - from) / (to - from || 1)
  if (u < share) return from + Math.sqrt(u * (to - from) * (mode - from))
  return to - Math.sqrt((1 - u) * (to - from) * (to - mode))
}

/** Expected value, hours. */
export function meanHours(duration: Duration): number {
  switch (duration.kind) {
    case 'constant':
      return duration.hours
    case 'uniform':
      return (duration.fromHours + duration.toHours) / 2
    case 'triangular':
      return (duration.fromHours + duration.modeHours + duration.toHours) / 3
    case 'measured':
      return duration.hours.reduce((sum, hours) => sum + hours, 0) / duration.hours.length
    default:
      return duration.meanHours
  }
}

const kinds = ['constant', 'exponential', 'uniform', 'triangular', 'lognormal', 'erlang', 'measured']

/** What is wrong with a duration read from a file. */
export function durationFaults(duration: Duration, path: string): Fault[] {
  if (!kinds.includes(duration?.kind)) return [{ path, code: 'not-a-duration', data: { kinds } }]
  const numbers = Object.entries(duration).flatMap(([key, value]) =>
    key === 'kind' ? [] : (value as number | number[] | readonly number[]),
  )
  const bad =
    numbers.length === 0 ||
    numbers.some((value) => !(typeof value === 'number' && Number.isFinite(value) && value >= 0))
  if (bad || Number.isNaN(meanHours(duration))) return [{ path, code: 'not-a-duration', data: { ...duration } }]
  const ordered =
    duration.kind === 'uniform'
      ? duration.fromHours <= duration.toHours
      : duration.kind !== 'triangular' ||
        (duration.fromHours <= duration.modeHours && duration.modeHours <= duration.toHours)
  const positive = duration.kind !== 'lognormal' || duration.meanHours > 0
  const whole = duration.kind !== 'erlang' || (Number.isInteger(duration.phases) && duration.phases > 0)
  return ordered && positive && whole ? [] : [{ path, code: 'not-a-duration', data: { ...duration } }]
}

import type { RandomStream } from './random.ts'
import type { Arrivals, SimulationModel } from './simulation-model.ts'

/** Draws the time of the next arrival after `now`, hours. */
export type NextArrival = (now: number) => number

export function arrivalProcess(model: SimulationModel, random: RandomStream): NextArrival {
  const { arrivals } = model
  if (arrivals.kind === 'every') return (now) => now + arrivals.hours
  if (arrivals.kind === 'poisson') return (now) => now + random.exponential() / arrivals.perHour
  return thinned(arrivals, model.startHourOfWeek ?? 0, model.startDayOfYear ?? 0, random)
}

const hoursOfMonth = 8766 / 12

/**
 * Poisson arrivals whose rate changes with the hour: drawn at the highest rate and kept with the share of the rate then
 * (thinning; P. A. W. Lewis and G. S. Shedler, Naval Research Logistics Quarterly 26, 1979).
 */
function thinned(
  { perHour, monthFactors = [] }: Extract<Arrivals, { kind: 'by-hour' }>,
  startHour: number,
  startDay: number,
  random: RandomStream,
): NextArrival {
  const highest = Math.max(...perHour) * Math.max(1, ...monthFactors)
  const rateAt = (time: number): number => {
    const month = Math.floor((startDay * 24 + time) / hoursOfMonth) % 12
    return (perHour[Math.floor(startHour + time) % 168] ?? 0) * (monthFactors[month] ?? 1)
  }
  return (now) => {
    let time = now
    do time += random.exponential() / highest
    while (random.next() * highest >= rateAt(time))
    return time
  }
}

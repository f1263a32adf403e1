import { cpus, totalmem } from 'node:os'

/** One thing wanted of a figure, `>=0.7` or `<=2`. */
export interface Check {
  readonly name: string
  readonly value: number
  readonly wanted: string
  readonly holds: boolean
}

export interface BenchReport {
  readonly name: string
  readonly figures: Readonly<Record<string, unknown>>
  readonly checks: readonly Check[]
  /** What was not measured, and why. */
  readonly leftOut?: readonly string[]
}

export function check(name: string, value: number, wanted: `>=${number}` | `<=${number}`): Check {
  const limit = Number(wanted.slice(2))
  return { name, value: round(value), wanted, holds: wanted.startsWith('>=') ? value >= limit : value <= limit }
}

/** Prints the report, the only thing on standard output. */
export function printReport({ name, figures, checks, leftOut = [] }: BenchReport): void {
  const machine = {
    cpu: cpus()[0]?.model,
    cores: cpus().length,
    memoryGb: Math.round(totalmem() / 2 ** 30),
    node: process.version,
    platform: `${process.platform} ${process.arch}`,
  }
  console.log(JSON.stringify({ name, machine, figures, checks, ...(leftOut.length > 0 ? { leftOut } : {}) }, null, 2))
}

export const say = (line: string) => console.error(line)

/** Three significant digits: more would be noise. */
export function round(value: number): number {
  return Number(value.toPrecision(3))
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b)
  const middle = sorted.length >> 1
  return sorted.length % 2
    ? (sorted[middle] ?? Number.NaN)
    : ((sorted[middle - 1] ?? Number.NaN) + (sorted[middle] ?? Number.NaN)) / 2
}

/** The value below which this share of them lies (nearest rank). */
export function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.ceil(share * sorted.length) - 1)] ?? Number.NaN
}

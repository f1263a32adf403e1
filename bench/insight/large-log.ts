import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'

/** What ten million events took; `refused` says why a process with so little memory did not finish. */
export type LargeLog =
  | {
      readonly events: number
      /** Arrows and ways, which are those of the log that was repeated. */
      readonly edges: number
      readonly variants: number
      readonly buildMs: number
      readonly mapMs: number
      readonly peakMb: number
    }
  | { readonly refused: string }

const copies = 1_170
const limitKb = 1_048_576

/** Map, times, variants and percentiles of ten million events in a process that gets no more than 1 GB of memory. */
export function largeLogInOneGigabyte(): LargeLog {
  const script = fileURLToPath(new URL('./large-log-child.ts', import.meta.url))
  // The limit counts all memory of its own that a process may write, not what it only reserves.
  const limited = ['-c', `ulimit -d ${limitKb} && exec "$@"`, 'sh', process.execPath, script, String(copies)]
  const done = spawnSync('/bin/sh', limited, { encoding: 'utf8' })
  return done.status === 0 ? JSON.parse(done.stdout) : { refused: done.stderr.trim().split('\n').at(0) ?? '' }
}

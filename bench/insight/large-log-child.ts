import { readFileSync } from 'node:fs'
import { directlyFollows, throughput, variants } from '#insight'
import { readLog, repeatLog } from './reference-log.ts'

/** Runs in a process of its own, held to so much memory: ten million events built from a real log, then the whole map. */
const copies = Number(process.argv[2])
const begin = performance.now()
const log = repeatLog(readLog('receipt.xes.gz'), copies)
const built = performance.now()
const graph = directlyFollows(log, { medians: true })
const ways = variants(log)
const took = throughput(log)
const mapMs = performance.now() - built
const peakKb = /VmHWM:\s+(\d+)/.exec(readFileSync('/proc/self/status', 'utf8'))?.[1]
console.log(
  JSON.stringify({
    events: log.eventCount,
    edges: graph.count.length,
    variants: ways.variantCount,
    medianSeconds: took.medianSeconds,
    buildMs: built - begin,
    mapMs,
    peakMb: Number(peakKb) / 1024,
  }),
)

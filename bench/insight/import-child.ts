import { createReadStream, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { SaxesParser } from 'saxes'
import { XesReader } from '#insight'
import { getAccepted } from '#kernel'

/** Runs in a process of its own, so that the peak memory is that of one reader: `bare`, `ours` or `pm4js`, and a file. */
const [mode, file = ''] = process.argv.slice(2)

async function eachPiece(take: (piece: string) => void): Promise<void> {
  const decoder = new TextDecoder()
  for await (const chunk of createReadStream(file, { highWaterMark: 1 << 18 }))
    take(decoder.decode(chunk, { stream: true }))
}

async function bare(): Promise<number> {
  const parser = new SaxesParser({ xmlns: false })
  let events = 0
  let characters = 0
  parser.on('opentag', ({ name, attributes }) => {
    if (name === 'event') events++
    else characters += attributes.value?.length ?? 0
  })
  parser.on('closetag', () => {})
  await eachPiece((piece) => parser.write(piece))
  parser.close()
  return characters > 0 ? events : 0
}

async function ours(): Promise<number> {
  const reader = new XesReader()
  await eachPiece((piece) => reader.write(piece))
  const { log, eventAttributes } = getAccepted(reader.finish())
  return eventAttributes.value.length > log.eventCount ? log.eventCount : 0
}

interface Pm4jsLog {
  readonly traces: readonly { readonly events: readonly unknown[] }[]
}

function pm4js(): number {
  const require = createRequire(new URL('./peers/package.json', import.meta.url))
  require('pm4js')
  // It puts its classes on the global object.
  const { XesImporter } = globalThis as unknown as { XesImporter: { apply(xml: string): Pm4jsLog } }
  const log = XesImporter.apply(readFileSync(file, 'utf8'))
  return log.traces.reduce((sum, trace) => sum + trace.events.length, 0)
}

const begin = performance.now()
const events = mode === 'bare' ? await bare() : mode === 'ours' ? await ours() : pm4js()
const seconds = (performance.now() - begin) / 1000
// Not `resourceUsage().maxRSS`: a child begins with its parent's.
const peakKb = /VmHWM:\s+(\d+)/.exec(readFileSync('/proc/self/status', 'utf8'))?.[1]
console.log(JSON.stringify({ events, seconds, peakMb: Number(peakKb) / 1024 }))

import { createGunzip } from 'node:zlib'
import { type ColumnGuide, CsvLogReader, type EventLog, XesReader } from '#insight'
import { accept, type Fault, type Result } from '#kernel'

export interface ReadLogFile {
  readonly log: EventLog
  readonly warnings: readonly Fault[]
}

/** A small file may unpack to anything: more than this is refused. */
const mostUnpackedBytes = 1 << 30

/** Reads an event log as it was given: XES or CSV (by the name), plain or gzip (by content). Whole, or refused with every fault. */
export async function readLogFile(file: string, bytes: Uint8Array, guide: ColumnGuide): Promise<Result<ReadLogFile>> {
  const isCsv = /\.csv(\.gz)?$/i.test(file)
  const reader = isCsv ? new CsvLogReader(guide) : new XesReader('elapsed')
  const cutShort = await feed(reader, bytes)
  const read = reader.finish(cutShort)
  return read.ok ? accept({ log: read.value.log, warnings: read.value.warnings }) : read
}

/** Undefined when all of it was read; else why not. */
async function feed(reader: { write(piece: string): void }, bytes: Uint8Array): Promise<string | undefined> {
  const isGzip = bytes[0] === 0x1f && bytes[1] === 0x8b
  let decoder: TextDecoder | undefined
  let unpacked = 0
  try {
    for await (const piece of isGzip ? unzip(bytes) : [bytes]) {
      unpacked += piece.length
      if (unpacked > mostUnpackedBytes) return 'more than 1 GB unpacked'
      decoder ??= new TextDecoder(encodingOf(piece))
      reader.write(decoder.decode(piece, { stream: true }))
    }
  } catch (error) {
    return error instanceof Error ? error.message : String(error)
  }
  if (decoder) reader.write(decoder.decode())
  return undefined
}

function unzip(bytes: Uint8Array): AsyncIterable<Uint8Array> {
  const gunzip = createGunzip({ chunkSize: 1 << 18 })
  gunzip.end(bytes)
  return gunzip
}

/** The encoding an XML declaration names; UTF-8 otherwise, also where the name is none. */
function encodingOf(start: Uint8Array): string {
  const head = Buffer.from(start.subarray(0, 200)).toString('latin1')
  const named = /^<\?xml[^>]*encoding=["']([\w.-]+)["']/.exec(head)?.[1] ?? 'utf-8'
  try {
    return new TextDecoder(named).encoding
  } catch {
    return 'utf-8'
  }
}

import { createReadStream } from 'node:fs'
import { open } from 'node:fs/promises'
import { createGunzip } from 'node:zlib'
import { type ColumnGuide, CsvLogReader, type EventLog, type XesClock, type XesDocument, XesReader } from '#insight'
import { accept, type Fault, type Refusal, type Result } from '#kernel'
import { WrongUse } from './command.ts'

export interface ReadLog {
  readonly log: EventLog
  readonly warnings: readonly Fault[]
  /** Present where the file was XES: all attributes. */
  readonly document?: XesDocument
}

export interface ReadOptions {
  readonly clock: XesClock
  readonly guide: ColumnGuide
}

interface PieceReader<T> {
  write(piece: string): void
  finish(cutShort?: string): Result<T>
}

/** Reads an event log file: XES or CSV, plain or gzip, told apart by content (and `.csv` in the name). */
export async function readEventLog(path: string, options: ReadOptions): Promise<Result<ReadLog>> {
  const gzip = await isGzip(path)
  if (/\.csv(\.gz)?$/i.test(path)) return await feed(path, gzip, new CsvLogReader(options.guide))
  const document = await feed(path, gzip, new XesReader(options.clock))
  if (!document.ok) return document
  return accept({ log: document.value.log, warnings: document.value.warnings, document: document.value })
}

async function isGzip(path: string): Promise<boolean> {
  try {
    const file = await open(path)
    const { buffer } = await file.read(Buffer.alloc(2), 0, 2, 0)
    await file.close()
    return buffer[0] === 0x1f && buffer[1] === 0x8b
  } catch (error) {
    throw new WrongUse(`cannot read ${path}: ${error instanceof Error ? error.message : error}`)
  }
}

async function feed<T>(path: string, gzip: boolean, reader: PieceReader<T>): Promise<Result<T>> {
  const file = createReadStream(path, { highWaterMark: 1 << 18 })
  const bytes = gzip ? file.pipe(createGunzip({ chunkSize: 1 << 18 })) : file
  let decoder: TextDecoder | undefined
  try {
    for await (const chunk of bytes as AsyncIterable<Buffer>) {
      decoder ??= new TextDecoder(encodingOf(chunk))
      reader.write(decoder.decode(chunk, { stream: true }))
    }
  } catch (error) {
    return reader.finish(error instanceof Error ? error.message : String(error))
  }
  if (decoder) reader.write(decoder.decode())
  return reader.finish()
}

/** The encoding an XML declaration names; UTF-8 otherwise. */
export function encodingOf(start: Uint8Array): string {
  const head = Buffer.from(start.subarray(0, 200)).toString('latin1')
  return /^<\?xml[^>]*encoding=["']([\w.-]+)["']/.exec(head)?.[1] ?? 'utf-8'
}

/** Tells what is wrong with a file, each fault with its place. */
export function printRefusal(file: string, refusal: Refusal): void {
  console.error(`${file}: ${refusal.code}${describe(refusal.data)}`)
  printFaults(refusal.faults ?? [], 50)
}

export function printFaults(faults: readonly Fault[], most: number): void {
  for (const fault of faults.slice(0, most)) console.error(`  ${fault.path}: ${fault.code}${describe(fault.data)}`)
  if (faults.length > most) console.error(`  … and ${faults.length - most} more`)
}

const describe = (data: Fault['data']): string =>
  data && Object.keys(data).length > 0 ? ` ${JSON.stringify(data)}` : ''

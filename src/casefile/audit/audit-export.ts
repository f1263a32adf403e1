import { createReadStream, createWriteStream } from 'node:fs'
import { createInterface } from 'node:readline'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createGunzip, createGzip } from 'node:zlib'
import type { CompanyEvidence } from './verify-audit.ts'
import type { CaseEvidence } from './verify-chain.ts'

const format = 'tongdian-audit-1'

/** The file is not an audit export, or is cut off. */
export class NotAnExport extends Error {}

/**
 * Writes all evidence into one file, a JSON object a line: a head, for each company its key and checkpoints, then its
 * cases, and an end. Gzipped when the name ends in `.gz`.
 */
export async function writeExport(path: string, companies: AsyncIterable<CompanyEvidence>): Promise<void> {
  const lines = Readable.from(exportLines(companies))
  const file = createWriteStream(path, { mode: 0o600 })
  await (path.endsWith('.gz') ? pipeline(lines, createGzip(), file) : pipeline(lines, file))
}

async function* exportLines(companies: AsyncIterable<CompanyEvidence>): AsyncGenerator<string> {
  yield `${JSON.stringify({ format })}\n`
  for await (const { companyId, checkpoints, publicKey, cases } of companies) {
    yield `${JSON.stringify({ companyId, checkpoints, publicKey })}\n`
    for await (const evidence of cases) yield `${JSON.stringify(evidence)}\n`
  }
  yield `${JSON.stringify({ end: true })}\n`
}

/** Reads an export again, anywhere, without a database. Throws `NotAnExport` on a file that is none or is cut off. */
export async function* exportEvidence(path: string): AsyncGenerator<CompanyEvidence> {
  const lines = readLines(path)
  const head = await lines.next()
  if (head.done || !('format' in head.value) || head.value.format !== format)
    throw new NotAnExport(`${path} is not a ${format} file`)
  let company = await lines.next()
  while (!company.done && !('end' in company.value)) {
    const evidence = company.value as unknown as Omit<CompanyEvidence, 'cases'>
    const rest: { next?: IteratorResult<Line> } = {}
    yield { ...evidence, publicKey: evidence.publicKey, cases: casesOf(lines, rest) }
    if (!rest.next) throw new Error('all cases of a company must be read before the next company')
    company = rest.next
  }
  if (company.done) throw new NotAnExport(`${path} is cut off`)
}

type Line = Readonly<Record<string, unknown>>

async function* casesOf(
  lines: AsyncGenerator<Line>,
  rest: { next?: IteratorResult<Line> },
): AsyncGenerator<CaseEvidence> {
  for (;;) {
    const next = await lines.next()
    if (next.done || !('caseId' in next.value)) {
      rest.next = next
      return
    }
    yield next.value as unknown as CaseEvidence
  }
}

async function* readLines(path: string): AsyncGenerator<Line> {
  const file = createReadStream(path)
  const input = path.endsWith('.gz') ? file.pipe(createGunzip()) : file
  for await (const line of createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY })) {
    yield parseLine(line, path)
  }
}

function parseLine(line: string, path: string): Line {
  try {
    const value: unknown = JSON.parse(line)
    if (typeof value === 'object' && value !== null) return value as Line
  } catch {
    // Told below, as for any other line that is none of ours.
  }
  throw new NotAnExport(`${path} has a line that is not of an audit export`)
}

import type pg from 'pg'
import type { FactRow } from '#casefile/write/index'

/** What of the driver's connection a COPY uses. */
interface CopyConnection {
  query(text: string): void
  sendCopyFromChunk(chunk: Buffer): void
  endCopyFrom(): void
}

/** Sends rows in PostgreSQL's COPY text form as one statement; resolves when all are taken over. */
export function copyRows(client: pg.Client, table: string, columns: readonly string[], text: string): Promise<void> {
  return new Promise((resolve, reject) => {
    let connection: CopyConnection | undefined
    let failed: Error | undefined
    const copy = {
      submit(given: CopyConnection) {
        connection = given
        given.query(`copy ${table} (${columns.join(', ')}) from stdin`)
      },
      handleCopyInResponse() {
        connection?.sendCopyFromChunk(Buffer.from(text))
        connection?.endCopyFrom()
      },
      handleCommandComplete() {},
      handleError(error: Error) {
        failed = error
        reject(error)
      },
      handleReadyForQuery() {
        if (!failed) resolve()
      },
    }
    client.query(copy as unknown as pg.Submittable)
  })
}

const factColumns =
  'company_id case_id seq type happened_at recorded_at actor command_id body prev_hash hash written_in'.split(' ')

interface CaseFacts {
  readonly caseId: string
  readonly facts: readonly FactRow[]
}

/** Facts of many cases, as written in the transaction `xid`. */
export async function copyFacts(
  client: pg.Client,
  companyId: string,
  cases: readonly CaseFacts[],
  xid: string,
): Promise<void> {
  const lines = cases.flatMap(({ caseId, facts }) =>
    facts.map(({ seq, type, happenedAt, recordedAt, actor, commandId, body, prevHash, hash }) => {
      const links = [`\\x${prevHash}`, `\\x${hash}`]
      return copyLine([companyId, caseId, seq, type, happenedAt, recordedAt, actor, commandId, body, ...links, xid])
    }),
  )
  await copyRows(client, 'fact', factColumns, lines.join(''))
}

/** One line of COPY text: backslash, tab and line ends escaped, null as `\N`. */
export function copyLine(values: readonly (string | number | null | readonly string[])[]): string {
  return `${values.map(copyField).join('\t')}\n`
}

function copyField(value: string | number | null | readonly string[]): string {
  if (value === null) return '\\N'
  if (typeof value === 'number') return String(value)
  const text =
    typeof value === 'string' ? value : `{${value.map((item) => `"${item.replace(/["\\]/g, '\\$&')}"`).join(',')}}`
  return /[\\\t\n\r]/.test(text)
    ? text.replace(/\\/g, '\\\\').replace(/\t/g, '\\t').replace(/\n/g, '\\n').replace(/\r/g, '\\r')
    : text
}

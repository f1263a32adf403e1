import type pg from 'pg'

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

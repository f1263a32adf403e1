import pg from 'pg'
import { surviveBrokenLinks } from './broken-links.ts'
import type { ConnectionSettings } from './connection-settings.ts'

const numeric = 1700
const bigint = 20
const date = 1082
const timestamptz = 1184

/** `2026-03-02 01:00:00.5+00` → `2026-03-02T01:00:00.500Z`. Digits beyond milliseconds are kept, so that nothing is hidden. */
export function readInstant(text: string): string {
  const [, day, time, fraction = ''] = /^(\d{4}-\d\d-\d\d) (\d\d:\d\d:\d\d)(?:\.(\d+))?\+00$/.exec(text) ?? []
  if (!day || !time) return text
  return `${day}T${time}.${fraction.padEnd(3, '0')}Z`
}

function readBigint(text: string): number {
  const value = Number(text)
  if (!Number.isSafeInteger(value)) throw new Error(`bigint ${text} is beyond 2^53`)
  return value
}

/** How columns of ours are read: instants and dates as text, numeric and bigint as numbers (money is integer fen). */
const columnReaders = new Map<number, (text: string) => unknown>([
  [numeric, Number],
  [bigint, readBigint],
  [date, (text) => text],
  [timestamptz, readInstant],
])

const types: pg.CustomTypesConfig = {
  getTypeParser: ((oid: number, format?: 'text' | 'binary') => {
    const reader = format === 'binary' ? undefined : columnReaders.get(oid)
    return reader ?? pg.types.getTypeParser(oid, format as 'text')
  }) as pg.CustomTypesConfig['getTypeParser'],
}

/** A pool of connections; sessions speak UTC. A connection lost while idle is dropped quietly, the next use opens another. */
export function openPool(settings: ConnectionSettings, max: number, applicationName: string): pg.Pool {
  const { options = '', ...rest } = settings
  const pool = new pg.Pool({
    ...rest,
    max,
    types,
    application_name: applicationName,
    options: `${options} -c timezone=UTC -c datestyle=ISO`.trim(),
    connectionTimeoutMillis: 10_000,
    keepAlive: true,
  })
  surviveBrokenLinks(pool, settings)
  return pool
}

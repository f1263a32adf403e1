/** Where a database is and who enters it; fits `pg`, Kysely and pg-boss. A `host` with a leading slash is a socket folder. */
export interface ConnectionSettings {
  readonly host: string
  readonly port: number
  readonly user: string
  readonly password: string
  readonly database: string
  /** Command-line options sent on connect, `-c role=tongdian_app`. */
  readonly options?: string
  readonly ssl?: { readonly rejectUnauthorized: boolean }
  /** A connection over which nothing comes for so long is given up; undefined: never (a socket on this machine). */
  readonly silentMs?: number
}

/** People wait half a minute for an answer, hardly longer. */
const silentMs = 30_000

/** Reads `postgres://user:password@host:port/database?host=/socket&sslmode=require`. */
export function readConnectionUrl(text: string): ConnectionSettings {
  const url = new URL(text)
  if (!['postgres:', 'postgresql:'].includes(url.protocol)) throw new Error('DATABASE_URL must begin with postgres://')
  const sslMode = url.searchParams.get('sslmode') ?? 'disable'
  const options = url.searchParams.get('options')
  const host = url.searchParams.get('host') ?? (decodeURIComponent(url.hostname) || '127.0.0.1')
  return {
    host,
    port: Number(url.port || 5432),
    user: decodeURIComponent(url.username) || 'postgres',
    password: decodeURIComponent(url.password),
    database: decodeURIComponent(url.pathname.slice(1)) || 'postgres',
    ...(options ? { options } : {}),
    ...(host.startsWith('/') ? {} : { silentMs }),
    ...(['require', 'verify-ca', 'verify-full'].includes(sslMode)
      ? { ssl: { rejectUnauthorized: sslMode !== 'require' } }
      : {}),
  }
}

/** The same settings as one text, for another process. Holds the password: never log it. */
export function connectionUrl(settings: ConnectionSettings): string {
  const url = new URL('postgres://localhost')
  url.username = encodeURIComponent(settings.user)
  url.password = encodeURIComponent(settings.password)
  url.port = String(settings.port)
  url.pathname = `/${encodeURIComponent(settings.database)}`
  if (settings.host.startsWith('/')) url.searchParams.set('host', settings.host)
  else url.hostname = settings.host
  if (settings.options) url.searchParams.set('options', settings.options)
  if (settings.ssl) url.searchParams.set('sslmode', settings.ssl.rejectUnauthorized ? 'verify-full' : 'require')
  return url.href
}

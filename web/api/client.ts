import { currentLanguage } from '../i18n/language.ts'
import { ApiError, codeOffline, toApiError } from './api-error.ts'

type QueryValue = string | number | boolean | null | undefined

/** `/cases` and `{search: '张'}` → `/api/v1/cases?search=%E5%BC%A0`; empty values are left out. */
export function apiPath(path: string, query: Readonly<Record<string, QueryValue>> = {}): string {
  const pairs = Object.entries(query).filter(([, value]) => value !== undefined && value !== null && value !== '')
  const search = new URLSearchParams(pairs.map(([key, value]) => [key, String(value)])).toString()
  const base = path.startsWith('/api/') ? path : `/api/v1${path}`
  return search === '' ? base : `${base}?${search}`
}

/** Reads. Throws `ApiError`. */
export async function apiGet<Answer>(
  path: string,
  query: Readonly<Record<string, QueryValue>> = {},
  signal?: AbortSignal,
): Promise<Answer> {
  return await send<Answer>(apiPath(path, query), { method: 'GET', ...(signal ? { signal } : {}) })
}

/**
 * Writes. `commandId` goes out as Idempotency-Key: make one with `newCommandId()` when a form is begun and use the same on
 * every retry of it, so that however often it is sent, it has one effect. Throws `ApiError`.
 */
export async function apiPost<Answer>(
  path: string,
  body: unknown,
  commandId: string = newCommandId(),
  method: 'POST' | 'PATCH' = 'POST',
): Promise<Answer> {
  return await send<Answer>(apiPath(path), {
    method,
    body: JSON.stringify(body),
    headers: { 'content-type': 'application/json', 'idempotency-key': commandId },
  })
}

/** The id of one act of a person; the same through every retry. */
export function newCommandId(): string {
  return crypto.randomUUID()
}

async function send<Answer>(url: string, init: RequestInit): Promise<Answer> {
  const headers = new Headers(init.headers)
  headers.set('accept', 'application/json')
  headers.set('accept-language', currentLanguage())
  const response = await fetch(url, { ...init, headers, credentials: 'same-origin' }).catch((cause: unknown) => {
    if (cause instanceof DOMException && cause.name === 'AbortError') throw cause
    throw new ApiError(codeOffline, 0, '')
  })
  const text = await response.text().catch(() => '')
  const body = readJson(text)
  if (!response.ok || body === undefined) throw toApiError(response.status, body, response.headers.get('retry-after'))
  return body as Answer
}

/** undefined where the text is not JSON. */
export function readJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

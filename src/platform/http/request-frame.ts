import { randomUUID } from 'node:crypto'
import type { HttpBindings } from '@hono/node-server'
import type { Context } from 'hono'
import { getCookie } from 'hono/cookie'
import { type Language, languageCookie, pickLanguage } from '../i18n/index.ts'
import type { LogEntry } from './request-log.ts'

/** What every request is known by before anything looks into it. */
export interface RequestFrame {
  readonly requestId: string
  readonly language: Language
  readonly ip: string
  /** Filled in by whoever answers, for the log line. */
  note: Pick<LogEntry, 'route' | 'by' | 'code'>
}

export interface HttpEnv {
  Bindings: Partial<HttpBindings>
  Variables: { frame: RequestFrame }
}

/** `trustProxy`: a proxy of ours stands in front, and the last address it added to X-Forwarded-For is the caller's. */
export function openRequest(context: Context<HttpEnv>, trustProxy: boolean): RequestFrame {
  const headers = context.req.raw.headers
  const chosen = headers.has('cookie') ? getCookie(context, languageCookie) : undefined
  return {
    requestId: randomUUID(),
    language: pickLanguage(headers.get('accept-language') ?? undefined, chosen),
    ip: readAddress(context, trustProxy),
    note: {},
  }
}

function readAddress(context: Context<HttpEnv>, trustProxy: boolean): string {
  const forwarded = trustProxy ? context.req.raw.headers.get('x-forwarded-for')?.split(',').at(-1)?.trim() : undefined
  return forwarded || context.env?.incoming?.socket.remoteAddress || 'unknown'
}

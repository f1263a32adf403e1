import type { Fault, Refusal } from '#kernel'
import type { Catalogue, Language } from '../i18n/index.ts'

/** One thing wrong with one place of the input, said in the caller's language. */
export interface WireFault {
  readonly path: string
  readonly code: string
  readonly message: string
  /** Of a file that was sent in: the line, and the kind of element there. */
  readonly line?: number
  readonly element?: string
}

/** The body of every answer that is not a success. */
export interface WireError {
  readonly code: string
  readonly status: number
  readonly message: string
  readonly faults: readonly WireFault[]
}

/** A refusal nobody gave a status is about what was asked for, so it is the asker's to change. */
const statusOfUnlisted = 422

/** The one place where a refusal becomes a status and a text. */
export function toWireError(refusal: Refusal, catalogue: Catalogue, language: Language): WireError {
  return {
    code: refusal.code,
    status: catalogue.findStatus(refusal.code) ?? statusOfUnlisted,
    message: catalogue.find(refusal.code, language, refusal.data) ?? refusal.code,
    faults: (refusal.faults ?? []).map((fault) => toWireFault(fault, catalogue, language)),
  }
}

function toWireFault(fault: Fault, catalogue: Catalogue, language: Language): WireFault {
  const message = catalogue.find(fault.code, language, fault.data) ?? fault.code
  const { line, element } = fault.data ?? {}
  return {
    path: fault.path,
    code: fault.code,
    message,
    ...(typeof line === 'number' ? { line } : {}),
    ...(typeof line === 'number' && typeof element === 'string' ? { element } : {}),
  }
}

/** Headers that belong to an error answer; `Retry-After` in seconds for what passes by itself. */
export function errorHeaders(refusal: Refusal, status: number): Record<string, string> {
  const headers: Record<string, string> = { 'content-type': 'application/json', 'cache-control': 'no-store' }
  const seconds = refusal.data?.seconds
  if (status === 429 || status === 503) headers['retry-after'] = typeof seconds === 'number' ? String(seconds) : '5'
  return headers
}

export function errorResponse(refusal: Refusal, catalogue: Catalogue, language: Language): Response {
  const body = toWireError(refusal, catalogue, language)
  return new Response(JSON.stringify(body), { status: body.status, headers: errorHeaders(refusal, body.status) })
}

import { ORPCError, ValidationError } from '@orpc/server'
import { z } from 'zod'
import type { Fault, Refusal } from '#kernel'
import { readDatabaseTrouble } from './database-away.ts'
import { RefusalError } from './refusal-error.ts'
import type { Log } from './request-log.ts'
import { toFaults } from './validation-faults.ts'

/** What the API layer itself throws, and what a caller is told. */
const refusalOfOrpcCode: Readonly<Record<string, string>> = {
  NOT_FOUND: 'unknown-route',
  METHOD_NOT_SUPPORTED: 'method-not-allowed',
  PAYLOAD_TOO_LARGE: 'too-large',
  UNSUPPORTED_MEDIA_TYPE: 'unsupported-kind',
  BAD_REQUEST: 'malformed-request',
}

/** What was under way when an error came, for the log. */
export interface ErrorPlace {
  readonly requestId: string
  readonly route?: string
  /** Is the route's input split into `params`, `query` and `body`? Then a fault is named without that first word. */
  readonly inputIsSplit?: boolean
  readonly log: Log
}

/** Whatever a route threw, as the refusal the caller gets. A bug is logged under the request id and told as no more than that. */
export function toRefusal(error: unknown, place: ErrorPlace): Refusal {
  if (error instanceof RefusalError) return error.refusal
  const faults = readInputFaults(error, place.inputIsSplit ?? false)
  if (faults) return faults
  if (error instanceof ORPCError && !(error.cause instanceof ValidationError)) {
    const code = refusalOfOrpcCode[error.code]
    if (code) return { code }
  }
  return recordTrouble(error, place)
}

/** Input that did not fit the route's schema (an output that does not is a bug of ours, and not this). */
function readInputFaults(error: unknown, isSplit: boolean): Refusal | undefined {
  if (!(error instanceof ORPCError) || error.code !== 'BAD_REQUEST' || !(error.cause instanceof ValidationError))
    return undefined
  const { issues, data } = error.cause
  const faults = toFaults(issues.filter(isZodIssue), data)
  return { code: 'faulty-input', faults: isSplit ? faults.map(withoutPart) : faults }
}

/** `body.equipment.0.ratedKw` → `equipment.0.ratedKw`: callers know the field, not where the API layer puts it. */
function withoutPart(fault: Fault): Fault {
  return { ...fault, path: fault.path.replace(/^(body|params|query)(\.|$)/, '') }
}

function isZodIssue(issue: { readonly message: string }): issue is z.core.$ZodIssue {
  return 'code' in issue && 'path' in issue
}

function recordTrouble(error: unknown, place: ErrorPlace): Refusal {
  const trouble = readDatabaseTrouble(error)
  const detail = error instanceof Error ? describeError(error) : String(error)
  const where = { requestId: place.requestId, ...(place.route === undefined ? {} : { route: place.route }), detail }
  if (trouble) {
    place.log({ level: 'error', event: 'database-away', code: trouble, ...where })
    return { code: trouble }
  }
  place.log({ level: 'error', event: 'internal-error', code: 'internal', ...where })
  return { code: 'internal', data: { reference: place.requestId } }
}

function describeError(error: Error): string {
  const own = error.stack ?? `${error.name}: ${error.message}`
  const cause =
    error.cause instanceof ValidationError
      ? z.prettifyError({ issues: error.cause.issues.filter(isZodIssue) } as z.ZodError)
      : undefined
  return cause === undefined ? own : `${own}\n${cause}`
}

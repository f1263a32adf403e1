import type { AnyContractRouter } from '@orpc/contract'
import { OpenAPIHandler } from '@orpc/openapi/fetch'
import { ORPCError, type Router } from '@orpc/server'
import type { Refusal } from '#kernel'
import type { Catalogue } from '../i18n/index.ts'
import { toRefusal } from './error-boundary.ts'
import { RefusalError } from './refusal-error.ts'
import type { RequestContext } from './request-context.ts'
import { type Log, refOf } from './request-log.ts'
import { decideAccess, type RightsTable, routeKeyOf } from './rights.ts'
import { errorHeaders, errorResponse, toWireError, type WireError } from './wire-error.ts'

export const apiPrefix = '/api/v1'

export interface ApiHandlerParts {
  readonly router: Router<AnyContractRouter, RequestContext>
  readonly rights: RightsTable
  readonly catalogue: Catalogue
  readonly log: Log
}

/** The answer, the key of the route that gave it (undefined: no such route) and the code of a refusal. */
export interface ApiAnswer {
  readonly response: Response
  readonly routeKey?: string
  readonly code?: string
}

/** How far one request has come inside the API layer; its context object is the key. */
interface Passage {
  routeKey?: string
  inputIsSplit?: boolean
  refusal?: Refusal
}

/** A refusal in the form the API layer understands, carrying the body that goes out. */
class OutgoingRefusal extends ORPCError<string, WireError> {}

/**
 * Answers requests under /api/v1: finds the route, checks the rights table before the input is validated, and lets
 * every error out as a wire error.
 */
export function createApiHandler(
  parts: ApiHandlerParts,
): (request: Request, context: RequestContext) => Promise<ApiAnswer> {
  const passages = new WeakMap<RequestContext, Passage>()
  const passageOf = (context: RequestContext): Passage => passages.get(context) ?? {}
  const handler = new OpenAPIHandler<RequestContext>(parts.router, {
    customErrorResponseBodyEncoder: (error) => (error instanceof OutgoingRefusal ? error.data : undefined),
    // Outermost: what goes wrong while a request is matched and its body read.
    interceptors: [
      async ({ next, context }) => {
        const passage = passageOf(context)
        return await next().catch((error: unknown) => {
          const unread = passage.routeKey === undefined && (error instanceof SyntaxError || error instanceof TypeError)
          throw letOut(unread ? new ORPCError('BAD_REQUEST') : error, context, passage, parts)
        })
      },
    ],
    // Around one route: its rights, its input, its work.
    clientInterceptors: [
      async ({ next, context, path, procedure }) => {
        const passage = passageOf(context)
        passage.routeKey = routeKeyOf(path)
        passage.inputIsSplit = procedure['~orpc'].route.inputStructure === 'detailed'
        try {
          guard(passage.routeKey, context, parts)
          return await next()
        } catch (error) {
          throw letOut(error, context, passage, parts)
        }
      },
    ],
  })
  return async (request, context) => {
    const passage: Passage = {}
    passages.set(context, passage)
    const { matched, response } = await handler.handle(request, { prefix: apiPrefix, context })
    if (matched) return describeAnswer(response, passage)
    const code = 'unknown-route'
    return { response: errorResponse({ code }, parts.catalogue, context.language), code }
  }
}

/** Throws the refusal of the rights table, after writing it to the log (ASVS 16.3.2). */
function guard(route: string, context: RequestContext, { rights, log }: ApiHandlerParts): void {
  const right = Object.hasOwn(rights, route) ? rights[route] : undefined
  const access = decideAccess(right, context.actor)
  if (access.ok) return
  const { code } = access.refusal
  const event = right ? 'access-denied' : 'undeclared-route'
  log({ level: 'warn', event, requestId: context.requestId, route, code, ...refOf(context.actor) })
  throw new RefusalError(access.refusal)
}

function letOut(
  error: unknown,
  context: RequestContext,
  passage: Passage,
  { catalogue, log }: ApiHandlerParts,
): OutgoingRefusal {
  if (error instanceof OutgoingRefusal) return error
  const { routeKey: route, inputIsSplit = false } = passage
  const refusal = toRefusal(error, { requestId: context.requestId, log, inputIsSplit, ...(route && { route }) })
  passage.refusal = refusal
  const body = toWireError(refusal, catalogue, context.language)
  return new OutgoingRefusal(body.code, { status: body.status, message: body.message, data: body })
}

function describeAnswer(response: Response, { refusal, routeKey }: Passage): ApiAnswer {
  const extra = refusal ? errorHeaders(refusal, response.status) : { 'cache-control': 'no-store' }
  for (const [name, value] of Object.entries(extra)) response.headers.set(name, value)
  return { response, ...(routeKey && { routeKey }), ...(refusal && { code: refusal.code }) }
}

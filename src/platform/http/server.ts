import type { AnyContractRouter, OpenAPI } from '@orpc/contract'
import type { Router } from '@orpc/server'
import { type Context, Hono } from 'hono'
import type { Actor } from '#casefile/actor'
import type { Refusal } from '#kernel'
import type { Catalogue, Language } from '../i18n/index.ts'
import { apiPrefix, createApiHandler } from './api-handler.ts'
import { moveTestClock, type ServerClock } from './clock-route.ts'
import { toRefusal } from './error-boundary.ts'
import { type FilePort, receiveFile, sendFile } from './file-routes.ts'
import { limitBody } from './limit-body.ts'
import { createOpenApiDocument } from './openapi-document.ts'
import { unwrap } from './refusal-error.ts'
import { type RequestContext, readCommandId } from './request-context.ts'
import { type HttpEnv, openRequest, type RequestFrame } from './request-frame.ts'
import { type Log, logToStandardError, refOf } from './request-log.ts'
import type { RightsTable } from './rights.ts'
import { isSameOrigin } from './same-origin.ts'
import { securityHeaders } from './security-headers.ts'
import { openWebFiles } from './web-files.ts'
import { errorResponse } from './wire-error.ts'

/** What the server needs of the accounts: who asks, and the routes under /api/auth. */
export interface AccountsPort {
  /** Undefined: nobody is signed in with these headers. Costs no query for a session seen a moment ago. */
  resolveActor(headers: Headers): Promise<Actor | undefined>
  /** Answers a request under /api/auth; undefined: there is no such route. */
  answer(
    request: Request,
    frame: { readonly language: Language; readonly ip: string; readonly actor: Actor | undefined },
  ): Promise<Response | undefined>
}

export interface HttpAppParts {
  readonly contract: AnyContractRouter
  readonly router: Router<AnyContractRouter, RequestContext>
  readonly rights: RightsTable
  readonly catalogue: Catalogue
  readonly accounts: AccountsPort
  readonly clock: ServerClock
  readonly version: string
  /** Does the database answer? For /api/health. */
  databaseIsUp(): Promise<boolean>
  readonly files?: FilePort
  /** Folder of the built web (portal index.html, desk.html, assets/). */
  readonly webRoot?: string
  readonly log?: Log
  /** The address people use, where a proxy hides it: `https://bz.example.cn`. */
  readonly publicUrl?: string
  /** A proxy of ours stands in front and names the caller in X-Forwarded-For. */
  readonly trustProxy?: boolean
  /** Largest JSON body and largest upload, in bytes. */
  readonly maxBodyBytes?: number
  readonly maxUploadBytes?: number
  /** Paths that take a larger JSON body than others, with their own limit. */
  readonly largerBodies?: Readonly<Record<string, number>>
  /** Other origins the page may fetch from, such as a map server. */
  readonly connectOrigins?: readonly string[]
}

const megabyte = 1024 * 1024

/** The whole of what the port answers: API, sign-in, files, health, description, web. */
export function createHttpApp(parts: HttpAppParts): Hono<HttpEnv> {
  const app = new Hono<HttpEnv>()
  const log = parts.log ?? logToStandardError
  app.use(frameRequests(parts, log))
  app.onError((error, context) => {
    const { requestId, language } = context.get('frame')
    return errorResponse(toRefusal(error, { requestId, log, route: context.req.path }), parts.catalogue, language)
  })
  addFixedRoutes(app, parts)
  addFileRoutes(app, parts)
  addApi(app, parts, log)
  addWeb(app, parts)
  return app
}

/** Outermost: names the request, refuses other sites, adds the headers, writes the log line. */
function frameRequests(parts: HttpAppParts, log: Log) {
  const headers = securityHeaders(parts)
  return async (context: Context<HttpEnv>, next: () => Promise<void>): Promise<void> => {
    const startedAt = performance.now()
    const frame = openRequest(context, parts.trustProxy ?? false)
    context.set('frame', frame)
    if (isSameOrigin(context.req.raw, parts.publicUrl)) await next()
    else context.res = errorResponse({ code: 'cross-site-request' }, parts.catalogue, frame.language)
    for (const [name, value] of headers) if (!context.res.headers.has(name)) context.res.headers.set(name, value)
    const { method, path } = context.req
    const ms = Math.round(performance.now() - startedAt)
    log({
      level: 'info',
      event: 'request',
      requestId: frame.requestId,
      method,
      route: path,
      status: context.res.status,
      ms,
      ...frame.note,
    })
  }
}

const limited = (parts: HttpAppParts, maxBytes: number) =>
  limitBody(maxBytes, (context) => refused(context, parts, { code: 'too-large', data: { maxMb: maxBytes / megabyte } }))

function refused(context: Context<HttpEnv>, parts: HttpAppParts, refusal: Refusal): Response {
  const frame = context.get('frame')
  frame.note = { ...frame.note, code: refusal.code }
  return errorResponse(refusal, parts.catalogue, frame.language)
}

function addFixedRoutes(app: Hono<HttpEnv>, parts: HttpAppParts): void {
  const limit = limited(parts, megabyte)
  let document: Promise<OpenAPI.Document> | undefined
  app.get('/api/openapi.json', async (context) => {
    document ??= createOpenApiDocument({ ...parts, codes: parts.catalogue.codes })
    return context.json(await document)
  })
  app.get('/api/health', async (context) => {
    const up = await parts.databaseIsUp().catch(() => false)
    const body = {
      ok: up,
      database: up ? 'up' : 'away',
      version: parts.version,
      clock: parts.clock.kind,
      now: parts.clock.now().toISOString(),
    }
    return context.json(body, up ? 200 : 503, { 'cache-control': 'no-store' })
  })
  app.post('/api/test/clock', limit, async (context) => {
    const moved = await moveTestClock(parts.clock, await context.req.json().catch(() => undefined))
    return moved.ok ? context.json(moved.value) : refused(context, parts, moved.refusal)
  })
  app.all('/api/auth/*', limit, async (context) => {
    const frame = context.get('frame')
    const actor = await parts.accounts.resolveActor(context.req.raw.headers)
    const response = await parts.accounts.answer(context.req.raw, { ...frame, actor })
    return response ?? refused(context, parts, { code: 'unknown-route' })
  })
}

/** Who asks, in which language, under which command id; throws the refusal where the command id is no such thing. */
async function readContext(context: Context<HttpEnv>, parts: HttpAppParts): Promise<RequestContext> {
  const frame: RequestFrame = context.get('frame')
  const actor = await parts.accounts.resolveActor(context.req.raw.headers)
  frame.note = refOf(actor)
  const commandId = unwrap(readCommandId(context.req.raw.headers.get('idempotency-key') ?? undefined))
  const { language, ip, requestId } = frame
  return { actor, commandId, language, ip, requestId, now: parts.clock.now }
}

function addFileRoutes(app: Hono<HttpEnv>, parts: HttpAppParts): void {
  const { files, catalogue } = parts
  if (files === undefined) return
  app.post(`${apiPrefix}/files`, limited(parts, parts.maxUploadBytes ?? 20 * megabyte), async (context) => {
    return await receiveFile(context.req.raw, await readContext(context, parts), files, catalogue)
  })
  app.get(`${apiPrefix}/files/:fileId`, async (context) => {
    const requestContext = await readContext(context, parts)
    if (requestContext.actor === undefined) return refused(context, parts, { code: 'not-signed-in' })
    return await sendFile(context.req.param('fileId'), context.req.raw, requestContext, files, catalogue)
  })
}

function addApi(app: Hono<HttpEnv>, parts: HttpAppParts, log: Log): void {
  const handle = createApiHandler({ ...parts, log })
  const usual = limited(parts, parts.maxBodyBytes ?? megabyte)
  const larger = new Map(
    Object.entries(parts.largerBodies ?? {}).map(([path, maxBytes]) => [path, limited(parts, maxBytes)]),
  )
  const limit: typeof usual = async (context, next) => await (larger.get(context.req.path) ?? usual)(context, next)
  app.all(`${apiPrefix}/*`, limit, async (context) => {
    const requestContext = await readContext(context, parts)
    const { response, routeKey, code } = await handle(context.req.raw, requestContext)
    const frame = context.get('frame')
    frame.note = { ...frame.note, ...(routeKey && { route: routeKey }), ...(code && { code }) }
    return response
  })
  app.all('/api/*', (context) => refused(context, parts, { code: 'unknown-route' }))
}

function addWeb(app: Hono<HttpEnv>, parts: HttpAppParts): void {
  const web = parts.webRoot === undefined ? undefined : openWebFiles(parts.webRoot)
  app.all('*', async (context) => {
    const response = await web?.serve(context.req.raw, context.req.path)
    return response ?? refused(context, parts, { code: 'unknown-route' })
  })
}

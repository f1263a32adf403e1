import type { Context, MiddlewareHandler, Next } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import type { HttpEnv } from './request-frame.ts'

/**
 * Refuses bodies larger than `maxBytes`. A length that is announced is judged by its header, since the server lets no
 * more through than that, and so the body need not become a stream first; one without a length is counted as it comes.
 */
export function limitBody(
  maxBytes: number,
  refuse: (context: Context<HttpEnv>) => Response,
): MiddlewareHandler<HttpEnv> {
  const count = bodyLimit({ maxSize: maxBytes, onError: (context) => refuse(context as Context<HttpEnv>) })
  return async (context: Context<HttpEnv>, next: Next) => {
    const { method, headers } = context.req.raw
    if (method === 'GET' || method === 'HEAD') return await next()
    const length = headers.has('transfer-encoding') ? null : headers.get('content-length')
    if (length === null || !/^\d+$/.test(length)) return await count(context, next)
    if (Number(length) > maxBytes) return refuse(context)
    return await next()
  }
}

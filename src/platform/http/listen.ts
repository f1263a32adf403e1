import type { AddressInfo } from 'node:net'
import { createAdaptorServer } from '@hono/node-server'
import type { Hono } from 'hono'

export interface ListenOptions {
  /** 0: any free port. */
  readonly port: number
  readonly host?: string
  /** How long requests under way may take to finish on closing, in milliseconds. */
  readonly graceMs?: number
}

export interface RunningServer {
  readonly port: number
  readonly url: string
  /** Takes no new connections, lets requests under way finish (at most `graceMs`), then cuts what is left. */
  close(): Promise<void>
}

/** Starts listening; rejects where the port is taken (`EADDRINUSE`). */
export async function listen<E extends object>(app: Hono<E>, options: ListenOptions): Promise<RunningServer> {
  const server = createAdaptorServer({
    fetch: app.fetch,
    serverOptions: { requestTimeout: 60_000, headersTimeout: 20_000 },
  })
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(options.port, options.host, () => resolve())
  })
  const { port } = server.address() as AddressInfo
  return {
    port,
    url: `http://localhost:${port}`,
    close: async () => await closeGracefully(server, options.graceMs ?? 10_000),
  }
}

async function closeGracefully(server: ReturnType<typeof createAdaptorServer>, graceMs: number): Promise<void> {
  const closed = new Promise<void>((resolve) => server.close(() => resolve()))
  const cutIdle = setInterval(() => 'closeIdleConnections' in server && server.closeIdleConnections(), 50)
  const cutAll = setTimeout(() => 'closeAllConnections' in server && server.closeAllConnections(), graceMs)
  await closed
  clearInterval(cutIdle)
  clearTimeout(cutAll)
}

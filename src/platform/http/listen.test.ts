import { Hono } from 'hono'
import { describe, expect, it } from 'vitest'
import { listen } from './listen.ts'

describe('listen', () => {
  it('lets a request under way finish while it closes, and takes no new one', async () => {
    const app = new Hono()
    let finish: () => void = () => undefined
    const gate = new Promise<void>((resolve) => {
      finish = resolve
    })
    let begun: () => void = () => undefined
    const started = new Promise<void>((resolve) => {
      begun = resolve
    })
    app.get('/slow', async (context) => {
      begun()
      await gate
      return context.text('done')
    })
    const server = await listen(app, { port: 0, host: '127.0.0.1' })
    const slow = fetch(`http://127.0.0.1:${server.port}/slow`)
    await started
    const closed = server.close()
    await expect(fetch(`http://127.0.0.1:${server.port}/slow`)).rejects.toThrow('fetch failed')
    finish()
    expect(await (await slow).text()).toBe('done')
    await closed
  })

  it('cuts what does not finish in time', async () => {
    const app = new Hono()
    app.get('/never', () => new Promise<Response>(() => undefined))
    const server = await listen(app, { port: 0, host: '127.0.0.1', graceMs: 100 })
    const never = fetch(`http://127.0.0.1:${server.port}/never`).catch(() => 'cut')
    await new Promise((resolve) => setTimeout(resolve, 50))
    await server.close()
    expect(await never).toBe('cut')
  })

  it('says when the port is taken', async () => {
    const first = await listen(new Hono(), { port: 0, host: '127.0.0.1' })
    await expect(listen(new Hono(), { port: first.port, host: '127.0.0.1' })).rejects.toMatchObject({
      code: 'EADDRINUSE',
    })
    await first.close()
  })
})

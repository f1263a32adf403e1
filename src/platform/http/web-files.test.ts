import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { createSampleApp } from './sample-app.ts'

const folder = mkdtempSync(join(tmpdir(), 'tongdian-web-'))
const webRoot = join(folder, 'web')
mkdirSync(join(webRoot, 'assets'), { recursive: true })
writeFileSync(join(folder, 'secret.txt'), 'secret')
writeFileSync(join(webRoot, 'index.html'), 'portal')
writeFileSync(join(webRoot, 'desk.html'), 'desk')
writeFileSync(join(webRoot, 'assets', 'app-1a2b.js'), 'plain')
writeFileSync(join(webRoot, 'assets', 'app-1a2b.js.br'), 'as brotli')
writeFileSync(join(webRoot, 'assets', 'app-1a2b.js.gz'), 'as gzip')
afterAll(() => rmSync(folder, { recursive: true }))

const { app } = createSampleApp({ webRoot })
const get = (path: string, headers: Record<string, string> = {}) => app.request(path, { headers })

describe('web files', () => {
  it.each([
    ['/', 'portal'],
    ['/my-cases/7', 'portal'],
    ['/desk', 'desk'],
    ['/desk/inbox/7', 'desk'],
    ['/desk/standards/table/power%2Fparameters.csv', 'desk'],
    ['/desktop', 'portal'],
  ])('%s is the %s', async (path, page) => {
    const reply = await get(path)
    expect(await reply.text()).toBe(page)
    expect(reply.headers.get('cache-control')).toBe('no-cache')
    expect(reply.headers.get('content-type')).toBe('text/html; charset=utf-8')
  })

  it('sends the smallest form the browser takes, for ever', async () => {
    const asset = (encoding: string) => get('/assets/app-1a2b.js', { 'accept-encoding': encoding })
    expect(await (await asset('gzip, deflate, br')).text()).toBe('as brotli')
    expect((await asset('gzip, br')).headers.get('content-encoding')).toBe('br')
    expect(await (await asset('gzip;q=1')).text()).toBe('as gzip')
    const plain = await asset('identity')
    expect(await plain.text()).toBe('plain')
    expect(plain.headers.get('content-encoding')).toBeNull()
    expect(plain.headers.get('cache-control')).toContain('immutable')
  })

  it('does not send again what the browser has', async () => {
    const etag = (await get('/')).headers.get('etag') ?? ''
    expect((await get('/', { 'if-none-match': etag })).status).toBe(304)
  })

  it.each([
    '/assets/gone.js',
    '/../secret.txt',
    '/%2e%2e/secret.txt',
    '/..%2fsecret.txt',
    '/assets/..%5c..%5csecret.txt',
  ])('finds nothing at %s', async (path) => {
    const reply = await get(path)
    expect(reply.status).toBe(404)
    expect(await reply.text()).not.toContain('secret\n')
  })

  it('does not take a page for an API answer, nor a change for a page', async () => {
    expect((await get('/api/nothing')).headers.get('content-type')).toBe('application/json')
    expect((await app.request('/', { method: 'POST' })).status).toBe(404)
  })
})

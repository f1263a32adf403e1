import { describe, expect, it } from 'vitest'
import { accept } from '#kernel'
import { createSampleApp } from './sample-app.ts'

const { app, log } = createSampleApp()

async function call(path: string, init: RequestInit & { as?: string; language?: string } = {}) {
  const headers = new Headers(init.headers)
  if (init.as) headers.set('x-actor', init.as)
  headers.set('accept-language', init.language ?? 'en')
  if (typeof init.body === 'string') headers.set('content-type', 'application/json')
  const response = await app.request(path, { ...init, headers })
  const text = await response.text()
  return { status: response.status, headers: response.headers, body: text === '' ? undefined : JSON.parse(text) }
}

const post = (path: string, body: unknown, more: Parameters<typeof call>[1] = {}) =>
  call(path, { method: 'POST', body: typeof body === 'string' ? body : JSON.stringify(body), ...more })

describe('answers', () => {
  it('gives the context to the route', async () => {
    const reply = await post(
      '/api/v1/cases/1/accept',
      { name: '张三', ratedKw: 3 },
      { as: 'staff', headers: { 'idempotency-key': 'abc-1' } },
    )
    expect(reply.status).toBe(200)
    expect(reply.body).toEqual({ commandId: 'abc-1', at: '2026-03-02T01:00:00.000Z' })
    expect(reply.headers.get('cache-control')).toBe('no-store')
  })

  it('reads query values by their schema', async () => {
    expect((await call('/api/v1/cases?limit=20', { as: 'customer' })).body).toEqual({ limit: 20, by: 'customer' })
    expect((await call('/api/v1/cases?limit=abc', { as: 'customer' })).body.faults).toMatchObject([
      { path: 'limit', code: 'wrong-type' },
    ])
  })

  it('takes the language from the header, and from the cookie before it', async () => {
    expect((await call('/api/v1/news')).body.language).toBe('en')
    expect((await call('/api/v1/news', { headers: { cookie: 'a=b; tongdian-language=zh-CN' } })).body.language).toBe(
      'zh-CN',
    )
  })

  it('believes X-Forwarded-For only from a proxy of ours, and then its last word', async () => {
    const headers = { 'x-forwarded-for': '6.6.6.6, 10.1.1.1' }
    expect((await call('/api/v1/news', { headers })).body.ip).toBe('unknown')
    const proxied = createSampleApp({ trustProxy: true }).app
    expect(await (await proxied.request('/api/v1/news', { headers })).json()).toMatchObject({ ip: '10.1.1.1' })
  })
})

describe('errors', () => {
  it('names every fault at once, in the language of the caller', async () => {
    const english = await post('/api/v1/cases/1/accept', { name: '张', ratedKw: -1 }, { as: 'staff' })
    expect(english.status).toBe(422)
    expect(english.body).toEqual({
      code: 'faulty-input',
      status: 422,
      message: 'Some of what was entered is not right; see each place.',
      faults: [
        { path: 'name', code: 'too-short', message: 'At least 2 characters.' },
        { path: 'ratedKw', code: 'not-above', message: 'Must be more than 0.' },
      ],
    })
    const chinese = await post('/api/v1/cases/1/accept', {}, { as: 'staff', language: 'zh-CN' })
    expect(chinese.body.faults).toEqual([
      { path: 'name', code: 'required', message: '必填。' },
      { path: 'ratedKw', code: 'required', message: '必填。' },
    ])
  })

  it('names a field by itself where the route splits its input', async () => {
    const survey = (body: unknown) => post('/api/v1/cases/1/survey', body, { as: 'staff' })
    expect((await survey({ rooms: [{ loadKw: 1 }] })).body).toEqual({ rooms: 1 })
    expect((await survey({ rooms: [{ loadKw: 'x' }] })).body.faults).toMatchObject([
      { path: 'rooms.0.loadKw', code: 'wrong-type' },
    ])
    expect((await survey({})).body.faults).toMatchObject([{ path: 'rooms', code: 'required' }])
    const nothing = await call('/api/v1/cases/1/survey', { method: 'POST', as: 'staff' })
    expect(nothing.body.faults).toMatchObject([{ path: '', code: 'required' }])
  })

  it.each([
    ['taken', 409, 'task-taken', 'This task was already taken by 李四.'],
    ['missing', 404, 'not-found', 'There is nothing under this id.'],
    ['away', 503, 'database-away', 'The system cannot reach its database. Nothing was changed; try again shortly.'],
  ])('%s → %i %s', async (caseId, status, code, message) => {
    const reply = await call(`/api/v1/cases/${caseId}`, { as: 'customer' })
    expect(reply.status).toBe(status)
    expect(reply.body).toEqual({ code, status, message, faults: [] })
    expect(reply.headers.get('retry-after')).toBe(status === 503 ? '5' : null)
  })

  it.each(['bug', 'wrong-output'])('tells of a bug only its reference: %s', async (caseId) => {
    const reply = await call(`/api/v1/cases/${caseId}`, { as: 'customer' })
    expect(reply.status).toBe(500)
    expect(reply.body.code).toBe('internal')
    expect(JSON.stringify(reply.body)).not.toMatch(/secret|expected|at /)
    const entry = log.findLast((line) => line.event === 'internal-error')
    expect(reply.body.message).toContain(entry?.requestId ?? 'nothing logged')
    expect(entry?.detail).toMatch(caseId === 'bug' ? /secret detail/ : /caseId/)
  })

  it('refuses a body that is no JSON, too large, or not an object', async () => {
    expect((await post('/api/v1/cases/1/accept', '{"name":', { as: 'staff' })).body).toMatchObject({
      status: 400,
      code: 'malformed-request',
    })
    expect((await post('/api/v1/cases/1/accept', `"${'x'.repeat(1_100_000)}"`, { as: 'staff' })).body).toMatchObject({
      status: 413,
      code: 'too-large',
    })
    expect((await post('/api/v1/cases/1/accept', '[]', { as: 'staff' })).body.code).toBe('faulty-input')
  })

  it('refuses a command id that is none', async () => {
    for (const key of ['a b', 'x'.repeat(256)]) {
      const reply = await post(
        '/api/v1/cases/1/accept',
        { name: '张三', ratedKw: 3 },
        { as: 'staff', headers: { 'idempotency-key': key } },
      )
      expect(reply.body).toMatchObject({ status: 422, faults: [{ path: 'Idempotency-Key', code: 'wrong-format' }] })
    }
  })

  it.each(['/api/v1/nothing', '/api/v2', '/api/auth/sign-up/email'])('knows no %s', async (path) => {
    expect((await call(path)).body).toMatchObject({ status: 404, code: 'unknown-route' })
  })
})

describe('rights', () => {
  it.each([
    [undefined, '/api/v1/cases', 401],
    [undefined, '/api/v1/news', 200],
    ['staff', '/api/v1/cases/1', 403],
    ['customer', '/api/v1/cases/1', 200],
  ])('%s on %s → %i', async (as, path, status) => {
    expect((await call(path, as ? { as } : {})).status).toBe(status)
  })

  it('refuses staff without the role, before the input is looked at, and writes it down', async () => {
    const reply = await post('/api/v1/cases/1/accept', {}, { as: 'auditor' })
    expect(reply.body).toMatchObject({ status: 403, code: 'no-right', faults: [] })
    expect(log.findLast((line) => line.event === 'access-denied')).toMatchObject({
      by: 'staff:shen',
      route: 'cases.accept',
    })
  })

  it('refuses a route nobody declared, to everybody', async () => {
    for (const as of ['staff', 'customer', 'auditor'])
      expect((await post('/api/v1/cases/1/forget', {}, { as })).status).toBe(403)
    expect(log.some((line) => line.event === 'undeclared-route' && line.route === 'cases.forget')).toBe(true)
  })
})

describe('the web around it', () => {
  it('refuses a change that another site asks for', async () => {
    const body = { name: '张三', ratedKw: 3 }
    const from = (headers: Record<string, string>) => post('/api/v1/cases/1/accept', body, { as: 'staff', headers })
    expect((await from({ 'sec-fetch-site': 'cross-site' })).body).toMatchObject({
      status: 403,
      code: 'cross-site-request',
    })
    expect((await from({ 'sec-fetch-site': 'same-site' })).status).toBe(403)
    expect((await from({ origin: 'https://elsewhere.example' })).status).toBe(403)
    expect((await from({ origin: 'null' })).status).toBe(403)
    expect((await from({ origin: 'http://localhost', host: 'localhost' })).status).toBe(200)
    expect((await from({})).status).toBe(200)
  })

  it('says what a browser must not do', async () => {
    const { headers } = await call('/api/v1/news')
    expect(headers.get('content-security-policy')).toMatch(/script-src 'self';.*frame-ancestors 'none'/)
    expect(headers.get('content-security-policy')).not.toContain('unsafe-eval')
    expect(headers.get('x-content-type-options')).toBe('nosniff')
    expect(headers.get('strict-transport-security')).toBeNull()
    const secure = createSampleApp({ publicUrl: 'https://bz.example.cn' }).app
    expect((await secure.request('/api/v1/news')).headers.get('strict-transport-security')).toContain(
      'max-age=31536000',
    )
  })

  it('logs neither query nor name', async () => {
    await call('/api/v1/cases?search=13900000000', { as: 'customer' })
    const line = JSON.stringify(log.at(-1))
    expect(line).toContain('customer:c1')
    expect(line).not.toMatch(/13900000000|张三/)
  })

  it('tells how it is', async () => {
    expect((await call('/api/health')).body).toMatchObject({ ok: true, database: 'up', clock: 'real' })
    const broken = createSampleApp({ databaseIsUp: async () => Promise.reject(new Error('away')) }).app
    expect((await broken.request('/api/health')).status).toBe(503)
  })

  it('moves a test clock, and has none elsewhere', async () => {
    expect((await post('/api/test/clock', { now: '2026-03-02T09:00:00+08:00' })).body.code).toBe('unknown-route')
    let at = new Date(0)
    const clock = {
      kind: 'test' as const,
      now: () => at,
      setTestClock: async (now: Date | null) => {
        at = now ?? new Date(1)
      },
    }
    const tested = createSampleApp({ clock }).app
    const set = (body: string) => tested.request('/api/test/clock', { method: 'POST', body })
    expect(await (await set('{"now":"2026-03-02T09:00:00+08:00"}')).json()).toEqual({ now: '2026-03-02T01:00:00.000Z' })
    expect((await set('{"now":"yesterday"}')).status).toBe(422)
    expect((await set('')).status).toBe(422)
    expect((await set('{"now":null}')).status).toBe(200)
  })
})

describe('files', () => {
  const seen: string[] = []
  const files = {
    receive: async (upload: { name: string; bytes: Uint8Array; fields: Record<string, string> }) => {
      seen.push(`${upload.name} ${upload.bytes.length} ${upload.fields.kind}`)
      return accept({ fileId: 'f1' })
    },
    open: async () =>
      accept({
        body: new TextEncoder().encode('<svg onload=alert(1)>'),
        name: '证件 (1).svg',
        mediaType: 'image/svg+xml',
      }),
  }
  const { app: filing } = createSampleApp({ files, maxUploadBytes: 10_000 })
  const upload = (parts: [string, string | File][], as = 'customer') => {
    const body = new FormData()
    for (const [name, value] of parts) body.append(name, value)
    return filing.request('/api/v1/files', {
      method: 'POST',
      body,
      headers: { 'x-actor': as, 'accept-language': 'en' },
    })
  }

  it('hands on one file with its fields', async () => {
    const reply = await upload([
      ['file', new File(['%PDF-1.7'], '../../x.pdf')],
      ['kind', 'identity'],
    ])
    expect(reply.status).toBe(201)
    expect(seen).toEqual(['../../x.pdf 8 identity'])
  })

  it('refuses none, two, an empty one, a huge one, and nobody', async () => {
    const pdf = new File(['x'], 'x.pdf')
    const codeOf = async (reply: Response) => (await reply.json()) as { faults: { code: string }[]; code: string }
    expect((await codeOf(await upload([['kind', 'x']]))).faults[0]?.code).toBe('required')
    expect(
      (
        await codeOf(
          await upload([
            ['file', pdf],
            ['file', pdf],
          ]),
        )
      ).faults[0]?.code,
    ).toBe('one-file-at-a-time')
    expect((await codeOf(await upload([['file', new File([], 'x.pdf')]]))).faults[0]?.code).toBe('required')
    expect((await upload([['file', new File(['x'.repeat(20_000)], 'x.pdf')]])).status).toBe(413)
    expect((await upload([['file', pdf]], 'nobody')).status).toBe(401)
    expect(
      (await filing.request('/api/v1/files', { method: 'POST', body: '{}', headers: { 'x-actor': 'customer' } }))
        .status,
    ).toBe(400)
  })

  it('sends what a browser could run only as a download', async () => {
    const reply = await filing.request('/api/v1/files/f1', { headers: { 'x-actor': 'customer' } })
    expect(reply.headers.get('content-type')).toBe('application/octet-stream')
    expect(reply.headers.get('content-disposition')).toBe(
      "attachment; filename*=UTF-8''%E8%AF%81%E4%BB%B6%20%281%29.svg",
    )
    expect(reply.headers.get('content-security-policy')).toContain('sandbox')
    expect((await filing.request('/api/v1/files/f1')).status).toBe(401)
  })
})

import { describe, expect, it } from 'vitest'
import { createSessionCache, type KnownSession } from './session-cache.ts'

const session = (accountId: string, expiresAtMs = 1_000_000): KnownSession => ({
  accountId,
  actor: { kind: 'system', companyId: 'c', name: accountId },
  expiresAtMs,
})

/** A finder that counts how often it was asked. */
function counted(answer: () => Promise<KnownSession | undefined>) {
  const find = async () => {
    finder.times += 1
    return await answer()
  }
  const finder = Object.assign(find, { times: 0 })
  return finder
}

describe('the session cache', () => {
  it('asks once for requests that come together, and again when the answer is old', async () => {
    const cache = createSessionCache(1000, 10)
    const find = counted(async () => session('a'))
    await Promise.all([cache.get('k', 0, find), cache.get('k', 0, find), cache.get('k', 999, find)])
    expect(find.times).toBe(1)
    await cache.get('k', 1000, find)
    expect(find.times).toBe(2)
  })

  it('does not believe a session beyond its end', async () => {
    const cache = createSessionCache(1000, 10)
    const find = counted(async () => session('a', 500))
    await cache.get('k', 0, find)
    await cache.get('k', 499, find)
    expect(find.times).toBe(1)
    await cache.get('k', 500, find)
    expect(find.times).toBe(2)
  })

  it('keeps neither nobody nor an error', async () => {
    const cache = createSessionCache(1000, 10)
    const nobody = counted(async () => undefined)
    await cache.get('k', 0, nobody)
    await cache.get('k', 0, nobody)
    expect(nobody.times).toBe(2)
    await expect(cache.get('e', 0, async () => Promise.reject(new Error('away')))).rejects.toThrow('away')
    expect(await cache.get('e', 0, async () => session('a'))).toMatchObject({ accountId: 'a' })
  })

  it('forgets one account, all, and an answer that was under way while the account changed', async () => {
    const cache = createSessionCache(1000, 10)
    const [a, b] = [counted(async () => session('a')), counted(async () => session('b'))]
    await cache.get('a1', 0, a)
    await cache.get('a2', 0, a)
    await cache.get('b1', 0, b)
    cache.forgetAccount('a')
    await cache.get('a1', 0, a)
    await cache.get('a2', 0, a)
    await cache.get('b1', 0, b)
    expect([a.times, b.times]).toEqual([4, 1])
    cache.forgetAll()
    await cache.get('b1', 0, b)
    expect(b.times).toBe(2)

    let answer: (known: KnownSession) => void = () => undefined
    const late = cache.get(
      'late',
      0,
      () =>
        new Promise<KnownSession>((resolve) => {
          answer = resolve
        }),
    )
    cache.forgetAccount('c')
    answer(session('c'))
    await late
    const again = counted(async () => undefined)
    await cache.get('late', 0, again)
    expect(again.times).toBe(1)
  })

  it('drops the longest unseen when it is full', async () => {
    const cache = createSessionCache(1000, 2)
    const find = counted(async () => session('a'))
    for (const cookie of ['1', '2', '3']) await cache.get(cookie, 0, find)
    await cache.get('3', 0, find)
    await cache.get('2', 0, find)
    expect(find.times).toBe(3)
    await cache.get('1', 0, find)
    expect(find.times).toBe(4)
  })
})

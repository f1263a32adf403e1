import { gzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { unpack } from './unpack.ts'

const content = new TextEncoder().encode('[substations]\n'.repeat(1000))

describe('a file that may be packed', () => {
  it('comes out as it went in, packed or not', async () => {
    expect(await unpack('a.csv', content, 1e6)).toEqual({ ok: true, value: content })
    expect(await unpack('a.csv.gz', gzipSync(content), 1e6)).toEqual({ ok: true, value: content })
  })
  it('is refused where more comes out of it than may, before it has all come out', async () => {
    const bomb = gzipSync(Buffer.alloc(50_000_000))
    expect(bomb.length).toBeLessThan(100_000)
    for (const bytes of [bomb, new Uint8Array(2_000_000)])
      expect(await unpack('a.csv', bytes, 1024 * 1024)).toMatchObject({
        refusal: { code: 'file.tooLarge', faults: [{ path: 'a.csv', data: { maxMb: 1 } }] },
      })
  })
  it('is refused where it breaks off', async () => {
    expect(await unpack('a.gz', gzipSync(content).subarray(0, 40), 1e6)).toMatchObject({
      refusal: { code: 'file.notPacked' },
    })
  })
})

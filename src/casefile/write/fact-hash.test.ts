import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { canonicalJson } from './canonical-json.ts'
import { canonicalFact, hashFact, noHash, uuidOf } from './fact-hash.ts'

const fact = {
  seq: 3,
  type: 'task-completed',
  happenedAt: '2026-03-02T01:00:00.000Z',
  recordedAt: '2026-03-02T01:00:01.000Z',
  actor: 'staff:zhou-lan',
  commandId: 'c-1',
  body: '{"note":"现场\\"情况\\"正常"}',
  prevHash: noHash,
}

describe('the link of a fact', () => {
  it('is taken over the canonical text of what it says', () => {
    fc.assert(
      fc.property(fc.record({ body: fc.string({ unit: 'binary' }), actor: fc.string(), seq: fc.nat() }), (some) => {
        const { prevHash: _, ...said } = { ...fact, ...some }
        expect(canonicalFact('k', 'c', said)).toBe(canonicalJson({ ...said, companyId: 'k', caseId: 'c' }))
      }),
    )
  })

  it('is the SHA-256 of the link before, a line feed and that text', () => {
    const text =
      '{"actor":"staff:zhou-lan","body":"{\\"note\\":\\"现场\\\\\\"情况\\\\\\"正常\\"}","caseId":"c","commandId":"c-1","companyId":"k",' +
      '"happenedAt":"2026-03-02T01:00:00.000Z","recordedAt":"2026-03-02T01:00:01.000Z","seq":3,"type":"task-completed"}'
    expect(hashFact('k', 'c', fact)).toBe(createHash('sha256').update(`${noHash}\n${text}`).digest('hex'))
  })

  it('changes with the company, the case and every field', () => {
    const link = hashFact('k', 'c', fact)
    const others = [
      hashFact('l', 'c', fact),
      hashFact('k', 'd', fact),
      ...Object.entries(fact).map(([field, value]) =>
        hashFact('k', 'c', { ...fact, [field]: typeof value === 'number' ? value + 1 : `${value} ` }),
      ),
    ]
    expect(new Set([link, ...others]).size).toBe(1 + others.length)
  })
})

it('a UUID of a text is always the same and of version 8', () => {
  expect(uuidOf('a')).toBe(uuidOf('a'))
  expect(uuidOf('a')).not.toBe(uuidOf('b'))
  expect(uuidOf('a')).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
})

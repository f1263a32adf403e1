import { describe, expect, it } from 'vitest'
import { decideShipping } from './publish-shipped.ts'
import { hashOf, type StandardVersion } from './standard-version.ts'

const text = (content: string) => ({ kind: 'table', name: 'power/parameters.csv', content }) as const
const version = (content: string, publishedBy: string): StandardVersion => ({
  ...text(content),
  version: 1,
  contentHash: hashOf(content),
  sourceNote: '',
  publishedAt: '',
  publishedBy,
  effectiveFrom: '2020-01-01',
})
const shipped = version('a', 'system:first-publication')

describe('what an upgrade does to a standard', () => {
  it('is a first version where the company has none, and nothing where the shipped text did not change', () => {
    expect(decideShipping([], text('a'))).toBe('first')
    expect(decideShipping([shipped], text('a'))).toBe('same')
    expect(decideShipping([shipped, version('own', 'staff:zheng-an')], text('a'))).toBe('same')
  })
  it('is a further version where it did, and leaves what the company published alone', () => {
    expect(decideShipping([shipped], text('b'))).toBe('further')
    expect(decideShipping([shipped, version('b', 'system:upgrade')], text('c'))).toBe('further')
    expect(decideShipping([shipped, version('own', 'staff:zheng-an')], text('b'))).toBe('own')
  })
})

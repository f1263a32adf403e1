import { createHash } from 'node:crypto'
import { expect, it } from 'vitest'
import { merkleRoot } from './merkle.ts'

const leaf = (text: string) => createHash('sha256').update('\x00').update(text).digest()
const node = (left: Buffer, right: Buffer) => createHash('sha256').update('\x01').update(left).update(right).digest()

it('is the tree of RFC 6962', () => {
  // Test vectors of the Certificate Transparency project for the empty tree and the tree of one empty leaf.
  expect(merkleRoot([])).toBe('e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855')
  expect(merkleRoot([''])).toBe('6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d')
  const [a, b, c, d, e] = ['a', 'b', 'c', 'd', 'e'].map(leaf) as [Buffer, Buffer, Buffer, Buffer, Buffer]
  expect(merkleRoot(['a', 'b', 'c'])).toBe(node(node(a, b), c).toString('hex'))
  expect(merkleRoot(['a', 'b', 'c', 'd', 'e'])).toBe(node(node(node(a, b), node(c, d)), e).toString('hex'))
})

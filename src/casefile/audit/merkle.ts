import { createHash } from 'node:crypto'

/**
 * Root of the Merkle tree over leaves in their order, hex (RFC 6962, section 2.1): leaves and nodes are hashed with
 * different first bytes, so that a node can never pass for a leaf.
 */
export function merkleRoot(leaves: readonly string[]): string {
  return rootOf(leaves.map((leaf) => sha256('\x00', Buffer.from(leaf)))).toString('hex')
}

function rootOf(hashes: readonly Buffer[]): Buffer {
  const [only] = hashes
  if (!only) return createHash('sha256').digest()
  if (hashes.length === 1) return only
  // The left half is the largest power of two smaller than the whole.
  const left = 2 ** Math.ceil(Math.log2(hashes.length) - 1)
  return sha256('\x01', rootOf(hashes.slice(0, left)), rootOf(hashes.slice(left)))
}

function sha256(prefix: string, ...parts: readonly Buffer[]): Buffer {
  const hash = createHash('sha256').update(prefix, 'latin1')
  for (const part of parts) hash.update(part)
  return hash.digest()
}

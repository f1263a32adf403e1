import { createHash, type KeyObject, sign, verify } from 'node:crypto'
import { canonicalJson } from '../write/canonical-json.ts'
import { merkleRoot } from './merkle.ts'

/** Where a case stood: `[caseId, seq, hash]`. */
export type CaseHead = readonly [caseId: string, seq: number, hash: string]

/** What a checkpoint says: which cases moved since the line before, and how they then stood. One line of a file. */
export interface Checkpoint {
  readonly n: number
  /** Machine time, ISO. */
  readonly at: string
  readonly companyId: string
  readonly heads: readonly CaseHead[]
  /** Merkle root over the heads. */
  readonly root: string
  /** SHA-256 of the line before; 64 zeros for the first. */
  readonly prev: string
  /** Transactions below this number are covered; where the next one goes on. */
  readonly upTo: number
  /** Ed25519 over all of the above but the heads, base64. */
  readonly signature: string
}

export const noLine = '0'.repeat(64)

export function hashLine(line: string): string {
  return createHash('sha256').update(line).digest('hex')
}

export function signCheckpoint(content: Omit<Checkpoint, 'root' | 'signature'>, key: KeyObject): Checkpoint {
  const root = rootOf(content.heads)
  const signature = sign(null, signedText({ ...content, root }), key).toString('base64')
  return { ...content, root, signature }
}

/** Is the line what its key signed, the one after `before`, and are its heads those of its root? */
export function checkpointHolds(checkpoint: Checkpoint, before: { n: number; hash: string }, key: KeyObject): boolean {
  return (
    checkpoint.n === before.n + 1 &&
    checkpoint.prev === before.hash &&
    checkpoint.root === rootOf(checkpoint.heads) &&
    verify(null, signedText(checkpoint), key, Buffer.from(checkpoint.signature, 'base64'))
  )
}

const rootOf = (heads: readonly CaseHead[]) => merkleRoot(heads.map((head) => canonicalJson(head)))

function signedText({ n, at, companyId, root, prev, upTo }: Omit<Checkpoint, 'heads' | 'signature'>): Buffer {
  return Buffer.from(canonicalJson({ n, at, companyId, root, prev, upTo }))
}

import { createPublicKey } from 'node:crypto'
import type { AuditFault } from './audit-fault.ts'
import { type Checkpoint, checkpointHolds, hashLine, noLine } from './checkpoint.ts'
import { type CaseEvidence, verifyCase } from './verify-chain.ts'

/** Everything there is to prove one company's log with, from a database or an export. */
export interface CompanyEvidence {
  readonly companyId: string
  /** Lines of its checkpoint file. */
  readonly checkpoints: readonly string[]
  /** PEM; undefined: no checkpoint was ever made. */
  readonly publicKey: string | undefined
  /** Each case once. */
  readonly cases: AsyncIterable<CaseEvidence>
}

export interface AuditReport {
  readonly ok: boolean
  readonly companies: number
  readonly cases: number
  readonly facts: number
  readonly checkpoints: number
  readonly faults: readonly AuditFault[]
}

/** Checks every case of every company, and every line of its checkpoints. */
export async function verifyAudit(companies: AsyncIterable<CompanyEvidence>): Promise<AuditReport> {
  const sum = { companies: 0, cases: 0, facts: 0, checkpoints: 0 }
  const faults: AuditFault[] = []
  for await (const company of companies) {
    const { companyId, checkpoints } = company
    sum.companies += 1
    sum.checkpoints += checkpoints.length
    const heads = readHeads(company, faults)
    for await (const evidence of company.cases) {
      sum.cases += 1
      sum.facts += evidence.facts.length
      for (const fault of verifyCase(companyId, evidence, heads.get(evidence.caseId))) faults.push(fault)
      heads.delete(evidence.caseId)
    }
    for (const [caseId] of heads) faults.push({ companyId, caseId, seq: 0, kind: 'truncated' })
  }
  return { ok: faults.length === 0, ...sum, faults }
}

type Heads = Map<string, { readonly seq: number; readonly hash: string }>

/** The last place each case was seen at. Stops at the first line that does not hold: what follows it proves nothing. */
function readHeads({ companyId, checkpoints, publicKey }: CompanyEvidence, faults: AuditFault[]): Heads {
  const heads: Heads = new Map()
  const key = publicKey === undefined ? undefined : createPublicKey(publicKey)
  let before = { n: 0, hash: noLine }
  for (const line of checkpoints) {
    const checkpoint = parseLine(line)
    if (!key || checkpoint?.companyId !== companyId || !checkpointHolds(checkpoint, before, key)) {
      faults.push({ companyId, caseId: '', seq: before.n + 1, kind: 'checkpoint-file' })
      return heads
    }
    for (const [caseId, seq, hash] of checkpoint.heads) heads.set(caseId, { seq, hash })
    before = { n: checkpoint.n, hash: hashLine(line) }
  }
  return heads
}

function parseLine(line: string): Checkpoint | undefined {
  try {
    return JSON.parse(line) as Checkpoint
  } catch {
    return undefined
  }
}

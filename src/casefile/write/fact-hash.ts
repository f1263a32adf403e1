import { hash } from 'node:crypto'
import type { FactRow } from './case-write.ts'

/** The `prevHash` of a case's first fact: 64 zeros. */
export const noHash = '0'.repeat(64)

/**
 * The link of a fact in its case's chain: SHA-256 (hex) over the previous link, a line feed and the canonical text
 * of everything the fact says. `body` goes in as the text that is stored, so no re-reading of JSON can change it.
 */
export function hashFact(companyId: string, caseId: string, fact: Omit<FactRow, 'hash'>): string {
  return hash('sha256', `${fact.prevHash}\n${canonicalFact(companyId, caseId, fact)}`, 'hex')
}

/**
 * The hashed text of a fact without its links: its canonical JSON, written out field by field in the order of their
 * names, because this runs for every fact of every command and of every verification.
 */
export function canonicalFact(companyId: string, caseId: string, fact: Omit<FactRow, 'hash' | 'prevHash'>): string {
  const text = JSON.stringify
  return (
    `{"actor":${text(fact.actor)},"body":${text(fact.body)},"caseId":${text(caseId)},` +
    `"commandId":${text(fact.commandId)},"companyId":${text(companyId)},"happenedAt":${text(fact.happenedAt)},` +
    `"recordedAt":${text(fact.recordedAt)},"seq":${text(fact.seq)},"type":${text(fact.type)}}`
  )
}

/** A UUID made from a text, the same one every time (version 8, SHA-256): ids of outbox rows and of repeated seeds. */
export function uuidOf(text: string): string {
  const hex = hash('sha256', text, 'hex')
  const variant = ((Number.parseInt(hex.slice(16, 18), 16) & 0x3f) | 0x80).toString(16)
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-${variant}${hex.slice(18, 20)}-${hex.slice(20, 32)}`
}

import type { CaseFile, CaseStore } from '#casefile'
import { type CaseWrite, canonicalJson, type FactRow, type OutboxRow, type WriteOutcome } from '#casefile/write/index'

/** Cases in memory with the promises of the one write: a version check, and each command once with its answer. */
export class MemoryCaseStore implements CaseStore {
  readonly outbox: OutboxRow[] = []
  readonly #facts = new Map<string, readonly FactRow[]>()
  readonly #answers = new Map<string, { bodyHash: string; answer: string }>()

  constructor(...files: readonly CaseFile[]) {
    for (const file of files) this.#facts.set(file.caseId, file.facts.map(rowOf))
  }

  async append(write: CaseWrite): Promise<WriteOutcome> {
    const before = this.#answers.get(write.commandId)
    if (before) {
      return before.bodyHash === write.bodyHash
        ? { kind: 'repeated', answer: before.answer }
        : { kind: 'command-id-reused' }
    }
    const facts = this.#facts.get(write.caseId) ?? []
    if (facts.length !== write.expectedVersion) return { kind: 'stale', version: facts.length }
    this.#facts.set(write.caseId, [...facts, ...write.facts])
    this.#answers.set(write.commandId, { bodyHash: write.bodyHash, answer: write.answer })
    this.outbox.push(...write.outbox)
    return { kind: 'written' }
  }

  async loadCase(_: string, caseId: string) {
    const facts = this.#facts.get(caseId)
    return facts && { facts, tokens: '{}' }
  }

  async findVersion(_: string, caseId: string) {
    return this.#facts.get(caseId)?.length
  }

  async findAnswer(_: string, commandId: string) {
    return this.#answers.get(commandId)
  }

  async nextCaseNumber(): Promise<string> {
    return `2026${String(this.#facts.size + 1).padStart(8, '0')}`
  }
}

const rowOf = (fact: CaseFile['facts'][number]): FactRow => ({
  ...fact,
  body: canonicalJson(fact.body as never),
  prevHash: '',
  hash: String(fact.seq),
})

import type { CaseStore } from '#casefile'
import { CaseReader, type CaseWrite, CaseWriter } from '#casefile/write/index'
import type { Database } from '#platform/database/index'

let numbers = 0
const nextCaseNumber = async () => `TD${String(++numbers).padStart(9, '0')}`

/** Cases kept in the database, as `main.ts` wires them. */
export function databaseStore(database: Database): CaseStore {
  const writer = new CaseWriter(database)
  const reader = new CaseReader(database)
  return {
    append: (write) => writer.append(write),
    async loadCase(companyId, caseId) {
      const row = await reader.findCase(companyId, caseId)
      return row && { facts: await reader.loadFacts(companyId, caseId), tokens: row.tokens }
    },
    findVersion: async (companyId, caseId) => (await reader.findCase(companyId, caseId))?.version,
    findAnswer: (companyId, commandId) => reader.findAnswer(companyId, commandId),
    nextCaseNumber,
  }
}

/** Keeps nothing: takes down the writes the pipeline would make, for the floor to make again. */
export function recordingStore(take: (write: CaseWrite) => void): CaseStore {
  return {
    async append(write) {
      take(write)
      return { kind: 'written' }
    },
    loadCase: async () => undefined,
    findVersion: async () => undefined,
    findAnswer: async () => undefined,
    nextCaseNumber,
  }
}

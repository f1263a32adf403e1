import type { Database } from '#platform/database/index'
import { listVersions, StandardsShelf } from '../standards/index.ts'
import type { ResidentHistory } from './history/resident-history.ts'
import { Insight } from './insight.ts'

/** The reports on what stands in a database; a standard that was just published counts at once. */
export function openInsight(database: Database, history: ResidentHistory): Insight {
  const shelf = new StandardsShelf(database, { checkEveryMs: 0 })
  return new Insight({
    history,
    standards: (companyId) => shelf.get(companyId),
    processText: async (companyId, name, version) => {
      const versions = await database.withCompany(companyId, (tx) => listVersions(tx, companyId))
      return versions.find((entry) => entry.kind === 'process' && entry.name === name && entry.version === version)
        ?.content
    },
  })
}

import { createHash } from 'node:crypto'
import { type Actor, actorRef, holdsRole, type PublishedStandards } from '#casefile'
import { accept, dateInShanghai, type PlainDate, type Result, refuse } from '#kernel'
import type { Database } from '#platform/database/index'
import { readNetworkText } from '#power'
import type { NetworkVersion } from './network-version.ts'
import { insertNetworkVersion, listNetworkVersions } from './store.ts'

export interface ImportNetwork {
  /** What faults begin with: the name of the file that was chosen. */
  readonly file: string
  /** CSV bundle with `[sheet]` lines, GeoJSON, or a pandapower net with coordinates (docs/methods/network-file.md). */
  readonly content: string
  readonly effectiveFrom: PlainDate
}

export interface ImportingPorts {
  readonly database: Database
  readonly standards: PublishedStandards
  readonly now: Date
}

/** An import by two people at once: the second looks again which number is free. */
const mostTries = 5

/**
 * 导入电网: checks the whole file against the conductors in force on its first day, refuses it with every fault at once
 * (`network.faulty`), and writes the next version. The same file for the same day again is the same version.
 */
export async function importNetwork(
  { database, standards, now }: ImportingPorts,
  actor: Actor,
  { file, content, effectiveFrom }: ImportNetwork,
): Promise<Result<NetworkVersion>> {
  if (!holdsRole(actor, 'administrator') && !holdsRole(actor, 'designer') && actor.kind !== 'system')
    return refuse({ code: 'no-right' })
  const isFirst = await database.withCompany(
    actor.companyId,
    async (tx) => (await listNetworkVersions(tx, actor.companyId)).length === 0,
  )
  // The first network stood before anybody imported it; a later one does not change what was decided on the one before.
  if (!isFirst && effectiveFrom < dateInShanghai(now))
    return refuse({ code: 'faulty-input', faults: [{ path: 'effectiveFrom', code: 'date-in-the-past' }] })
  const network = readNetworkText(file, content, standards.powerOn(effectiveFrom))
  if (!network.ok) return network
  const contentHash = createHash('sha256').update(content).digest('hex')
  for (let tries = 0; tries < mostTries; tries += 1) {
    const written = await database.withCompany(actor.companyId, async (tx) => {
      const last = (await listNetworkVersions(tx, actor.companyId)).at(-1)
      if (last?.contentHash === contentHash && last.effectiveFrom === effectiveFrom) return last
      const version: NetworkVersion = {
        version: (last?.version ?? 0) + 1,
        contentHash,
        importedAt: now.toISOString(),
        importedBy: actorRef(actor),
        effectiveFrom,
      }
      return (await insertNetworkVersion(tx, actor.companyId, version, content)) ? version : undefined
    })
    if (written) return accept(written)
  }
  return refuse({ code: 'busy' })
}

import { type Actor, actorRef, holdsRole } from '#casefile'
import { accept, dateInShanghai, type Result, refuse } from '#kernel'
import type { Database } from '#platform/database/index'
import { checkSteps, checkSuccessor } from './check-successor.ts'
import { checkStandard, loadStandards } from './load-standards.ts'
import { hashOf, type StandardText, type StandardVersion } from './standard-version.ts'
import type { StandardsShelf } from './standards-shelf.ts'
import { insertVersion, listVersions } from './store.ts'

export interface PublishStandard extends StandardText {
  readonly effectiveFrom: string
  readonly sourceNote: string
}

export interface PublishingPorts {
  readonly database: Database
  readonly shelf: StandardsShelf
  readonly now: Date
  /** Names of everything a step can ask for. */
  readonly useCases: ReadonlySet<string>
}

/** 发布标准: checks the file, writes the next version, and it counts from its date on. Published versions never change. */
export async function publishStandard(
  { database, shelf, now, useCases }: PublishingPorts,
  actor: Actor,
  text: PublishStandard,
): Promise<Result<StandardVersion>> {
  if (!holdsRole(actor, 'administrator')) return refuse({ code: 'no-right', data: { role: 'administrator' } })
  if (text.effectiveFrom < dateInShanghai(now)) {
    return refuse({ code: 'faulty-input', faults: [{ path: 'effectiveFrom', code: 'date-in-the-past' }] })
  }
  const checked = await checkStandard(text)
  if (!checked.ok) return checked
  const steps = text.kind === 'process' ? await checkSteps(text, useCases) : []
  if (steps.length > 0) return refuse({ code: 'standards-faulty', faults: steps })
  const published = await database.withCompany(actor.companyId, async (tx) => {
    const versions = await listVersions(tx, actor.companyId)
    const before = versions.filter((entry) => entry.kind === text.kind && entry.name === text.name).at(-1)
    if (before?.contentHash === hashOf(text.content))
      return refuse({ code: 'standard-unchanged', data: { version: before.version } })
    const gone = before ? await checkSuccessor(before, text) : []
    if (gone.length > 0) return refuse({ code: 'standards-faulty', faults: gone })
    const version: StandardVersion = {
      ...text,
      version: (before?.version ?? 0) + 1,
      contentHash: hashOf(text.content),
      publishedAt: now.toISOString(),
      publishedBy: actorRef(actor),
    }
    // All standards together must still load: a table that another one needs may have lost a row's meaning.
    const whole = await loadStandards([...versions, version])
    if (!whole.ok) return whole
    await insertVersion(tx, actor.companyId, version)
    return accept(version)
  })
  if (published.ok) shelf.forget(actor.companyId)
  return published
}

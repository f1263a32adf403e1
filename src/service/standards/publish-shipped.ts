import { dateInShanghai } from '#kernel'
import type { Database } from '#platform/database/index'
import { hashOf, type StandardText, type StandardVersion } from './standard-version.ts'
import { insertVersion, listVersions } from './store.ts'

/** What an upgrade does to one standard: nothing, a first or a further version, or leaves the company's own alone. */
export type Shipping = 'same' | 'first' | 'further' | 'own'

const isShipped = ({ publishedBy }: StandardVersion) => publishedBy.startsWith('system:')

/** `versions`: all of this standard, oldest first. */
export function decideShipping(versions: readonly StandardVersion[], { content }: StandardText): Shipping {
  const last = versions.at(-1)
  if (!last) return 'first'
  if (versions.findLast(isShipped)?.contentHash === hashOf(content)) return 'same'
  return isShipped(last) ? 'further' : 'own'
}

/**
 * Gives a company what the product ships: every standard to a new one; after an upgrade those that are new, and a further
 * version, in force from today, of those that changed. What the company published itself is never touched: the names of
 * such standards whose shipped text changed are the answer, so that somebody compares them.
 */
export async function publishShipped(
  database: Database,
  companyId: string,
  texts: readonly StandardText[],
  now: Date,
): Promise<readonly string[]> {
  return await database.withCompany(companyId, async (tx) => {
    const known = await listVersions(tx, companyId)
    const own: string[] = []
    for (const text of texts) {
      const versions = known.filter(({ kind, name }) => kind === text.kind && name === text.name)
      const shipping = decideShipping(versions, text)
      if (shipping === 'own') own.push(`${text.kind}/${text.name}`)
      if (shipping !== 'first' && shipping !== 'further') continue
      await insertVersion(tx, companyId, {
        ...text,
        version: (versions.at(-1)?.version ?? 0) + 1,
        contentHash: hashOf(text.content),
        sourceNote: 'shipped with the product',
        publishedAt: now.toISOString(),
        publishedBy: shipping === 'first' ? 'system:first-publication' : 'system:upgrade',
        effectiveFrom: shipping === 'first' ? '2020-01-01' : dateInShanghai(now),
      })
    }
    return own
  })
}

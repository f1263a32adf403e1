import type { Actor } from '#casefile/actor'

/** Who a session cookie stands for, and how long that may be believed. */
export interface KnownSession {
  readonly accountId: string
  readonly actor: Actor
  /** End of the session if nothing more happens, in ms. */
  readonly expiresAtMs: number
}

interface Entry {
  readonly asked: Promise<KnownSession | undefined>
  readonly believeUntilMs: number
  /** Set when the answer has come. */
  known?: KnownSession
}

export interface SessionCache {
  /** The session of this cookie, asked for with `find` unless it was asked a moment ago. */
  get(cookie: string, nowMs: number, find: () => Promise<KnownSession | undefined>): Promise<KnownSession | undefined>
  forgetAccount(accountId: string): void
  forgetAll(): void
}

/**
 * Sessions seen within `believeMs`, at most `most` of them, the longest unseen dropped first. Requests of one cookie that
 * come together ask once. A cookie that stands for nobody is not kept, so a sign-in counts at once.
 */
export function createSessionCache(believeMs: number, most: number): SessionCache {
  const entries = new Map<string, Entry>()
  const forgetWhere = (isMeant: (entry: Entry) => boolean): void => {
    for (const [cookie, entry] of entries) if (isMeant(entry)) entries.delete(cookie)
  }
  return {
    get: async (cookie, nowMs, find) => {
      const kept = entries.get(cookie)
      const valid =
        kept !== undefined &&
        nowMs < kept.believeUntilMs &&
        nowMs < (kept.known?.expiresAtMs ?? Number.POSITIVE_INFINITY)
      if (valid) return await kept.asked
      const entry: Entry = { asked: find(), believeUntilMs: nowMs + believeMs }
      entries.delete(cookie)
      entries.set(cookie, entry)
      const eldest = entries.size > most ? entries.keys().next().value : undefined
      if (eldest !== undefined) entries.delete(eldest)
      return await settle(entry, () => entries.get(cookie) === entry && entries.delete(cookie))
    },
    // An answer still under way may be about this account too, and may have been read before the change.
    forgetAccount: (accountId) => forgetWhere(({ known }) => known === undefined || known.accountId === accountId),
    forgetAll: () => entries.clear(),
  }
}

async function settle(entry: Entry, drop: () => void): Promise<KnownSession | undefined> {
  try {
    const known = await entry.asked
    if (known === undefined) drop()
    else entry.known = known
    return known
  } catch (error) {
    drop()
    throw error
  }
}

/** A form as it was left, on this device only, until it is sent. */
export interface Draft {
  readonly values: Readonly<Record<string, unknown>>
  /** Instant it was last changed. */
  readonly savedAt: string
}

const storageKey = (key: string) => `tongdian-draft:${key}`

/** undefined where there is none, or where the device lets us keep nothing. */
export function readDraft(key: string): Draft | undefined {
  try {
    const text = localStorage.getItem(storageKey(key))
    return text === null ? undefined : (JSON.parse(text) as Draft)
  } catch {
    return undefined
  }
}

/** False where the device has no room or forbids it: the page then says nothing about saving. */
export function keepDraft(key: string, draft: Draft): boolean {
  try {
    localStorage.setItem(storageKey(key), JSON.stringify(draft))
    return true
  } catch {
    return false
  }
}

export function dropDraft(key: string): void {
  try {
    localStorage.removeItem(storageKey(key))
  } catch {
    // Nothing was kept then.
  }
}

import { useState } from 'react'

export interface SavedFilter {
  readonly name: string
  /** The query text of the page's address. */
  readonly search: string
}

const key = (staffId: string) => `tongdian.desk.filters.${staffId}`

function readSaved(staffId: string): readonly SavedFilter[] {
  try {
    const stored: unknown = JSON.parse(localStorage.getItem(key(staffId)) ?? '[]')
    return Array.isArray(stored) ? stored.filter(isSaved) : []
  } catch {
    return []
  }
}

const isSaved = (entry: unknown): entry is SavedFilter =>
  typeof entry === 'object' && entry !== null && 'name' in entry && 'search' in entry

/** A person's own filters, kept on this device. */
export function useSavedFilters(staffId: string) {
  const [saved, setSaved] = useState(() => readSaved(staffId))
  const keep = (filters: readonly SavedFilter[]) => {
    localStorage.setItem(key(staffId), JSON.stringify(filters))
    setSaved(filters)
  }
  return {
    saved,
    save: (filter: SavedFilter) => keep([...saved.filter((entry) => entry.name !== filter.name), filter]),
    remove: (name: string) => keep(saved.filter((entry) => entry.name !== name)),
  }
}

import { useCallback, useMemo, useState } from 'react'

export interface KeptPlace {
  /** Key of the chosen row; undefined: none was chosen yet. */
  readonly chosen: string | undefined
  readonly scrolled: number
  /** `focus`: move the focus to the row, as the keys J and K do. */
  readonly choose: (key: string, focus?: boolean) => void
  readonly scroll: (top: number) => void
}

const storageKey = (filter: string) => `tongdian.desk.place.${filter}`

function read(filter: string): { chosen?: string; scrolled?: number } {
  try {
    return JSON.parse(sessionStorage.getItem(storageKey(filter)) ?? '{}')
  } catch {
    return {}
  }
}

function keep(filter: string, change: { chosen?: string; scrolled?: number }): void {
  sessionStorage.setItem(storageKey(filter), JSON.stringify({ ...read(filter), ...change }))
}

/** Where one was in the list of this filter; it is there again when one comes back from a case. */
export function usePlaceKept(filter: string): KeptPlace {
  const [chosen, setChosen] = useState<readonly [string, string | undefined]>([filter, read(filter).chosen])
  const choose = useCallback(
    (key: string, focus = false) => {
      keep(filter, { chosen: key })
      setChosen([filter, key])
      if (focus) document.querySelector<HTMLElement>(`[data-row="${CSS.escape(key)}"] a`)?.focus()
    },
    [filter],
  )
  const scroll = useCallback((top: number) => keep(filter, { scrolled: top }), [filter])
  return useMemo(
    () => ({
      chosen: chosen[0] === filter ? chosen[1] : read(filter).chosen,
      scrolled: read(filter).scrolled ?? 0,
      choose,
      scroll,
    }),
    [chosen, filter, choose, scroll],
  )
}

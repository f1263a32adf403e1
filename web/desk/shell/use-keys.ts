import { useEffect } from 'react'

type Handler = (event: KeyboardEvent) => void

/** Where typing means typing: fields, and dialogs, which have keys of their own. */
function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false
  if (target.isContentEditable || target.closest('dialog')) return true
  return target.matches('input:not([type=checkbox]):not([type=radio]), textarea, select')
}

/** The name under which a page listens for the pressed key; undefined where it is meant for something else. */
function keyOf(event: KeyboardEvent): string | undefined {
  if (event.defaultPrevented || event.altKey) return undefined
  const name = event.key.length === 1 ? event.key.toLowerCase() : event.key
  if (event.ctrlKey || event.metaKey) return `ctrl+${name}`
  if (isTyping(event.target) || !singleKeysOn()) return undefined
  const isPressed =
    name === 'Enter' && event.target instanceof HTMLElement && event.target.closest('a, button, summary')
  return isPressed ? undefined : name
}

/**
 * Single keys of a page (`j`, `Enter`, `?`) and the one with Ctrl (`ctrl+k`). A single key counts only while nothing is
 * typed into and no button or link has the focus that the key would press (WCAG 2.1.4: they can be turned off).
 */
export function useKeys(handlers: Readonly<Record<string, Handler>>, enabled = true): void {
  useEffect(() => {
    if (!enabled) return
    const listen = (event: KeyboardEvent) => {
      const handler = handlers[keyOf(event) ?? '']
      if (!handler) return
      event.preventDefault()
      handler(event)
    }
    document.addEventListener('keydown', listen)
    return () => document.removeEventListener('keydown', listen)
  }, [handlers, enabled])
}

const offMark = 'tongdian.desk.single-keys-off'

export const singleKeysOn = (): boolean => localStorage.getItem(offMark) === null

export function turnSingleKeys(on: boolean): void {
  if (on) localStorage.removeItem(offMark)
  else localStorage.setItem(offMark, '1')
}

const key = 'tongdian-theme'
export type Theme = 'auto' | 'light' | 'dark'

export function readTheme(): Theme {
  try {
    const stored = localStorage.getItem(key)
    return stored === 'light' || stored === 'dark' ? stored : 'auto'
  } catch {
    return 'auto'
  }
}

/** Chooses a side by hand, or leaves it to the system. */
export function setTheme(theme: Theme): void {
  if (theme === 'auto') delete document.documentElement.dataset.theme
  else document.documentElement.dataset.theme = theme
  try {
    localStorage.setItem(key, theme)
  } catch {
    // The choice then holds for this visit only.
  }
}

export function applyStoredTheme(): void {
  const theme = readTheme()
  if (theme !== 'auto') document.documentElement.dataset.theme = theme
}

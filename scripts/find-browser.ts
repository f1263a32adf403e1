import { existsSync } from 'node:fs'
import { type Browser, chromium } from 'playwright-core'

const known = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome', '/opt/google/chrome/chrome']

/** Quiet and without what a container lacks: no sandbox for root, no GPU, nothing fetched in the background. */
const flags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-dev-shm-usage',
  '--no-first-run',
]

/** The browser of this machine: `CHROMIUM_PATH`, else where a system keeps one; undefined where there is none. */
export function findBrowser(): string | undefined {
  const named = process.env.CHROMIUM_PATH
  if (named !== undefined && named !== '') return existsSync(named) ? named : undefined
  return known.find((path) => existsSync(path))
}

/** Starts the browser without a window. Throws where there is none: ask `findBrowser` first and say what is left out. */
export async function launchBrowser(): Promise<Browser> {
  const executablePath = findBrowser()
  if (executablePath === undefined) throw new Error('no browser: set CHROMIUM_PATH or install chromium')
  return await chromium.launch({ executablePath, headless: true, args: flags })
}

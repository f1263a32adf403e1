import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { type RunningTongdian, startTongdian } from '../../src/main.ts'
import type { StaffAccount } from '../../src/stories/player.ts'
import { buildWeb } from '../build-web.mjs'
import { launchBrowser } from '../find-browser.ts'

export type Language = 'zh' | 'en'
export const languages: readonly Language[] = ['zh', 'en']

/** A scratch company on a test clock and a browser that looks at it. */
export interface Stage {
  readonly server: RunningTongdian
  readonly browser: Browser
  readonly dataFolder: string
  readonly accounts: readonly StaffAccount[]
  close(): Promise<void>
}

/** What a picture shows: whose page (by cookie), where, what must be there, and what is done before it is taken. */
export interface Shot {
  readonly name: string
  readonly language: Language
  readonly cookie: string
  readonly path: string
  readonly shown: string
  readonly window: 'desk' | 'phone'
  readonly before?: ((page: Page, language: Language) => Promise<void>) | undefined
}

const windows = {
  desk: { viewport: { width: 1440, height: 900 } },
  phone: { viewport: { width: 390, height: 844 }, deviceScaleFactor: 2 },
}
const root = join(import.meta.dirname, '..', '..')
const folder = join(root, 'docs', 'user-guide', 'pictures')

/** Opens it on an empty folder; `prepare` may fill that before it is served. */
export async function openStage(prepare?: (dataFolder: string) => Promise<void>): Promise<Stage> {
  await buildWeb(root)
  mkdirSync(folder, { recursive: true })
  const dataFolder = mkdtempSync(join(tmpdir(), 'tongdian-pictures-'))
  await prepare?.(dataFolder)
  const quiet = { log: () => undefined }
  const server = await startTongdian({ dataFolder, port: 0, clock: 'test', seed: 'people', web: true, ...quiet })
  const browser = await launchBrowser()
  return {
    server,
    browser,
    dataFolder,
    accounts: JSON.parse(readFileSync(join(dataFolder, 'accounts.json'), 'utf8')),
    close: async () => {
      await browser.close()
      await server.stop()
      rmSync(dataFolder, { recursive: true, force: true })
    },
  }
}

/** Takes one picture into docs/user-guide/pictures. */
export async function takeShot({ browser, server: { url } }: Stage, shot: Shot): Promise<void> {
  const context = await browser.newContext({
    ...windows[shot.window],
    locale: shot.language === 'zh' ? 'zh-CN' : 'en',
    reducedMotion: 'reduce',
  })
  const pairs = shot.cookie
    .split('; ')
    .map((pair) => [pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1)])
  await context.addCookies(pairs.map(([name = '', value = '']) => ({ name, value, url })))
  const page = await context.newPage()
  await page.goto(`${url}${shot.path}`, { waitUntil: 'networkidle' })
  await page.waitForSelector(shot.shown)
  await shot.before?.(page, shot.language)
  await page.waitForLoadState('networkidle')
  await page.screenshot({ path: join(folder, `${shot.name}.${shot.language}.png`) })
  await context.close()
}

import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startTongdian } from '../src/main.ts'
import { signInStaff } from '../src/platform/accounts/sign-in-client.ts'
import { playDemonstration } from '../src/stories/demonstration-cases.ts'
import { buildWeb } from './build-web.mjs'
import { launchBrowser } from './find-browser.ts'

/**
 * The pictures of docs/user-guide/zh/insight.md, taken of a scratch company whose history is the demonstration's:
 * `node scripts/take-insight-pictures.ts`.
 */
const pictures = [
  { name: 'insight-process', path: '/desk/insight', shown: '.map .step' },
  { name: 'insight-clocks', path: '/desk/insight?view=clocks', shown: '.owner-bar' },
  { name: 'insight-indicators', path: '/desk/insight?view=indicators', shown: '.plot svg' },
] as const
const folder = join(import.meta.dirname, '..', 'docs', 'user-guide', 'pictures')
/** The Monday on which the pictured company stands: the same pictures at whatever time they are taken. */
const today = new Date('2026-11-23T09:00:00+08:00')

await buildWeb(join(import.meta.dirname, '..'))
const dataFolder = mkdtempSync(join(tmpdir(), 'tongdian-pictures-'))
const server = await startTongdian({
  dataFolder,
  port: 0,
  clock: 'test',
  seed: 'people',
  web: true,
  log: () => undefined,
})
const browser = await launchBrowser()
try {
  const accounts = JSON.parse(readFileSync(join(dataFolder, 'accounts.json'), 'utf8'))
  await playDemonstration({ baseUrl: server.url, accounts, dataFolder }, today)
  await server.tongdian.database.testClock?.set(today)
  const manager = accounts.find((account: { login: string }) => account.login === 'liu-jianping')
  const cookie = await signInStaff(server.url, manager)
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, locale: 'zh-CN' })
  const pairs = cookie.split('; ').map((pair) => [pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1)])
  await context.addCookies(pairs.map(([name = '', value = '']) => ({ name, value, url: server.url })))
  mkdirSync(folder, { recursive: true })
  for (const { name, path, shown } of pictures) {
    const page = await context.newPage()
    await page.goto(`${server.url}${path}`)
    await page.waitForSelector(shown)
    await page.waitForLoadState('networkidle')
    await page.screenshot({ path: join(folder, `${name}.zh.png`) })
    await page.close()
  }
  console.log(`${pictures.length} pictures in docs/user-guide/pictures`)
} finally {
  await browser.close()
  await server.stop()
  rmSync(dataFolder, { recursive: true, force: true })
}

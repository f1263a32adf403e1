import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import type { Browser, Page } from 'playwright-core'
import { buildWeb } from '../scripts/build-web.mjs'
import { findBrowser, launchBrowser } from '../scripts/find-browser.ts'
import { startTongdian } from '../src/main.ts'
import { Player, type StaffAccount } from '../src/stories/player.ts'
import { type TownSize, townOfTenThousand, writeTown } from '../tests/generated-town.ts'
import { median, printReport, round, say } from './report.ts'

const drags = 4
const stepsPerDrag = 25
const stepMs = 16

/**
 * The map of the network at the desk in a browser, on ten thousand elements (`--elements N`) and on the demonstration's town:
 * until it is drawn; the time between frames while it is dragged over the whole town and close by, and what of a frame the
 * page's own script takes. The browser draws without a graphics card here, on the same cores as the server; figures alone,
 * nothing is asserted.
 */
export async function run(args: readonly string[]): Promise<void> {
  if (!findBrowser()) {
    printReport({ name: 'map', figures: {}, checks: [], leftOut: ['everything: no browser on this machine'] })
    return
  }
  const wanted = Number(args[args.indexOf('--elements') + 1])
  const size = wanted > 0 ? { feeders: 40, polesPerFeeder: Math.round(wanted / 100) } : townOfTenThousand
  await buildWeb(process.cwd())
  const dataFolder = mkdtempSync(join(tmpdir(), 'tongdian-bench-map-'))
  chmodSync(dataFolder, 0o711)
  const server = await startTongdian({ dataFolder, port: 0, clock: 'test', seed: 'people', web: true, log: () => {} })
  const browser = await launchBrowser()
  try {
    const accounts = JSON.parse(readFileSync(join(dataFolder, 'accounts.json'), 'utf8')) as StaffAccount[]
    const player = new Player({ baseUrl: server.url, accounts, dataFolder })
    const cookie = await player.cookieOf('shen-yiwen')
    const small = await measure(browser, server.url, cookie)
    say(`map: the demonstration's town: ${small.elements} elements, frames of ${small.whole.p95Ms} ms (p95)`)
    const importSeconds = await importTown(player, size)
    const large = await measure(browser, server.url, cookie)
    say(`map: ${large.elements} elements: frames of ${large.whole.p95Ms} ms (p95), drawn after ${large.drawnMs} ms`)
    printReport({ name: 'map', figures: { importSeconds, demonstration: small, large }, checks: [] })
  } finally {
    await browser.close()
    await server.stop()
    rmSync(dataFolder, { recursive: true, force: true })
  }
}

async function importTown(player: Player, size: TownSize): Promise<number> {
  const contentBase64 = gzipSync(writeTown(size)).toString('base64')
  const today = new Date().toISOString().slice(0, 10)
  const from = performance.now()
  const body = { file: 'town.csv', contentBase64, effectiveFrom: today }
  await player.call('POST', '/api/v1/network/versions', body, 'shen-yiwen')
  return round((performance.now() - from) / 1000)
}

async function measure(browser: Browser, url: string, cookie: string) {
  const context = await browser.newContext({
    viewport: { width: 1440, height: 900 },
    locale: 'zh-CN',
    reducedMotion: 'reduce',
  })
  await context.addCookies(
    cookie.split('; ').map((pair) => ({
      name: pair.slice(0, pair.indexOf('=')),
      value: pair.slice(pair.indexOf('=') + 1),
      url,
    })),
  )
  const page = await context.newPage()
  const from = performance.now()
  await page.goto(`${url}/desk/network`)
  await page.waitForSelector('.grid-map-tools')
  await idle(page)
  const drawnMs = Math.round(performance.now() - from)
  const elements = await page.evaluate(
    async () => ((await (await fetch('/api/v1/network/map')).json()) as { features: unknown[] }).features.length,
  )
  const whole = await drag(page)
  for (let times = 0; times < 3; times += 1) await page.getByRole('button', { name: '放大' }).click()
  await idle(page)
  const close = await drag(page)
  await context.close()
  return { elements, drawnMs, whole, close }
}

/** Waits until half a second of frames came without a long one. */
async function idle(page: Page): Promise<void> {
  await page.evaluate(
    () =>
      new Promise<void>((resolve) => {
        let calmSince = performance.now()
        let before = calmSince
        const look = (now: number) => {
          if (now - before > 50) calmSince = now
          before = now
          if (now - calmSince > 500) resolve()
          else requestAnimationFrame(look)
        }
        requestAnimationFrame(look)
      }),
  )
}

/** Drags the map to and fro, and how long its frames took meanwhile. */
async function drag(page: Page) {
  const size = await page.locator('.grid-map canvas').boundingBox()
  if (!size) throw new Error('the page shows no map')
  await page.evaluate(() => {
    const watched = { frames: [] as number[], isOver: false }
    Object.assign(window, { watched })
    let before = performance.now()
    const look = (now: number) => {
      watched.frames.push(now - before)
      before = now
      if (!watched.isOver) requestAnimationFrame(look)
    }
    requestAnimationFrame(look)
  })
  const cdp = await page.context().newCDPSession(page)
  await cdp.send('Performance.enable')
  const scriptMs = async () => {
    const { metrics } = await cdp.send('Performance.getMetrics')
    return 1000 * (metrics.find(({ name }) => name === 'ScriptDuration')?.value ?? 0)
  }
  const before = await scriptMs()
  const [x, y] = [size.x + size.width / 2, size.y + size.height / 2]
  for (let n = 0; n < drags; n += 1) {
    const way = n % 2 === 0 ? 1 : -1
    await page.mouse.move(x, y)
    await page.mouse.down()
    for (let step = 1; step <= stepsPerDrag; step += 1) {
      await page.mouse.move(x + way * step * 8, y + way * step * 4)
      await page.waitForTimeout(stepMs)
    }
    await page.mouse.up()
  }
  const frames = await page.evaluate(() => {
    const { watched } = window as unknown as { watched: { frames: number[]; isOver: boolean } }
    watched.isOver = true
    return watched.frames
  })
  const scriptMsPerFrame = round(((await scriptMs()) - before) / Math.max(1, frames.length))
  const sorted = frames.toSorted((a, b) => a - b)
  const at = (share: number) => round(sorted[Math.floor(share * (sorted.length - 1))] ?? 0)
  return {
    frames: frames.length,
    scriptMsPerFrame,
    medianMs: round(median(frames)),
    p95Ms: at(0.95),
    longestMs: at(1),
    over50ms: frames.filter((ms) => ms > 50).length,
  }
}

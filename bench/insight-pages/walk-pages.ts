import { AxeBuilder } from '@axe-core/playwright'
import type { Browser, Page } from 'playwright-core'
import { say } from '../report.ts'

/** A page of insight, or something done on one, and what stands there when it is ready. */
interface Stop {
  readonly name: string
  readonly path: string
  readonly ready: string
  /** Done after the page is ready; then `done` is waited for. */
  readonly act?: (page: Page) => Promise<unknown>
  readonly done?: string
}

const button = (name: string) => (page: Page) => page.getByRole('button', { name, exact: true }).first().click()

export const stops: readonly Stop[] = [
  { name: 'process', path: '/insight', ready: '.map .step' },
  { name: 'findings', path: '/insight', ready: '.insight-side .finding-row, .insight-side .quiet' },
  {
    name: 'cases behind a step',
    path: '/insight',
    ready: '.map .step',
    act: (page) => page.locator('.map .step').nth(1).press('Enter'),
    done: '.drill .case-lines a',
  },
  { name: 'replay', path: '/insight', ready: '.map .step', act: button('回放'), done: '.replay canvas' },
  {
    name: 'published process',
    path: '/insight?variant=lv-standard',
    ready: '.map .step',
    act: button('发布的流程'),
    done: '.published-figures',
  },
  { name: 'one kind of voltage', path: '/insight?voltageClass=lv', ready: '.map .step' },
  { name: 'compare', path: '/insight?view=compare&to=2026-05-31&b.from=2026-06-01', ready: '.step.pair' },
  { name: 'clocks', path: '/insight?view=clocks', ready: '.owner-bar' },
  { name: 'indicators', path: '/insight?view=indicators', ready: '.plot svg' },
  { name: 'what-if', path: '/insight?view=whatif', ready: '.back-test' },
  { name: 'logs', path: '/insight?view=logs', ready: '.log-figures' },
  {
    name: 'model found in the log',
    path: '/insight?view=logs',
    ready: '.log-figures',
    act: button('发现'),
    done: '.discovered .djs-element',
  },
]

export interface Visit {
  readonly stop: string
  readonly width: number
  /** From the address to everything asked for shown. */
  readonly shownMs: number
  readonly actMs?: number
  readonly biggestReplyKb: number
  readonly violations: readonly string[]
  readonly overflowPx: number
  readonly failure?: string
}

/** The first page waits until the history has been read. */
const mostMs = 600_000

/** Goes through every page at one width, each in a fresh tab. */
export async function walk(browser: Browser, url: string, cookie: string, width: number): Promise<readonly Visit[]> {
  const context = await browser.newContext({
    viewport: { width, height: 900 },
    locale: 'zh-CN',
    reducedMotion: 'reduce',
  })
  await context.addCookies(
    cookie.split('; ').map((pair) => {
      const at = pair.indexOf('=')
      return { name: pair.slice(0, at), value: pair.slice(at + 1), url }
    }),
  )
  const visits: Visit[] = []
  for (const stop of stops) {
    const page = await context.newPage()
    page.setDefaultTimeout(mostMs)
    visits.push(await visit(page, url, stop, width))
    const last = visits.at(-1)
    say(`insight-pages: ${JSON.stringify({ ...last, violations: last?.violations.length })}`)
    await page.close()
  }
  await context.close()
  return visits
}

async function visit(page: Page, url: string, stop: Stop, width: number): Promise<Visit> {
  let biggest = 0
  const errors: string[] = []
  page.on('pageerror', (error) => errors.push(error.message))
  page.on('response', (response) => {
    if (!response.url().includes('/api/')) return
    if (response.status() >= 400) errors.push(`${response.status()} ${response.url()}`)
    void response.body().then(
      (body) => {
        biggest = Math.max(biggest, body.length)
      },
      () => undefined,
    )
  })
  const begin = performance.now()
  const failed = (error: unknown): Visit => ({
    stop: stop.name,
    width,
    shownMs: performance.now() - begin,
    biggestReplyKb: Math.round(biggest / 1024),
    violations: [],
    overflowPx: 0,
    failure: `${error instanceof Error ? (error.message.split('\n')[0] ?? '') : error} ${errors.join('; ')}`,
  })
  try {
    await page.goto(`${url}/desk${stop.path}`)
    await page.waitForSelector(stop.ready)
    await page.waitForLoadState('networkidle')
    const shownMs = Math.round(performance.now() - begin)
    const from = performance.now()
    if (stop.act) await stop.act(page)
    if (stop.done) await page.waitForSelector(stop.done)
    const actMs = Math.round(performance.now() - from)
    await page.waitForLoadState('networkidle')
    const axe = await new AxeBuilder({ page })
      .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'])
      // The product's mark of the diagram library is its own.
      .exclude('.bjs-powered-by')
      .analyze()
    const shots = process.env.TONGDIAN_SHOTS
    if (shots)
      await page.screenshot({ path: `${shots}/${stop.name.replaceAll(' ', '-')}-${width}.png`, fullPage: true })
    return {
      stop: stop.name,
      width,
      shownMs,
      ...(stop.act && { actMs }),
      biggestReplyKb: Math.round(biggest / 1024),
      violations: axe.violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id}: ${target.join(' ')}`)),
      overflowPx: await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth),
      ...(errors.length > 0 && { failure: errors.join('; ') }),
    }
  } catch (error) {
    return failed(error)
  }
}

import { AxeBuilder } from '@axe-core/playwright'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { launchBrowser } from '../../scripts/find-browser.ts'
import { type Journey, openJourney } from '../journey/open-journey.ts'

export interface DeskOptions {
  readonly language?: 'zh-CN' | 'en'
  readonly width?: number
  readonly dark?: boolean
}

/** A whole server with pages, and a browser in which people of the demonstration company sit at the desk. */
export interface DeskBench {
  readonly journey: Journey
  readonly url: string
  /** A page of a browser session of its own; signed in where a login is given. */
  openPage(login: string | undefined, options?: DeskOptions): Promise<Page>
  /** What the pages wrote to their consoles as errors, and what they threw. */
  readonly pageErrors: readonly string[]
  close(): Promise<void>
}

export async function openDesk(): Promise<DeskBench> {
  const journey = await openJourney({ web: true })
  const browser = await launchBrowser()
  const pageErrors: string[] = []
  const player = journey.newPlayer()
  return {
    journey,
    url: journey.server.url,
    pageErrors,
    async openPage(login, options = {}) {
      const context = await newContext(browser, options)
      if (login) await signIn(context, journey.server.url, await player.cookieOf(login))
      const page = await context.newPage()
      page.setDefaultTimeout(20_000)
      page.on('pageerror', (error) => pageErrors.push(`${login ?? 'nobody'}: ${error.message}`))
      return page
    },
    async close() {
      await browser.close()
      await journey.close()
    },
  }
}

async function newContext(browser: Browser, { language = 'zh-CN', width = 1440, dark = false }: DeskOptions) {
  return await browser.newContext({
    viewport: { width, height: 900 },
    locale: language,
    colorScheme: dark ? 'dark' : 'light',
    reducedMotion: 'reduce',
  })
}

async function signIn(context: BrowserContext, url: string, cookie: string): Promise<void> {
  const cookies = cookie.split('; ').map((pair) => {
    const at = pair.indexOf('=')
    return { name: pair.slice(0, at), value: pair.slice(at + 1), url }
  })
  await context.addCookies(cookies)
}

/** Opens a page of the desk and waits until what it asked for is there. */
export async function visit(page: Page, url: string, path: string): Promise<void> {
  await page.goto(`${url}/desk${path}`)
  await page.waitForLoadState('networkidle')
}

/** Every violation of WCAG 2.2 A and AA that axe finds, in one line each. */
export async function violations(page: Page): Promise<readonly string[]> {
  const found = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'])
    // The product's mark of the diagram library is its own.
    .exclude('.bjs-powered-by')
    .analyze()
  return found.violations.flatMap((violation) =>
    violation.nodes.map((node) => `${violation.id}: ${node.target.join(' ')} (${node.failureSummary ?? ''})`),
  )
}

/** Presses Tab until the element with this accessible name has the focus; fails where it cannot be reached. */
export async function tabTo(page: Page, name: string, most = 80): Promise<void> {
  for (let step = 0; step < most; step += 1) {
    await page.keyboard.press('Tab')
    const focused = await page.evaluate(() => {
      const element = document.activeElement
      if (!(element instanceof HTMLElement)) return ''
      const labels = element instanceof HTMLInputElement ? [...(element.labels ?? [])] : []
      return [element.getAttribute('aria-label'), ...labels.map((label) => label.innerText), element.innerText].join(
        ' ',
      )
    })
    if (focused.includes(name)) return
  }
  throw new Error(`"${name}" cannot be reached with Tab`)
}

import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { findBrowser } from '../../scripts/find-browser.ts'
import { hvFactory } from '../../src/stories/hv-factory.ts'
import { lvResident } from '../../src/stories/lv-resident.ts'
import { measureFirstLoad } from './first-load.ts'
import { violations } from './open-desk.ts'
import { openPortal, type PortalBench, stepPath } from './open-portal.ts'

if (!findBrowser()) console.warn('portal-pages: left out, no browser on this machine')

describe.skipIf(!findBrowser())('pages of the portal', () => {
  let portal: PortalBench
  let visits: readonly { readonly phone: string; readonly path: string }[]
  beforeAll(async () => {
    portal = await openPortal()
    const factory = {
      phone: '13800000301',
      answer: await portal.playUntil(hvFactory, 'rectify-defects', '13800000301'),
    }
    const home = {
      phone: '13700000302',
      answer: await portal.playUntil(lvResident, 'sign-energising-form', '13700000302'),
    }
    const of = (phone: string, paths: readonly string[]) => paths.map((path) => ({ phone, path }))
    visits = [
      ...of(factory.phone, [
        '/',
        '/limits',
        '/charges',
        '/capacity',
        '/other',
        '/no-such-page',
        '/cases/no-such-case',
        '/apply/factory/need',
        `/cases/${factory.answer.caseId}`,
        `/cases/${factory.answer.caseId}/fees`,
        stepPath(factory.answer, 'rectify-defects'),
      ]),
      ...of(home.phone, [stepPath(home.answer, 'sign-energising-form'), `/cases/${home.answer.caseId}/rate`]),
    ]
  })
  afterAll(() => portal.close())

  it.each([
    { language: 'zh-CN', dark: false, width: 390 },
    { language: 'en', dark: true, width: 390 },
    { language: 'en', dark: false, width: 320 },
    { language: 'zh-CN', dark: true, width: 1280 },
  ] as const)(
    'no violation in $language, dark $dark, $width px; nothing wider than the page; room for a thumb',
    async (options) => {
      for (const { phone, path } of visits) {
        const page = await portal.openPhone(phone, options)
        await page.goto(`${portal.url}${path}`)
        await page.getByRole('heading', { level: 1 }).first().waitFor()
        expect(await violations(page), path).toEqual([])
        const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
        expect(overflow, path).toBeLessThanOrEqual(0)
        const small = await page.evaluate(() =>
          [
            ...document.querySelectorAll<HTMLElement>(
              'a[href], button, select, summary, input:not([type=radio]):not([type=checkbox]):not([type=file]), textarea',
            ),
          ]
            .filter((element) => !element.closest('.skip, p, .fault-summary'))
            .map((element) => ({ text: element.textContent || element.tagName, box: element.getBoundingClientRect() }))
            .filter(({ box }) => box.height > 0 && box.height < 43.5)
            .map(({ text, box }) => `${text} ${box.height}`),
        )
        expect(small, path).toEqual([])
        await page.context().close()
      }
      expect(portal.pageErrors).toEqual([])
    },
  )

  it('without a right: the page says what to do, not what went wrong inside', async () => {
    const page = await portal.openPhone('13900000399')
    const [other] = visits.filter(({ path }) => /^\/cases\/[^/]+$/.test(path) && !path.includes('no-such'))
    await page.goto(`${portal.url}${other?.path}`)
    await page.getByText('没有找到这一页').waitFor()
  })

  it('the database away: a clear page, and the way back', async () => {
    const page = await portal.openPhone('13800000301')
    const [own] = visits.filter(({ path }) => /^\/cases\/[^/]+$/.test(path) && !path.includes('no-such'))
    await page.route('**/api/v1/my/cases/**', (route) =>
      route.fulfill({
        status: 503,
        json: { code: 'database-away', status: 503, message: '数据库暂时不可用。', faults: [] },
      }),
    )
    await page.goto(`${portal.url}${own?.path}`)
    await page.getByText('系统暂时不可用').waitFor({ timeout: 30_000 })
    await page.unroute('**/api/v1/my/cases/**')
    await page.getByRole('button', { name: '再试一次' }).click()
    await page.getByRole('heading', { name: '办到哪一步' }).waitFor()
  })

  it.each([
    { face: 'portal', path: '/', mostKb: 180 },
    { face: 'desk', path: '/desk/', mostKb: 480 },
  ])('scripts before the first interaction: $face at most $mostKb kB in brotli', async ({ path, mostKb }) => {
    const page = await portal.openPhone(undefined)
    const { kb, files } = await measureFirstLoad(page, `${portal.url}${path}`)
    expect(files).toBeGreaterThan(0)
    expect(kb).toBeLessThanOrEqual(mostKb)
    expect(readFileSync(join('dist', 'web', 'index.html'), 'utf8')).not.toMatch(/<script(?![^>]*src=)/)
  })
})

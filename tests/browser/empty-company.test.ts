import { readFileSync } from 'node:fs'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { buildWeb } from '../../scripts/build-web.mjs'
import { findBrowser, launchBrowser } from '../../scripts/find-browser.ts'
import { type RunningTongdian, startTongdian } from '../../src/main.ts'
import { computeCode } from '../../src/platform/accounts/one-time-code.ts'
import { createTestDatabase, type TestDatabase } from '../test-database.ts'
import { violations } from './open-desk.ts'

if (!findBrowser()) console.warn('empty-company: left out, no browser on this machine')

const password = 'Clear-Creek-2026-Grid'

/** `npm start -- --empty`: from the first administrator's password to the first case, in the browser. */
describe.skipIf(!findBrowser())('an empty company', () => {
  let database: TestDatabase
  let server: RunningTongdian
  let browser: Browser
  beforeAll(async () => {
    await buildWeb(process.cwd())
    database = await createTestDatabase({ clock: 'real' })
    const { dataFolder } = database
    server = await startTongdian({
      database,
      dataFolder,
      port: 0,
      clock: 'real',
      seed: 'empty',
      web: true,
      log: () => undefined,
    })
    browser = await launchBrowser()
  })
  afterAll(async () => {
    await browser.close()
    await server.stop()
    await database.close()
  })

  const newPage = async (): Promise<Page> => {
    const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, locale: 'zh-CN' })
    const page = await context.newPage()
    page.setDefaultTimeout(20_000)
    return page
  }

  /** Sets the password and pairs the authenticator; the secret. */
  async function setUp(page: Page, link: string): Promise<string> {
    await page.goto(link)
    await page.getByLabel('新密码').fill(password)
    await page.getByRole('button', { name: '下一步' }).click()
    await page.locator('img.qr').waitFor()
    const secret = (await page.locator('.secret-text').innerText()).replace(/\s/g, '')
    expect(await violations(page)).toEqual([])
    await page.getByLabel('动态验证码').fill(computeCode(secret, Date.now()))
    await page.getByRole('button', { name: '启用' }).click()
    await page.getByRole('link', { name: '去登录' }).click()
    return secret
  }

  async function signIn(page: Page, login: string, secret: string): Promise<void> {
    await page.getByLabel('登录名').fill(login)
    await page.getByLabel('密码').fill(password)
    await page.keyboard.press('Enter')
    await page.getByLabel('动态验证码').fill(computeCode(secret, Date.now() + 30_000))
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { level: 1, name: '我的待办' }).waitFor()
  }

  it('is founded, gets a unit, a clerk and a published standard, and the clerk can begin', async () => {
    const setUpAt = server.setUpUrl ?? ''
    expect(setUpAt).toContain('/desk/set-up?token=')
    const admin = await newPage()
    await signIn(admin, 'administrator', await setUp(admin, setUpAt))
    await admin.goto(`${server.url}/desk/people`)
    await admin.getByRole('button', { name: '新增单位' }).click()
    const unit = admin.getByRole('dialog')
    await unit.getByLabel('单位名称').fill('城关供电所')
    await unit.getByLabel('单位代码').fill('chengguan')
    await unit.getByLabel('类型').selectOption('station')
    await unit.getByRole('button', { name: '保存' }).click()
    await unit.waitFor({ state: 'detached' })
    await admin.getByRole('button', { name: '新增人员' }).click()
    const person = admin.getByRole('dialog')
    await person.getByLabel('姓名').fill('王敏')
    await person.getByLabel('人员编号').fill('wang-min')
    await person.getByLabel('手机号').fill('13900001234')
    await person.getByLabel('单位').selectOption('chengguan')
    await person.getByRole('button', { name: '添加角色' }).click()
    await person.getByLabel('第 1 行角色').selectOption('clerk')
    await person.getByRole('button', { name: '新增并生成启用链接' }).click()
    const link = await admin.locator('.secret-text').innerText()

    // A standard of the company's own goes live at once: the promise for acceptance is two days now.
    const shipped = readFileSync('standards/decisions/limits.dmn', 'utf8')
    const limits = shipped.replace(/(id="limits-46-o2"><text>)1</, '$12<')
    expect(limits).not.toBe(shipped)
    await admin.goto(`${server.url}/desk/standards/decision/limits`)
    await admin.getByRole('button', { name: '发布新版' }).click()
    const publish = admin.getByRole('dialog')
    await publish.getByLabel('内容').fill(limits)
    await publish.getByLabel('依据').fill('第一版')
    await publish.getByRole('button', { name: '发布新版' }).click()
    await publish.waitFor({ state: 'detached' })

    const clerk = await newPage()
    await signIn(clerk, 'wang-min', await setUp(clerk, link))
    await clerk.goto(`${server.url}/desk/cases/new`)
    await clerk.getByLabel('户名').waitFor()
    expect(await violations(clerk)).toEqual([])
    await clerk.goto(`${server.url}/desk/inbox?queue=claimable`)
    await clerk.getByRole('heading', { level: 1, name: '待认领' }).waitFor()
    expect(await violations(clerk)).toEqual([])
  })
})

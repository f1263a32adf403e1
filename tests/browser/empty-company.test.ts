import { randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { buildWeb } from '../../scripts/build-web.mjs'
import { findBrowser, launchBrowser } from '../../scripts/find-browser.ts'
import { type RunningTongdian, startTongdian } from '../../src/main.ts'
import { computeCode } from '../../src/platform/accounts/one-time-code.ts'
import { inventedIdNumber, resident } from '../../src/stories/customers.ts'
import { demonstrationPeople } from '../../src/stories/demonstration-company.ts'
import { drawPaper } from '../../src/stories/paper.ts'
import {
  accept,
  accountManager,
  aftercare,
  answerPlan,
  countersignContract,
  draftContract,
  draftPlan,
  fees,
  inspect,
  installMeter,
  planOutage,
  reply,
  returnVisit,
  signContract,
  signOff,
  survey,
  switchOn,
} from '../../src/stories/passages.ts'
import { Player, type StaffAccount } from '../../src/stories/player.ts'
import { handInSupplements } from '../../src/stories/supplements.ts'
import { createTestDatabase, type TestDatabase } from '../test-database.ts'
import { violations } from './open-desk.ts'

if (!findBrowser()) console.warn('empty-company: left out, no browser on this machine')

const password = 'Clear-Creek-2026-Grid'
const customer = resident(77, '周桂兰', '澄溪县城关镇桥西巷 6 号')
/** Besides the clerk: everybody a case needs, twice where duties are separated. Their names are those the stories' passages call. */
const needed: ReadonlySet<string> = new Set([
  ...['he-min', 'xu-kexin', 'shen-yiwen', 'han-li', 'qin-feng', 'cao-yun', 'he-zhiqiang', 'luo-simin', 'wei-qing'],
  ...['gao-jianjun', 'liu-chang', 'ding-hao', 'sun-li', 'wu-peng', 'jin-hui', 'fan-rui', 'liu-jianping'],
])

/** `npm start -- --empty`: from the first administrator's password to the first case in the archive. */
describe.skipIf(!findBrowser())('an empty company', () => {
  let database: TestDatabase
  let server: RunningTongdian
  let browser: Browser
  beforeAll(async () => {
    await buildWeb(process.cwd())
    database = await createTestDatabase({ clock: 'test' })
    const { dataFolder } = database
    server = await startTongdian({
      database,
      dataFolder,
      port: 0,
      clock: 'test',
      companyName: '澄溪新区供电公司',
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

  /** The administrator adds the rest of the staff; each sets a password and pairs an authenticator. */
  async function addStaff(admin: Page): Promise<StaffAccount[]> {
    const post = async (path: string, data: object) => {
      const headers = { 'idempotency-key': randomUUID(), origin: server.url }
      const reply = await admin.request.post(`${server.url}${path}`, { data, headers })
      if (!reply.ok()) throw new Error(`${path}: ${reply.status()} ${await reply.text()}`)
      return (await reply.json()) as { setupToken: string; login: string; totpSecret: string }
    }
    const accounts: StaffAccount[] = []
    for (const { staffId, name, phone, grants } of demonstrationPeople.filter((person) => needed.has(person.staffId))) {
      const own = grants.map((grant) => ({ ...grant, unitId: 'chengguan' }))
      const person = { staffId, name, phone, unitId: 'chengguan', login: staffId, grants: own }
      const { setupToken } = await post('/api/v1/people', person)
      const { login, totpSecret } = await post('/api/auth/setup', { token: setupToken, password })
      await post('/api/auth/setup/confirm', { token: setupToken, code: computeCode(totpSecret, Date.now()) })
      accounts.push({ login, password, totpSecret })
    }
    return accounts
  }

  /** The counter's form, typed in full; the case it opens. */
  async function typeApplication(clerk: Page): Promise<string> {
    const field = (path: string) => clerk.locator(`[id$="_-${path}"]`)
    const choose = async (path: string, words: string) =>
      await clerk
        .locator(`label:has(input[name$="_-${path}"])`)
        .filter({ has: clerk.getByText(words, { exact: true }) })
        .click()
    await clerk.getByLabel('客户到厅原因').fill('老人不会用手机')
    await field('kind').selectOption('new')
    await choose('category', '居民')
    await choose('unitId', '城关供电所')
    await field('applicant-kind').selectOption('owner')
    await field('applicant-name').fill('周桂兰')
    await choose('applicant-idKind', '居民身份证')
    await field('applicant-idNumber').fill(inventedIdNumber(77))
    await field('applicant-phone').fill(customer.phone)
    await field('applicant-contactName').fill('周桂兰')
    await field('premise-address').fill('澄溪县城关镇桥西巷 6 号')
    await field('load-requestedKw').fill('8')
    await field('documents-0-document').selectOption('identity-card')
    const proof = await drawPaper('居民身份证', ['周桂兰'])
    await clerk.locator('input[type=file]').setInputFiles({ name: '身份证.jpg', mimeType: 'image/jpeg', buffer: proof })
    await clerk.locator('.files-name', { hasText: '身份证.jpg' }).waitFor()
    await field('privacyAgreed').check()
    await clerk.getByRole('button', { name: '提交申请' }).click()
    await clerk.waitForURL(/\/desk\/cases\/(?!new)[^/?]+/)
    return new URL(clerk.url()).pathname.split('/').at(-1) ?? ''
  }

  it('is founded, gets its people and a published standard, and takes its first case from the counter to the archive', async () => {
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

    // What a company still lacks is said, until somebody holds every role of a case.
    const missing = admin.getByRole('region', { name: '还不能办成一件' })
    await admin.goto(`${server.url}/desk/people`)
    await missing.getByText('装表接电', { exact: false }).waitFor()
    expect(await violations(admin)).toEqual([])
    const accounts = await addStaff(admin)
    await admin.reload()
    await admin.getByRole('heading', { level: 2, name: '城关供电所' }).waitFor()
    expect(await missing.count()).toBe(0)

    const player = new Player({ baseUrl: server.url, accounts, dataFolder: database.dataFolder })
    await player.at('2026-03-02 09:00')
    await clerk.goto(`${server.url}/desk/cases/new`)
    const caseId = await typeApplication(clerk)
    await clerk.getByRole('heading', { level: 2, name: '业务受理' }).waitFor()
    await player.takeUp(caseId, 'liu-jianping')
    await accept(player, 'he-min')
    await player.at('2026-03-02 14:00')
    await survey(player, accountManager, { phases: 'single-phase', approvedLoadKw: 8, lineDistanceM: 25 })
    await draftPlan(player, 'shen-yiwen')
    await signOff(player)
    await reply(player, accountManager)
    await answerPlan(player, customer)
    await fees(player)
    await draftContract(player)
    await handInSupplements(player, customer)
    await signContract(player, customer)
    await countersignContract(player)
    await player.at('2026-03-03 09:00')
    await inspect(player, 'inspect-completion')
    await installMeter(player, 77)
    await planOutage(player, '2026-03-03 18:00')
    await switchOn(player, customer, { dispatcher: 'qin-feng' })
    await aftercare(player, 77)
    await returnVisit(player, accountManager)
    await clerk.goto(`${server.url}/desk/cases/${caseId}`)
    await clerk.getByText('工单已办结归档', { exact: false }).first().waitFor()
    expect(await violations(clerk)).toEqual([])
    const { facts } = (await player.view('liu-jianping')) as {
      facts: { type: string; body: { customerName?: string } }[]
    }
    expect(facts.findLast((fact) => fact.type === 'billing-set-up')?.body.customerName).toBe('周桂兰')
  })
})

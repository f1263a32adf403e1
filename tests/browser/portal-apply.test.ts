import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { findBrowser } from '../../scripts/find-browser.ts'
import { portalEn } from '../../web/portal/texts/en.ts'
import { portalZh } from '../../web/portal/texts/zh.ts'
import { tabTo, violations } from './open-desk.ts'
import { idNumber, openPortal, type PortalBench, photo, wrongIdNumber } from './open-portal.ts'

if (!findBrowser()) console.warn('portal-apply: left out, no browser on this machine')

/** What a person reads on the way, in both languages. */
const words = {
  'zh-CN': {
    texts: portalZh,
    owner: '产权人',
    name: '户名',
    idNumber: '证件号码',
    contact: '联系人',
    address: '用电地址',
    unit: '城关供电所',
    load: '申请容量',
    no: '否',
    wrongDigit: '校验位不对',
  },
  en: {
    texts: portalEn,
    owner: 'Owner',
    name: 'Name of the customer',
    idNumber: 'Document number',
    contact: 'Contact',
    address: 'Address of use',
    unit: '城关供电所',
    load: 'Load asked for',
    no: 'No',
    wrongDigit: 'check digit',
  },
} as const
type Language = keyof typeof words

describe.skipIf(!findBrowser())('applying on a phone', () => {
  let portal: PortalBench
  beforeAll(async () => {
    portal = await openPortal()
    await portal.journey.at('2026-03-02 09:10')
  })
  afterAll(() => portal.close())

  const next = (page: Page, language: Language) =>
    page.getByRole('button', { name: words[language].texts.apply.next }).click()

  async function signIn(page: Page, phone: string, language: Language) {
    const { session } = words[language].texts
    const since = Date.now() - 2_000
    await page.getByLabel(session.phone).fill(phone)
    await page.getByRole('button', { name: session.send }).click()
    await page.getByLabel(session.code).fill(await portal.readCode(phone, since))
    await page.getByRole('button', { name: session.enter, exact: true }).click()
  }

  async function giveProof(page: Page) {
    await page.locator('.choice').first().click()
    await page.setInputFiles('input[type=file]', photo)
    await page.getByText(photo.name).waitFor()
  }

  it.each([
    { language: 'zh-CN', phone: '13900000101' },
    { language: 'en', phone: '13900000102' },
  ] as const)('a home from the first page to the confirmation, $language', async ({ language, phone }) => {
    const said = words[language]
    const page = await portal.openPhone(undefined, { language })
    const checkPage = async () => expect(await violations(page)).toEqual([])
    await page.goto(portal.url)
    await page.getByText(said.texts.home.need.home.title).click()
    await signIn(page, phone, language)

    // Nothing chosen: the gap is named, and nothing moves.
    await page.getByRole('heading', { name: said.texts.apply.page.who.title }).waitFor()
    await next(page, language)
    await page.getByRole('alert').waitFor()
    await checkPage()
    await page.getByText(said.owner, { exact: true }).click()
    await next(page, language)

    await page.getByRole('heading', { name: said.texts.apply.page.proof.title }).waitFor()
    await giveProof(page)
    await checkPage()
    await next(page, language)

    await page.getByLabel(said.name).fill('王小明')
    await page.getByLabel(said.idNumber).fill(wrongIdNumber)
    await page.getByLabel(said.contact).fill('王小明')
    await next(page, language)
    await page.getByRole('alert').getByText(said.wrongDigit).waitFor()
    await page.getByLabel(said.idNumber).fill(idNumber)
    await next(page, language)

    // Left in the middle: the same page comes back as it was.
    await page.getByLabel(said.address).fill('澄溪县城关镇西街 5 号')
    await page.reload()
    expect(await page.getByLabel(said.address).inputValue()).toBe('澄溪县城关镇西街 5 号')
    await page.getByText(said.unit).click()
    await next(page, language)

    await page.getByLabel(said.load).fill('8')
    await page.getByText(said.no, { exact: true }).click()
    await next(page, language)
    // The short process is not to be had without its standards.
    await page.getByText(said.texts.apply.shortYes, { exact: true }).click()
    await next(page, language)
    await page.getByRole('alert').getByText(said.texts.apply.pickShort).waitFor()
    await checkPage()
    await page.getByText(said.texts.apply.shortNo, { exact: true }).click()
    await next(page, language)

    await page.getByRole('heading', { name: said.texts.apply.page.check.title }).waitFor()
    await page.getByText('澄溪县城关镇西街 5 号').waitFor()
    await checkPage()
    await page.getByRole('button', { name: said.texts.apply.submit }).click()
    await page.getByRole('alert').waitFor()
    await page.getByText(said.texts.apply.privacy).click()
    await page.getByRole('button', { name: said.texts.apply.submit }).click()
    await page.getByRole('heading', { name: said.texts.apply.sentTitle }).waitFor()
    await checkPage()
    await page.getByRole('link', { name: said.texts.case.toCase }).click()
    await page.getByRole('heading', { name: '王小明' }).waitFor()
    await checkPage()
    expect(portal.pageErrors).toEqual([])

    const mine = await portal.journey.send('GET', '/api/v1/my/cases', { as: phone })
    expect(mine.body.cases).toHaveLength(1)
  })

  it('by keyboard alone, to the first question', async () => {
    const page = await portal.openPhone('13900000103')
    await page.goto(portal.url)
    await page.getByRole('button', { name: portalZh.shell.signOut }).waitFor()
    await tabTo(page, portalZh.home.need.shop.title)
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { name: portalZh.apply.page.who.title }).waitFor()
    await tabTo(page, '企业或单位')
    await page.keyboard.press('Space')
    await tabTo(page, portalZh.apply.next)
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { name: portalZh.apply.page.proof.title }).waitFor()
    await page.goBack()
    await page.getByRole('heading', { name: portalZh.apply.page.who.title }).waitFor()
    expect(await page.getByRole('radio', { name: '企业或单位' }).isChecked()).toBe(true)
    await page.goto(portal.url)
    await page.getByText(portalZh.home.draftGo).click()
    await page.getByRole('heading', { name: portalZh.apply.page.who.title }).waitFor()
  })

  it('says why an upload was refused, and keeps what arrived', async () => {
    const page = await portal.openPhone('13900000104')
    await page.goto(`${portal.url}/apply/home`)
    await page.getByText('产权人', { exact: true }).click()
    await next(page, 'zh-CN')
    await page.locator('.choice').first().click()
    await page.setInputFiles('input[type=file]', {
      ...photo,
      name: 'virus.exe',
      buffer: Buffer.from('MZ not a picture'),
    })
    await page.locator('.files-refused').waitFor()
    expect(await page.locator('.files-refused').innerText()).toContain('virus.exe')
    expect((await page.locator('.files-refused .field-hint').innerText()).length).toBeGreaterThan(6)
    await page.setInputFiles('input[type=file]', photo)
    await page.locator('.files li:not(.files-refused)').getByText(photo.name).waitFor()
  })

  it('without a connection nothing is lost: it says so, and sending again has one effect', async () => {
    const phone = '13900000105'
    const page = await portal.openPhone(phone)
    await page.goto(`${portal.url}/apply/home`)
    await page.getByText('产权人', { exact: true }).click()
    await next(page, 'zh-CN')
    await giveProof(page)
    await next(page, 'zh-CN')
    await page.getByLabel('户名').fill('陈一')
    await page.getByLabel('证件号码').fill(idNumber)
    await page.getByLabel('联系人').fill('陈一')
    await next(page, 'zh-CN')
    await page.getByLabel('用电地址').fill('澄溪县城关镇西街 6 号')
    await page.getByText('城关供电所').click()
    await next(page, 'zh-CN')
    await page.getByLabel('申请容量').fill('8')
    await page.getByText('否', { exact: true }).click()
    await next(page, 'zh-CN')
    await page.getByText(portalZh.apply.shortNo).click()
    await next(page, 'zh-CN')
    await page.getByText(portalZh.apply.privacy).click()
    // The request arrives, the answer does not: the worst case for a double click.
    await page.route('**/api/v1/applications', async (route) => {
      await route.fetch()
      await route.abort('connectionreset')
    })
    await page.getByRole('button', { name: portalZh.apply.submit }).click()
    await page.getByText('没有连上网络').waitFor()
    await page.unroute('**/api/v1/applications')
    await page.getByRole('button', { name: portalZh.apply.submit }).click()
    await page.getByRole('heading', { name: portalZh.apply.sentTitle }).waitFor()
    const mine = await portal.journey.send('GET', '/api/v1/my/cases', { as: phone })
    expect(mine.body.cases).toHaveLength(1)
  })
})

import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { findBrowser } from '../../scripts/find-browser.ts'
import { hvFactory } from '../../src/stories/hv-factory.ts'
import { lvResident } from '../../src/stories/lv-resident.ts'
import { temporarySite } from '../../src/stories/temporary-site.ts'
import { portalEn } from '../../web/portal/texts/en.ts'
import { portalZh } from '../../web/portal/texts/zh.ts'
import { tabTo, violations } from './open-desk.ts'
import { openPortal, type PortalBench, photo, stepPath } from './open-portal.ts'

if (!findBrowser()) console.warn('portal-case: left out, no browser on this machine')

describe.skipIf(!findBrowser())('a case on a phone', () => {
  let portal: PortalBench
  beforeAll(async () => {
    portal = await openPortal()
  })
  afterAll(() => portal.close())

  it('the plan: read, asked about, agreed to with a code', async () => {
    const phone = '13800000201'
    const answer = await portal.playUntil(hvFactory, 'answer-supply-plan', phone)
    const page = await portal.openPhone(phone)
    await page.goto(portal.url)
    await page.getByRole('link', { name: portalZh.tasks['answer-supply-plan'].button }).click()
    await page.getByRole('heading', { name: portalZh.plan.title, level: 1 }).waitFor()
    await page.getByText('800 kVA').first().waitFor()
    expect(await page.locator('.diagram svg title').count()).toBe(1)
    expect(await violations(page)).toEqual([])

    await page.getByRole('button', { name: /先问客户经理/ }).click()
    await page.getByLabel(portalZh.plan.askText).fill('变压器放室内可以吗？')
    await page.getByRole('button', { name: portalZh.plan.askSend }).click()
    await page.getByText(portalZh.plan.asked).waitFor()

    await page.getByRole('button', { name: portalZh.plan.accept }).click()
    await page.getByRole('button', { name: portalZh.plan.acceptSign }).click()
    await page.getByRole('alert').getByText(/签名/).waitFor()
    await page.getByLabel('签名人姓名').fill('张永泰')
    const since = Date.now() - 1_000
    await page.getByRole('button', { name: '发送验证码' }).click()
    await page.getByText(/分钟内有效/).waitFor()
    await page.getByLabel('短信验证码').fill('000000')
    await page.getByRole('button', { name: portalZh.plan.acceptSign }).click()
    await page.getByText('验证码不对').first().waitFor()
    await page.getByLabel('短信验证码').fill(await portal.readCode(phone, since, '签名验证码'))
    await page.getByRole('button', { name: portalZh.plan.acceptSign }).click()
    await page.getByRole('heading', { name: portalZh.case.track }).waitFor()
    await page.getByText('变压器放室内可以吗？').waitFor()
    const file = await portal.journey.showCase(answer.caseId)
    expect(file.facts.some((fact) => fact.type === 'supply-plan-answered' && fact.body.accepts === true)).toBe(true)
    expect(portal.pageErrors).toEqual([])
  })

  it('somebody was faster: who is told keeps what was typed', async () => {
    const phone = '13800000202'
    const answer = await portal.playUntil(hvFactory, 'answer-supply-plan', phone)
    const page = await portal.openPhone(phone)
    await page.goto(`${portal.url}${stepPath(answer, 'answer-supply-plan')}`)
    await page.getByRole('button', { name: portalZh.plan.change }).click()
    await page.getByLabel('希望怎样改').or(page.locator('.answer textarea')).first().fill('想要两路电源')
    // Meanwhile the same step is answered from another phone.
    const taskPath = `/api/v1/cases/${answer.caseId}/tasks/${encodeURIComponent(answer.openTasks[0]?.taskId ?? '')}`
    const other = await portal.journey.send('POST', `${taskPath}/answer-supply-plan`, {
      as: phone,
      body: { accepts: false, wishes: '表想装在门口' },
    })
    expect(other.status).toBe(200)
    await page.getByRole('button', { name: portalZh.plan.changeSend }).click()
    await page.locator('.send-failure').waitFor()
    expect(await page.locator('.answer textarea').inputValue()).toBe('想要两路电源')
    await page.getByRole('button', { name: '看最新情况' }).click()
    await page.getByRole('heading', { name: portalZh.case.track }).waitFor()
  })

  it('the contract: every clause read, then signed', async () => {
    const phone = '13800000203'
    const answer = await portal.playUntil(hvFactory, 'sign-contract', phone)
    const page = await portal.openPhone(phone, { language: 'en' })
    const said = portalEn.contract
    await page.goto(`${portal.url}${stepPath(answer, 'sign-contract')}`)
    await page.getByRole('heading', { name: said.plain }).waitFor()
    expect(await violations(page)).toEqual([])
    const clauses = await page.locator('.clause-row').count()
    expect(clauses).toBeGreaterThan(20)
    // Not read: the button answers, and leads to the first unread clause.
    await page.getByRole('button', { name: `${clauses} clauses still unread` }).click()
    for (let read = 1; read < clauses; read += 1) await page.getByRole('button', { name: said.next }).click()
    await page.getByRole('button', { name: said.last, exact: true }).click()
    await page.getByRole('button', { name: said.sign }).click()
    await page.getByLabel('Name of the signer').fill('Zhang Yongtai')
    const since = Date.now() - 1_000
    await page.getByRole('button', { name: 'Send me a code' }).click()
    await page.getByLabel('Code from the text message').fill(await portal.readCode(phone, since, '签名验证码'))
    expect(await violations(page)).toEqual([])
    await page.getByRole('button', { name: said.sign }).click()
    await page.getByRole('heading', { name: portalEn.case.track }).waitFor()
    const file = await portal.journey.showCase(answer.caseId)
    expect(file.facts.some((fact) => fact.type === 'contract-signed')).toBe(true)
  })

  it('the contract: a clause wanted otherwise goes to the company unsigned', async () => {
    const phone = '13800000204'
    const answer = await portal.playUntil(hvFactory, 'sign-contract', phone)
    const page = await portal.openPhone(phone)
    await page.goto(`${portal.url}${stepPath(answer, 'sign-contract')}`)
    await page.getByRole('button', { name: portalZh.contract.wish }).click()
    await page.getByLabel(portalZh.contract.wishText).fill('付款日改到每月 25 日')
    await page.getByRole('button', { name: portalZh.contract.wishKeep }).click()
    // Kept on the device until it is sent.
    await page.reload()
    await page.getByText(/已记下：付款日改到每月 25 日/).waitFor()
    await page.getByRole('button', { name: portalZh.contract.sendWishes }).click()
    await page.locator('form').getByRole('button', { name: portalZh.contract.sendWishes }).click()
    await page.getByRole('heading', { name: portalZh.case.track }).waitFor()
    const file = await portal.journey.showCase(answer.caseId)
    expect(file.facts.some((fact) => fact.type === 'contract-changes-asked')).toBe(true)
    expect(file.facts.some((fact) => fact.type === 'contract-signed')).toBe(false)
  })

  it('by keyboard: urge, write to the account manager, withdraw', async () => {
    const phone = '13700000205'
    const answer = await portal.playUntil(lvResident, 'survey-site', phone)
    const page = await portal.openPhone(phone)
    await page.goto(`${portal.url}/cases/${answer.caseId}`)
    await page.getByRole('heading', { name: portalZh.case.track }).waitFor()
    await tabTo(page, portalZh.case.urge)
    await page.keyboard.press('Enter')
    await page.getByText(portalZh.case.urged).waitFor()
    await page.locator('#manager textarea').focus()
    await page.keyboard.type('周六在家')
    await tabTo(page, portalZh.case.send)
    await page.keyboard.press('Enter')
    await page.getByText('周六在家').waitFor()
    await tabTo(page, portalZh.case.withdraw)
    await page.keyboard.press('Enter')
    await page.getByLabel(portalZh.case.withdrawReason).fill('房子不买了')
    await tabTo(page, portalZh.case.withdrawGo)
    await page.keyboard.press('Enter')
    await page.getByText('已撤销').first().waitFor()
    expect((await portal.journey.showCase(answer.caseId)).status).toBe('withdrawn')
  })

  it('a paper that was to follow is handed in', async () => {
    const phone = '13800000206'
    const answer = await portal.playUntil(hvFactory, 'answer-supply-plan', phone)
    const page = await portal.openPhone(phone)
    await page.goto(`${portal.url}/cases/${answer.caseId}`)
    await page.getByRole('heading', { name: portalZh.case.track }).waitFor()
    const before = await page.getByText(portalZh.case.handIn, { exact: true }).count()
    expect(before).toBeGreaterThan(0)
    await page.getByText(portalZh.case.handIn, { exact: true }).first().click()
    await page.setInputFiles('input[type=file]', photo)
    await page.locator('.files li:not(.files-refused)').getByText(photo.name).waitFor()
    expect(await violations(page)).toEqual([])
    await page.getByRole('button', { name: portalZh.case.handIn }).click()
    await page.getByRole('heading', { name: portalZh.case.track }).waitFor()
    expect(await page.getByText(portalZh.case.handIn, { exact: true }).count()).toBe(before - 1)
  })

  it('a temporary supply in use: the form asks what the decision needs and no more', async () => {
    const phone = '13800000207'
    const answer = await portal.playUntil(temporarySite, 'end-temporary-supply', phone)
    const page = await portal.openPhone(phone)
    await page.goto(portal.url)
    await page.getByText(/^用到.*6月30日/).waitFor()
    await page.getByRole('link', { name: portalZh.tasks['end-temporary-supply'].button }).click()
    const until = page.getByLabel('延期至')
    const lasting = page.getByLabel('正式用电的申请编号')
    await page.getByText('转为正式用电', { exact: true }).click()
    await lasting.fill('YK26-0000-000')
    expect(await until.count()).toBe(0)
    await page.getByText('申请延期', { exact: true }).click()
    expect(await lasting.count()).toBe(0)
    await page.getByLabel('理由').fill('雨季停工，主体封顶推迟')
    await page.getByRole('button', { name: portalZh.tasks.send }).click()
    await page.getByRole('link', { name: '延期至：必填' }).waitFor()
    await until.fill('2026-08-31')
    expect(await violations(page)).toEqual([])
    await page.getByRole('button', { name: portalZh.tasks.send }).click()
    await page.getByRole('heading', { name: portalZh.case.track }).waitFor()
    const { facts } = await portal.journey.showCase(answer.caseId)
    const asked = facts.find((fact) => fact.type === 'temporary-extension-asked')
    expect(asked?.body).toMatchObject({ from: '2026-06-30', until: '2026-08-31' })
  })
})

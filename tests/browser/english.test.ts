import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { findBrowser } from '../../scripts/find-browser.ts'
import { enterprise, resident } from '../../src/stories/customers.ts'
import { hvFactory } from '../../src/stories/hv-factory.ts'
import { lvResident } from '../../src/stories/lv-resident.ts'
import { type Answer, StoppedAtStage } from '../../src/stories/player.ts'
import { type DeskBench, openDesk } from './open-desk.ts'

if (!findBrowser()) console.warn('english: left out, no browser on this machine')

const han = /[\u4e00-\u9fff]/

/**
 * Every text the server sent that is data: what somebody typed, a name, a law's own title. What has an English twin beside it
 * (`name` and `nameEn`, `nameZh` and `nameEn`) is no data but a word, and must not be shown to who reads English.
 */
function dataOf(answer: unknown, found: Set<string>): void {
  if (typeof answer === 'string') {
    if (han.test(answer)) found.add(answer)
  } else if (Array.isArray(answer)) {
    for (const entry of answer) dataOf(entry, found)
  } else if (answer !== null && typeof answer === 'object') {
    for (const [key, value] of Object.entries(answer)) {
      const hasTwin =
        `${key}En` in answer || `${key.replace(/Zh$/, '')}En` in answer || (key === 'zh' && 'en' in answer)
      if (!hasTwin || typeof value !== 'string') dataOf(value, found)
    }
  }
}

/** Chinese texts of a page that are neither the server's data nor the way to the Chinese page. */
async function chineseOn(page: Page, url: string): Promise<readonly string[]> {
  const data = new Set<string>(['中文', '通电'])
  const reading: Promise<void>[] = []
  page.on('response', (response) => {
    if (!response.url().includes('/api/v1/') || !response.headers()['content-type']?.includes('json')) return
    reading.push(
      response.json().then(
        (body) => dataOf(body, data),
        () => undefined,
      ),
    )
  })
  await page.goto(url, { waitUntil: 'networkidle' })
  await Promise.all(reading)
  const texts = await page.evaluate(() => {
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
    const all: string[] = []
    while (walker.nextNode()) {
      if (!walker.currentNode.parentElement?.closest('noscript, script, pre, svg')) {
        all.push(walker.currentNode.textContent ?? '')
      }
    }
    for (const element of document.querySelectorAll('[aria-label], [title], [placeholder], [alt]')) {
      for (const name of ['aria-label', 'title', 'placeholder', 'alt']) all.push(element.getAttribute(name) ?? '')
    }
    return all
  })
  const longestFirst = [...data].sort((a, b) => b.length - a.length)
  const rest = (text: string) => longestFirst.reduce((left, known) => left.replaceAll(known, ''), text)
  // The first letter of a name stands for a picture of the person.
  const isInitial = (text: string) => text.length === 1 && longestFirst.some((known) => known.startsWith(text))
  return [...new Set(texts.filter((text) => han.test(rest(text)) && !isInitial(text.trim())))]
}

describe.skipIf(!findBrowser())('the pages in English', () => {
  let desk: DeskBench
  const left: Answer[] = []
  beforeAll(async () => {
    desk = await openDesk()
    // A factory with its contract to sign, and a resident whose meter is on and not yet paid for.
    const stories = [
      [hvFactory, enterprise(81, '澄溪英文厂', '方晴', '澄溪县城关镇望湖路 9 号'), 'sign-contract'],
      [lvResident, resident(82, '王小英', '澄溪县城关镇滨河里 82 幢 3 单元 502 室'), 'inspect-completion'],
    ] as const
    for (const [story, customer, useCase] of stories) {
      const player = desk.journey.newPlayer()
      const doStep = player.do.bind(player)
      player.do = async (who, step, ...rest) => {
        if (step === useCase) throw new StoppedAtStage('as far as it is shown')
        return await doStep(who, step, ...rest)
      }
      await story.play(player, customer).catch((error) => {
        if (!(error instanceof StoppedAtStage)) throw error
      })
      left.push(player.case)
    }
  })
  afterAll(() => desk.close())

  it.each([
    ['liu-jianping', '/desk/inbox?queue=team'],
    ['liu-jianping', '/desk/overview'],
    ['liu-jianping', '/desk/cases'],
    ['gao-jianjun', '/desk/cases/CASE0'],
    ['gao-jianjun', '/desk/cases/CASE1'],
    ['administrator', '/desk/people'],
    ['administrator', '/desk/standards'],
    ['he-min', '/desk/cases/new'],
    ['13800000081', '/cases/CASE0'],
    ['13800000081', '/cases/CASE0/fees'],
    ['13800000081', '/limits'],
    ['13800000081', '/charges'],
    ['13700000082', '/cases/CASE1'],
    ['13700000082', '/'],
  ])('show no Chinese but names and what people typed: %s at %s', async (who, path) => {
    const page = await desk.openPage(who, { language: 'en' })
    const address = path.replace(/CASE(\d)/, (_, index: string) => left[Number(index)]?.caseId ?? '')
    expect(await chineseOn(page, desk.url + address)).toEqual([])
    await page.context().close()
  })
})

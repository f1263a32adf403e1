import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { demonstrationPeople } from '../../src/stories/demonstration-company.ts'
import { hvHospitalDual } from '../../src/stories/hv-hospital-dual.ts'
import { lvResident } from '../../src/stories/lv-resident.ts'
import { accept, accountManager, draftPlan, reply, signOff, survey } from '../../src/stories/passages.ts'
import { type Player, StoppedAtStage } from '../../src/stories/player.ts'
import type { Story } from '../../src/stories/story.ts'
import { printedText, readsPdf } from '../printed-text.ts'
import { type Journey, openJourney, type Reply } from './open-journey.ts'

/** Standards are data: a published version changes what the running server does from its date on, and nothing already begun. */
let journey: Journey

beforeAll(async () => {
  journey = await openJourney()
  await journey.at('2026-03-02 08:00')
})
afterAll(async () => await journey.close())

async function startCase(story: Story, until: string): Promise<Player> {
  const player = journey.newPlayer({ until })
  await expect(story.play(player, story.customer)).rejects.toThrow(StoppedAtStage)
  return player
}

const shipped = (path: string) => readFileSync(join('standards', path), 'utf8')

async function publish(kind: string, name: string, content: string, effectiveFrom = '2026-03-02'): Promise<Reply> {
  const body = { kind, name, content, effectiveFrom, sourceNote: '测试发布' }
  return await journey.send('POST', '/api/v1/standards', { as: 'administrator', body })
}

const versionOf = async (kind: string, name: string): Promise<number> => {
  const { body } = await journey.send('GET', '/api/v1/standards', { as: 'zheng-an' })
  const versions: { kind: string; name: string; version: number }[] = body.standards
  return Math.max(
    ...versions.filter((entry) => entry.kind === kind && entry.name === name).map((entry) => entry.version),
  )
}

/** One text changed, which must be there exactly once. */
function change(text: string, from: string, to: string): string {
  expect(text.split(from)).toHaveLength(2)
  return text.replace(from, () => to)
}

/** The low-voltage process with a second sign-off, by planning, after the one there is. */
function withSecondSignOff(): string {
  const xml = shipped('processes/lv-standard.bpmn')
  const task = `<userTask id="sign-off-planning" name="会签：发展" tongdian:useCase="sign-off-plan" tongdian:role="planning" tongdian:stage="plan-reply" tongdian:limitRow="supply-plan" tongdian:clockOwner="company" tongdian:customerVisible="false"><incoming>to-second</incoming><outgoing>sign-off-operation-to-is-agreed</outgoing></userTask>`
  const flows =
    '<sequenceFlow id="to-second" sourceRef="sign-off-operation" targetRef="sign-off-planning" /><sequenceFlow id="sign-off-operation-to-is-agreed" sourceRef="sign-off-planning" targetRef="is-agreed" />'
  const rewired = change(xml, '<outgoing>sign-off-operation-to-is-agreed</outgoing>', '<outgoing>to-second</outgoing>')
  const withFlows = change(
    rewired,
    '<sequenceFlow id="sign-off-operation-to-is-agreed" sourceRef="sign-off-operation" targetRef="is-agreed" />',
    flows,
  )
  return change(withFlows, '<userTask id="reply-supply-plan"', `${task}<userTask id="reply-supply-plan"`)
}

async function draft(player: Player): Promise<void> {
  await survey(player, accountManager, { phases: 'single-phase', approvedLoadKw: 8, lineDistanceM: 25 })
  await draftPlan(player, 'shen-yiwen')
}
const openNow = (player: Player) => player.case.openTasks.map((task) => task.elementId)

describe('a process', () => {
  it('with one more task goes live without a restart; running cases stay on theirs or are migrated', async () => {
    const stays = await startCase(lvResident, 'plan-reply')
    const moves = await startCase(lvResident, 'plan-reply')
    expect((await publish('process', 'lv-standard', withSecondSignOff())).status).toBe(200)
    const starts = await startCase(lvResident, 'plan-reply')
    const migrated = await moves.refusedBy(() =>
      moves.verb('liu-jianping', 'migrate-case', { toVersion: 2, reason: '按新标准会签' }),
    )
    expect([migrated.status, migrated.code]).toEqual([403, 'no-right'])
    await moves.verb('administrator', 'migrate-case', { toVersion: 2, reason: '按新标准会签' })
    for (const player of [stays, moves, starts]) {
      await draft(player)
      await signOff(player)
    }
    expect(openNow(stays)).toEqual(['reply-supply-plan'])
    expect(openNow(moves)).toEqual(['sign-off-planning'])
    expect(openNow(starts)).toEqual(['sign-off-planning'])
    for (const player of [moves, starts]) {
      await signOff(player)
      await reply(player, accountManager)
      expect(openNow(player)).toEqual(['answer-supply-plan'])
    }
    const view = await journey.showCase(moves.case.caseId)
    expect(view.process).toMatchObject({ name: 'lv-standard', version: 2 })
    expect(view.facts.find((fact) => fact.type === 'process-migrated')?.body).toMatchObject({
      fromVersion: 1,
      toVersion: 2,
    })
    const running = await journey.showCase(stays.case.caseId)
    expect(running.process).toMatchObject({ version: 1 })
  })
})

describe('a row', () => {
  it('of the limits: a clock that starts later has the new one, a running clock keeps its own', async () => {
    const before = await startCase(lvResident, 'plan-reply')
    const limits = shipped('decisions/limits.dmn')
    const row =
      limits
        .split('<rule ')
        .find((rule) => /"resident"<[\s\S]*"supply-plan"<[\s\S]*"promise"<[\s\S]*<text>1</.test(rule)) ?? ''
    expect(row).not.toBe('')
    const longer = change(limits, row, change(row, '<text>1</text>', '<text>2</text>'))
    expect((await publish('decision', 'limits', longer)).status).toBe(200)
    const after = await startCase(lvResident, 'plan-reply')
    const promiseOf = async (player: Player) =>
      (await journey.showCase(player.case.caseId)).clocks
        .find((clock) => clock.clock === 'supply-plan#1')
        ?.limits.find((limit) => limit.ruleSet === 'promise')
    expect(await promiseOf(before)).toMatchObject({ limitDays: 1, dueOn: '2026-03-03' })
    expect(await promiseOf(after)).toMatchObject({ limitDays: 2, dueOn: '2026-03-04' })
  })

  it('of the document list: asked of the next applicant, with a date from which it counts', async () => {
    const documents = shipped('decisions/documents.dmn')
    const [first = ''] = /<rule id="documents-1">[\s\S]*?<\/rule>/.exec(documents) ?? []
    const extra = first
      .replaceAll('documents-1', 'documents-new')
      .replace('"identity-card"', '"fire-safety-letter"')
      .replace('"contract"', '"energise"')
      .replace('<text>true</text>', '<text>false</text>')
      .replace('"居民身份证"', '"消防合格意见"')
    const asked = async () => {
      const path = '/api/v1/company/documents?kind=new&category=resident&voltageLevel=lv&applicantKind=owner'
      const { body } = await journey.send('GET', path)
      return body.documents.map((row: { document: string }) => row.document)
    }
    await journey.at('2026-03-02 08:00')
    expect(
      (await publish('decision', 'documents', change(documents, first, `${first}${extra}`), '2026-03-03')).status,
    ).toBe(200)
    expect(await asked()).not.toContain('fire-safety-letter')
    const before = await startCase(lvResident, 'plan-reply')
    await journey.at('2026-03-03 08:00')
    expect(await asked()).toContain('fire-safety-letter')
    const later = journey.newPlayer({ until: 'plan-reply', shiftWeeks: 1 })
    await expect(lvResident.play(later, lvResident.customer)).rejects.toThrow(StoppedAtStage)
    const supplementsOf = async (player: Player) =>
      (await journey.showCase(player.case.caseId)).facts
        .filter((fact) => fact.type === 'supplement-asked')
        .map((fact) => fact.body.document)
    expect(await supplementsOf(before)).not.toContain('fire-safety-letter')
    expect(await supplementsOf(later)).toContain('fire-safety-letter')
  })

  it('of the prices: the next fee is the new one', async () => {
    await journey.at('2026-03-02 08:00')
    const charges = shipped('decisions/charges.dmn')
    const player = await startCase(hvHospitalDual, 'design-review')
    const due = async () => (await player.prefill('wei-qing', 'determine-fees')).dueFen
    expect(await due()).toBe(4000 * 126 * 100)
    expect(
      (
        await publish(
          'decision',
          'charges',
          change(charges, '<text>"126"</text>', '<text>"131.5"</text>'),
          player.today,
        )
      ).status,
    ).toBe(200)
    expect(await due()).toBe(4000 * 131.5 * 100)
    const company = (await journey.send('GET', '/api/v1/company')).body
    expect(company.charges.some((row: { yuanPerKva?: string }) => JSON.stringify(row).includes('131.5'))).toBe(true)
  })
})

describe.skipIf(!readsPdf)('a published text', () => {
  /** Another first line for one form's notices, and the company's own line in all of them. */
  const noticesWith = (form: string, line: string): string => {
    const library = JSON.parse(shipped('documents/notices.json')) as { forms: Record<string, { zh: string }[]> }
    const [first, ...rest] = library.forms[form] ?? []
    return JSON.stringify({ ...library, forms: { ...library.forms, [form]: [{ ...first, zh: line }, ...rest] } })
  }
  const noticeOf = async (player: Player): Promise<string> => {
    const { documents } = await journey.showCase(player.case.caseId)
    const { sha256 } = documents.find(({ kind }) => kind === 'one-time-notice') ?? { sha256: '' }
    const cookie = await player.cookieOf('liu-jianping')
    const file = await fetch(`${journey.server.url}/api/v1/files/${player.case.caseId}~${sha256}`, {
      headers: { cookie },
    })
    return printedText(new Uint8Array(await file.arrayBuffer()))
  }

  it('stands on the forms and the pages from its day on', async () => {
    await journey.at('2026-03-02 08:00')
    const company = change(shipped('documents/company.json'), '"95598"', '"0575-82001234"')
    expect((await publish('document', 'company', company, '2026-03-03')).status).toBe(200)
    const notices = noticesWith('one-time-notice', '本告知书一式两份。')
    expect((await publish('document', 'notices', notices, '2026-03-03')).status).toBe(200)
    const phone = async () => (await journey.send('GET', '/api/v1/company')).body.servicePhone
    expect(await phone()).toBe('95598')
    const before = await noticeOf(await startCase(lvResident, 'plan-reply'))
    expect(before).toContain('一次告知，此后不再增加')
    expect(before).toContain('拨打95598')
    await journey.at('2026-03-03 08:00')
    expect(await phone()).toBe('0575-82001234')
    const later = journey.newPlayer({ until: 'plan-reply', shiftWeeks: 1 })
    await expect(lvResident.play(later, lvResident.customer)).rejects.toThrow(StoppedAtStage)
    const after = await noticeOf(later)
    expect(after).toContain('本告知书一式两份')
    expect(after).toContain('拨打0575-82001234')
  })

  it('with a place for a value that nobody has, or in another shape, is refused by name', async () => {
    const unknown = await publish('document', 'notices', noticesWith('fee-notice', '应缴 {everything}。'), '2026-12-01')
    expect([unknown.status, unknown.faults]).toMatchObject([422, [{ path: 'fee-notice', code: 'unknown-place' }]])
    const noPhone = JSON.stringify({ province: 'demo', servicePhone: '95598' })
    const shapeless = await publish('document', 'company', noPhone, '2026-12-01')
    expect([shapeless.status, shapeless.faults]).toMatchObject([
      422,
      [{ path: 'supervisionPhone', code: 'document-shape' }],
    ])
  })
})

describe('a faulty standard', () => {
  const faultsOf = (answer: Reply) =>
    answer.faults.map((fault) => `${fault.path}: ${fault.code} at ${'line' in fault ? fault.line : '-'}`)
  const process = shipped('processes/lv-short.bpmn')
  const lineOf = (text: string, part: string) => text.slice(0, text.indexOf(part)).split('\n').length

  it.each([
    [
      'an element the engine does not play',
      'lv-short',
      change(process, '<userTask id="survey-site"', '<scriptTask id="run" name="x" />\n<userTask id="survey-site"'),
      'run: unsupported-element',
      '<scriptTask id="run"',
    ],
    [
      'a step nobody can do',
      'lv-short',
      change(process, 'tongdian:useCase="survey-site"', 'tongdian:useCase="make-coffee"'),
      'survey-site: unknown-use-case',
      '<userTask id="survey-site"',
    ],
    [
      'a step for nobody',
      'lv-short',
      change(
        process,
        'tongdian:useCase="survey-site" tongdian:role="account-manager"',
        'tongdian:useCase="survey-site" tongdian:role="wizard"',
      ),
      'survey-site: unknown-role',
      '<userTask id="survey-site"',
    ],
  ])('%s: refused with element and line, nothing published', async (_, name, content, fault, part) => {
    const before = await versionOf('process', name)
    const answer = await publish('process', name, content, '2026-12-01')
    expect(answer.status).toBe(422)
    expect(faultsOf(answer)).toContain(`${fault} at ${lineOf(content, part)}`)
    expect(await versionOf('process', name)).toBe(before)
  })

  it('a table without a column, or without a setting, the program asks for: refused by name', async () => {
    const limits = shipped('decisions/limits.dmn')
    const settings = shipped('decisions/notice-settings.dmn')
    const noDays = await publish(
      'decision',
      'limits',
      limits.replaceAll('name="workingDays"', 'name="days"'),
      '2026-12-01',
    )
    expect([noDays.status, ...noDays.faults.map((fault) => fault.code)]).toEqual([422, 'output-missing'])
    const noInterval = await publish(
      'decision',
      'notice-settings',
      settings.replaceAll('"urge-interval-hours"', '"urge-interval"'),
      '2026-12-01',
    )
    expect([noInterval.status, ...noInterval.faults.map((fault) => fault.code)]).toEqual([422, 'setting-missing'])
    const parameters = shipped('power/parameters.csv')
    const noBand = await publish(
      'table',
      'power/parameters.csv',
      parameters.replace('access.middleFeederLoading', 'access.middleLoading'),
      '2026-12-01',
    )
    expect([noBand.status, ...noBand.faults.map((fault) => fault.code)]).toEqual([422, 'setting-missing'])
    const broken = await publish('decision', 'limits', change(limits, '<decision ', '<decision'), '2026-12-01')
    expect(broken.status).toBe(422)
  })

  it('a date that is over, an unchanged file, another name, another year, and somebody else than the administrator', async () => {
    await journey.at('2026-11-20 08:00')
    const calendar = shipped('calendar/2026.json')
    const tried = [
      await publish('calendar', '2026', calendar.replace('"holidays"', '"holidays" '), '2026-11-19'),
      await publish('calendar', '2026', calendar, '2026-11-20'),
      await publish('calendar', '2027', calendar, '2026-11-20'),
      await publish('process', 'lv-standard', process, '2026-11-20'),
      await publish('calendar', '2026', '{,', '2026-11-20'),
    ]
    expect(tried.map(({ status, code }) => `${status} ${code}`)).toEqual([
      '422 faulty-input',
      expect.stringMatching(/^4\d\d standard-unchanged$/),
      '422 standard-name-differs',
      '422 standard-name-differs',
      '422 standard-not-json',
    ])
    const body = { kind: 'calendar', name: '2027', content: '{}', effectiveFrom: '2026-11-20', sourceNote: '试' }
    const manager = await journey.send('POST', '/api/v1/standards', { as: 'liu-jianping', body })
    expect(manager.status).toBe(403)
  })
})

describe('a year whose calendar is not published', () => {
  it('shows that the limit cannot be told, tells the administrator, lets the case go on; the calendar makes it determinable', async () => {
    await journey.at('2026-12-01 08:00')
    // The limits as shipped again: a promise of one day for the plan, three by law.
    await publish('decision', 'limits', shipped('decisions/limits.dmn'), '2026-12-01')
    const weeks = 43 // 2026-12-28
    const { customer } = lvResident
    const stopped = journey.newPlayer({ shiftWeeks: weeks, until: 'acceptance' })
    await expect(lvResident.play(stopped, customer)).rejects.toThrow(StoppedAtStage)
    await journey.at('2026-12-30 10:00')
    await accept(stopped, 'he-min')
    const { caseId } = stopped.case
    const clockOf = async () => (await journey.showCase(caseId)).clocks.find((clock) => clock.clock === 'supply-plan#1')
    const limitOf = async (ruleSet: string) => (await clockOf())?.limits.find((limit) => limit.ruleSet === ruleSet)
    expect(await limitOf('law')).toMatchObject({ limitDays: 3, dueOn: 'undetermined', standing: 'undetermined' })
    expect((await limitOf('promise'))?.dueOn).toBe('2026-12-31')
    await journey.at('2026-12-30 11:00')
    await journey.server.background.settle()
    const recorded = (await journey.showCase(caseId)).facts.filter((fact) => fact.type === 'limit-undetermined')
    expect(recorded.length).toBeGreaterThan(0)
    expect(messagesOf('administrator').filter((text) => text.includes('尚未公布日历')).length).toBeGreaterThan(0)
    // The case goes on.
    await survey(stopped, accountManager, { phases: 'single-phase', approvedLoadKw: 8, lineDistanceM: 25 })
    expect(openNow(stopped)).toEqual(['draft-supply-plan'])
    const calendar = { year: 2027, source: '测试', confidence: 'M?', holidays: ['2027-01-01'], makeUpDays: [] }
    const published = await publish('calendar', '2027', JSON.stringify(calendar), '2026-12-30')
    expect(published.status).toBe(200)
    // 31 December, then Monday the 4th and Tuesday the 5th of January.
    expect(await limitOf('law')).toMatchObject({ dueOn: '2027-01-05' })
    expect((await journey.showCase(caseId)).facts.at(-1)?.type).toBe('limit-determined')
    // Left alone, it is warned and breached at the days that are now known.
    await journey.at('2027-01-08 12:00')
    const facts = (await journey.showCase(caseId)).facts
    const breach = facts.filter(
      (fact) => fact.type === 'limit-breached' && fact.body.clock === 'supply-plan#1' && fact.body.ruleSet === 'law',
    )
    expect(breach).toMatchObject([{ body: { dueOn: '2027-01-05' }, recordedAt: '2027-01-05T16:00:00.000Z' }])
  })
})

it('nothing of all this was a mistake of the server', () => {
  expect(journey.internalErrors).toEqual([])
})

/** Texts sent to the phone of a member of staff. */
function messagesOf(staffId: string): readonly string[] {
  const phone = demonstrationPeople.find((person) => person.staffId === staffId)?.phone ?? 'nobody'
  const folder = join(journey.database.dataFolder, 'outbox')
  return readdirSync(folder)
    .filter((name) => name.startsWith('sms-'))
    .map((name) => readFileSync(join(folder, name), 'utf8'))
    .filter((text) => text.includes(phone))
}

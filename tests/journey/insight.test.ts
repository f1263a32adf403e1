import { readFileSync } from 'node:fs'
import { type AddressInfo, connect, createServer } from 'node:net'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { unzipSync } from 'fflate'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { StaffActor } from '#casefile'
import { DatabaseAway } from '../../src/platform/database/index.ts'
import { ReportThread, ResidentHistory } from '../../src/service/insight/index.ts'
import type { DiscoveredModel, LogFigures } from '../../src/service/insight/logs/log-report.ts'
import type { ClockReport } from '../../src/service/insight/reports/clock-report.ts'
import type { Comparison } from '../../src/service/insight/reports/comparison.ts'
import type { FindingReport } from '../../src/service/insight/reports/findings.ts'
import type { IndicatorReport } from '../../src/service/insight/reports/indicator-report.ts'
import type { ProcessMap } from '../../src/service/insight/reports/process-map.ts'
import type { VariantReport } from '../../src/service/insight/reports/variant-report.ts'
import { hvFactory } from '../../src/stories/hv-factory.ts'
import { lvResident } from '../../src/stories/lv-resident.ts'
import { StoppedAtStage } from '../../src/stories/player.ts'
import { sentBack } from '../../src/stories/sent-back.ts'
import { type Journey, openJourney } from './open-journey.ts'

const manager = 'liu-jianping'
let journey: Journey
/** The case whose people took no time for their steps. */
let hurriedCase = ''

async function report<Report>(path: string): Promise<Report> {
  const reply = await journey.send('GET', `/api/v1/insight/${path}`, { as: manager })
  if (reply.status !== 200) throw new Error(`${path}: ${reply.status} ${reply.code}`)
  return reply.body as Report
}

/** Completions by step, counted in the facts themselves. */
async function countedSteps(): Promise<Record<string, number>> {
  const rows = await journey.database.asSuperuser<{ element: string; events: string }>(
    `select body::json->>'elementId' as element, count(*) as events from fact where type = 'task-completed' group by 1`,
  )
  return Object.fromEntries(rows.map((row) => [row.element, Number(row.events)]))
}

beforeAll(async () => {
  journey = await openJourney()
  for (const story of [lvResident, hvFactory]) await story.play(journey.newPlayer(), story.customer)
  const hurried = journey.newPlayer({ minutesOfStep: 0 })
  await sentBack.play(hurried, sentBack.customer)
  hurriedCase = hurried.case.caseId
})
afterAll(() => journey?.close())

describe('the process map of three cases', () => {
  it('counts every completed step once, as the facts do', async () => {
    const map = await report<ProcessMap>('process-map')
    const events = Object.fromEntries(map.activities.map((step) => [step.elementId, step.events]))
    expect(events).toEqual(await countedSteps())
    expect(map.cases).toBe(3)
    expect(map.paths.reduce((sum, path) => sum + path.count, 0)).toBe(map.events - map.cases)
    expect(map.activities.find((step) => step.elementId === 'survey-site')?.name).toBe('现场勘查')
  })

  it('shows fewer steps and paths when asked, none of them floating', async () => {
    const whole = await report<ProcessMap>('process-map')
    const part = await report<ProcessMap>('process-map?activities=0.5&paths=0.5')
    expect(part.activities.length).toBe(Math.ceil(whole.activities.length / 2))
    expect(part.paths.length).toBeLessThan(part.allPaths)
    const touched = new Set(part.paths.flatMap((path) => [path.source, path.target]))
    for (const step of part.activities) expect(touched).toContain(step.elementId)
  })

  it('narrows by voltage, and leads from a number to its cases', async () => {
    const hv = await report<ProcessMap>('process-map?voltageClass=hv')
    expect(hv.cases).toBe(2)
    const surveyed = await report<{ total: number; cases: { customerName: string }[] }>(
      'cases?voltageClass=lv&element=survey-site',
    )
    expect(surveyed).toMatchObject({ total: 1, cases: [{ customerName: lvResident.customer.contactName }] })
    const back = await report<{ total: number }>('cases?source=archive-file&target=accept-application')
    expect(back.total).toBe(0)
  })

  it('lays the same figures over the published process', async () => {
    const shown = await report<{ xml: string; process: { name: string }; activities: { elementId: string }[] }>(
      'published-process?variant=hv-standard',
    )
    expect(shown.process.name).toBe('hv-standard')
    for (const { elementId } of shown.activities) expect(shown.xml).toContain(`id="${elementId}"`)
  })
})

describe('reports', () => {
  it('list the variants of finished cases, with shares that add up', async () => {
    const { rows, cases } = await report<VariantReport>('variants')
    expect(cases).toBe(3)
    expect(rows.reduce((sum, row) => sum + row.cases, 0)).toBe(3)
    expect(rows.at(-1)?.cumulativeShare).toBe(1)
  })

  it('find steps that were done within seconds, in the case where they were, and nothing else', async () => {
    expect(hurriedCase).not.toBe('')
    const { groups } = await report<FindingReport>('findings')
    expect(groups.map((group) => group.kind)).toEqual(['too-quick'])
    for (const { caseId, data } of groups[0]?.findings ?? []) {
      expect(caseId).toBe(hurriedCase)
      expect(data.seconds).toBeLessThan(10)
    }
  })

  it('let the auditor settle a finding as a fact of its case, and count what turned out a false alarm', async () => {
    const before = await report<FindingReport>('findings')
    const [finding] = before.groups[0]?.findings ?? []
    if (!finding) throw new Error('nothing to settle')
    const { caseId, elementId, facts } = finding
    const body = { kind: 'too-quick', elementId, facts, verdict: 'false-alarm', reason: '演练工单' }
    const settle = (as: string, form: object) =>
      journey.send('POST', `/api/v1/cases/${caseId}/settle-finding`, { as, body: form })
    expect(await settle(manager, body)).toMatchObject({ code: 'no-right' })
    expect(await settle('zheng-an', { ...body, reason: '' })).toMatchObject({ code: 'faulty-input' })
    expect(await settle('zheng-an', { ...body, facts: [9998, 9999] })).toMatchObject({
      faults: [{ path: 'facts' }, { path: 'facts' }],
    })
    expect((await settle('zheng-an', body)).status).toBe(200)
    const after = await report<FindingReport>('findings')
    expect(after.groups[0]?.settled).toEqual({
      ...before.groups[0]?.settled,
      open: (before.groups[0]?.settled.open ?? 0) - 1,
      'false-alarm': 1,
    })
    // What is settled stands last.
    expect(after.groups[0]?.findings.at(-1)?.settled).toMatchObject({
      verdict: 'false-alarm',
      reason: '演练工单',
      byName: '郑安',
    })
    expect(after.groups[0]?.findings.at(-1)).toMatchObject({ caseId, elementId, facts })
    const rows = await journey.database.asSuperuser<{ actor: string }>(
      `select actor from fact where type = 'finding-settled' and case_id = '${caseId}'`,
    )
    expect(rows).toEqual([{ actor: 'staff:zheng-an' }])
    const csv = await journey.send('GET', '/api/v1/insight/export?report=findings&format=csv', { as: manager })
    expect(String((csv.body as { file: string }).file)).toContain('误报,演练工单,郑安')
  })

  it("keep the customer's days apart from the company's", async () => {
    const { byReason, cases } = await report<ClockReport>('clocks')
    expect(cases).toBe(3)
    expect(byReason.find(({ reason }) => reason === 'build-customer-works')?.owner).toBe('customer')
    expect(byReason.find(({ reason }) => reason === 'survey-site')?.owner).toBe('company')
  })

  it('tell indicators with definitions, and who pulled them down', async () => {
    const { all, definitions, byMonth } = await report<IndicatorReport>('indicators')
    const value = (key: string) => all.find((entry) => entry.key === key)
    expect(value('cases')?.value).toBe(3)
    expect(value('plan-first-pass')).toMatchObject({ value: 2 / 3, of: 3 })
    expect(value('plan-first-pass')?.failed).toHaveLength(1)
    expect(byMonth.flatMap(({ values }) => values).filter(({ key }) => key === 'cases')).toHaveLength(byMonth.length)
    for (const { definitionZh, definitionEn, source } of definitions) {
      expect([definitionZh, definitionEn, source].every((text) => text.length > 3)).toBe(true)
    }
  })

  it('set two selections side by side, each with the figures it has alone', async () => {
    const both = await report<Comparison>('comparison?a[voltageClass]=lv&b[voltageClass]=hv')
    expect(both.cases).toEqual([1, 2])
    for (const [side, voltage] of [
      [0, 'lv'],
      [1, 'hv'],
    ] as const) {
      const alone = await report<ProcessMap>(`process-map?voltageClass=${voltage}`)
      const steps = both.steps.filter(({ events }) => events[side] > 0)
      expect(steps.map(({ elementId, events }) => [elementId, events[side]]).sort()).toEqual(
        alone.activities.map(({ elementId, events }) => [elementId, events]).sort(),
      )
      for (const { elementId, handling, waiting } of steps) {
        const step = alone.activities.find((each) => each.elementId === elementId)
        expect([side === 0 ? handling.a : handling.b, side === 0 ? waiting.a : waiting.b]).toEqual([
          step?.handling,
          step?.waiting,
        ])
      }
    }
    // Three cases are too few to call anything a difference.
    expect(both.steps.every(({ handling, perCase }) => handling.p === null && perCase.p === null)).toBe(true)
    const refused = await journey.send('GET', '/api/v1/insight/comparison?a[from]=never', { as: manager })
    expect(refused).toMatchObject({ status: 422, faults: [{ path: 'a.from' }] })
  })

  it('go out as CSV', async () => {
    const cookie = await journey.newPlayer().cookieOf(manager)
    for (const name of ['indicators', 'findings', 'clocks', 'late', 'variants', 'steps', 'paths']) {
      const response = await fetch(`${journey.server.url}/api/v1/insight/export?report=${name}`, {
        headers: { cookie },
      })
      expect(response.headers.get('content-type'), name).toContain('text/csv')
      expect(response.headers.get('content-disposition'), name).toContain(`tongdian-${name}-`)
      const bytes = new Uint8Array(await response.arrayBuffer())
      expect([...bytes.slice(0, 3)], name).toEqual([0xef, 0xbb, 0xbf])
      const lines = new TextDecoder().decode(bytes).trimEnd().split('\r\n')
      expect(lines.length, name).toBeGreaterThan(name === 'late' ? 0 : 1)
    }
  })

  it('go out as Excel, the indicators with every case behind them', async () => {
    const cookie = await journey.newPlayer().cookieOf(manager)
    const response = await fetch(`${journey.server.url}/api/v1/insight/export?report=indicators&format=xlsx`, {
      headers: { cookie },
    })
    expect(response.headers.get('content-disposition')).toContain('.xlsx')
    const files = unzipSync(new Uint8Array(await response.arrayBuffer()))
    const text = (name: string) => new TextDecoder().decode(files[name])
    for (const sheet of ['指标', '未达标工单', '工单', '口径', '范围']) {
      expect(text('xl/workbook.xml')).toContain(`name="${sheet}"`)
    }
    const { all } = await report<IndicatorReport>('indicators')
    const cases = all.find(({ key }) => key === 'cases')?.value ?? 0
    expect(text('xl/worksheets/sheet3.xml').match(/<row /g)).toHaveLength(cases + 1)
    const failed = all.flatMap((value) => value.failed)
    expect(failed.length).toBeGreaterThan(0)
    expect(text('xl/worksheets/sheet2.xml').match(/<row /g)).toHaveLength(failed.length + 1)
    expect(text('xl/sharedStrings.xml')).toContain('YK26-0302-001')
  })
})

const reference = process.env.TONGDIAN_REFERENCE_DATA
const base64 = (bytes: Uint8Array | string) => Buffer.from(bytes).toString('base64')
const importLog = async (file: string, bytes: Uint8Array | string, guide: object = {}, as = manager) =>
  await journey.send('POST', '/api/v1/insight/logs', { as, body: { file, contentBase64: base64(bytes), guide } })

describe('logs of other systems', () => {
  const csv = [
    '申请,步骤,何时,谁',
    'a,受理,2026-03-02 09:00:00,甲',
    'a,勘查,2026-03-02 11:00:00,乙',
    'b,受理,2026-03-03 09:00:00,甲',
    'b,勘查,2026-03-03 12:00:00,乙',
  ]
  const guide = { caseId: '申请', activity: '步骤', time: '何时', resource: '谁', offsetMinutes: 480 }

  it('come in with a guide of the columns, once however often they are sent, and tell their figures', async () => {
    const first = await importLog('old.csv', csv.join('\n'), guide)
    expect(first).toMatchObject({ status: 200, body: { cases: 2, events: 4 } })
    const again = await importLog('old.csv', csv.join('\n'), guide)
    expect(again.body.logId).toBe(first.body.logId)
    const figures = await report<LogFigures>(`logs/${first.body.logId}`)
    expect(figures).toMatchObject({ events: 4, cases: 2, variantCount: 1, medianSeconds: 2.5 * 3600 })
    const model = await report<DiscoveredModel>(`logs/${first.body.logId}/discovered`)
    expect(model.fitness).toMatchObject({ tokenFitness: 1, alignmentFitness: 1, worst: [] })
    for (const [file, text] of [
      ['m.bpmn', model.bpmn],
      ['m.pnml', model.pnml],
    ] as const) {
      const checked = await journey.send('POST', `/api/v1/insight/logs/${first.body.logId}/check`, {
        as: manager,
        body: { file, text },
      })
      expect(checked.body, file).toMatchObject({ tokenFitness: 1, alignedFitCases: 100 })
    }
    await journey.send('POST', `/api/v1/insight/logs/${first.body.logId}/remove`, { as: manager, body: {} })
    expect(await journey.send('GET', `/api/v1/insight/logs/${first.body.logId}`, { as: manager })).toMatchObject({
      status: 404,
    })
  })

  it('come in whole or not at all, every faulty row listed in the reader’s language', async () => {
    const before = await report<{ logs: unknown[] }>('logs')
    const broken = [...csv, 'c,,2026-03-02 11:00:00,乙', 'd,受理,yesterday,乙', 'e,受理'].join('\n')
    const refused = await importLog('old.csv', broken, guide)
    expect(refused).toMatchObject({ status: 422, code: 'event-log-refused' })
    expect(refused.faults.map(({ path, code }) => [path, code])).toEqual([
      ['line 6', 'event-without-name'],
      ['line 7', 'unreadable-timestamp'],
      ['line 8', 'wrong-number-of-cells'],
    ])
    expect(refused.faults[1]?.message).toContain('yesterday')
    expect(await importLog('old.csv', csv.join('\n'))).toMatchObject({
      status: 422,
      faults: [{ code: 'column-missing' }, {}, {}],
    })
    expect(await importLog('x.xes.gz', gzipSync('<log></log>').subarray(0, 18))).toMatchObject({ status: 422 })
    expect(await importLog('x.xes', '<log><trace></log>')).toMatchObject({ status: 422 })
    expect(await report('logs')).toEqual(before)
  })

  it('stand beside the own history, which goes out as XES and OCEL and comes back the same', async () => {
    const own = await report<LogFigures>('logs/own')
    expect(own.cases).toBe(3)
    const cookie = await journey.newPlayer().cookieOf(manager)
    const response = await fetch(`${journey.server.url}/api/v1/insight/logs/own/export?format=xes`, {
      headers: { cookie },
    })
    const back = await importLog('own.xes.gz', gzipSync(await response.text()))
    expect(await report(`logs/${back.body.logId}`)).toEqual(own)
    const ocel = await fetch(`${journey.server.url}/api/v1/insight/logs/own/export?format=ocel`, {
      headers: { cookie },
    })
    expect(((await ocel.json()) as { events: unknown[] }).events).toHaveLength(own.events)
  })

  it.skipIf(!reference)('give the known figures of a log of others', async () => {
    const read = (name: string) => readFileSync(join(reference ?? '', 'eventlogs', name))
    const imported = await importLog('receipt.xes.gz', read('receipt.xes.gz'))
    const path = `logs/${imported.body.logId}`
    expect(await report<LogFigures>(path)).toMatchObject({ events: 8577, cases: 1434, variantCount: 116, dfgEdges: 99 })
    const checked = await journey.send('POST', `/api/v1/insight/${path}/check`, {
      as: manager,
      body: { file: 'receipt_one_variant.pnml', text: read('receipt_one_variant.pnml').toString() },
    })
    expect(checked.body.alignmentFitness).toBeCloseTo(0.77405, 5)
    expect(checked.body.tokenFitness).toBeCloseTo(0.90362, 5)
  })
})

const overseer = (): StaffActor => ({
  ...{ kind: 'staff', companyId: journey.companyId, staffId: 'x', name: 'x', unitId: 'x' },
  grants: [{ role: 'manager', unitId: null, voltageClasses: ['lv', 'hv'] }],
})

describe('the history kept in memory', () => {
  it('takes in what happened since, and equals one that is read anew', async () => {
    const kept = new ResidentHistory(journey.database)
    const before = await kept.cases(journey.companyId)
    expect(await kept.cases(journey.companyId)).toBe(before)
    const player = journey.newPlayer({ shiftWeeks: 20, until: 'works' })
    await lvResident.play(player, lvResident.customer).catch((error: unknown) => {
      if (!(error instanceof StoppedAtStage)) throw error
    })
    const after = await kept.cases(journey.companyId)
    expect(after.length).toBe(before.length + 1)
    expect(after).toEqual(await new ResidentHistory(journey.database).cases(journey.companyId))
  })

  it('lets the company asked longest ago go when memory is full, and reads it again', async () => {
    const small = new ResidentHistory(journey.database, undefined, { mostFacts: 1 })
    const first = await small.cases(journey.companyId)
    await small.cases(await journey.database.addCompany())
    const again = await small.cases(journey.companyId)
    expect(again).not.toBe(first)
    // The limit watch may write in between: the cases are the same, their facts may be more.
    expect(again.map(({ caseId }) => caseId)).toEqual(first.map(({ caseId }) => caseId))
    expect(again[0]).not.toBe(first[0])
  })

  it('is kept by a thread that starts anew after it died', async () => {
    const thread = new ReportThread(journey.database)
    const actor = overseer()
    const before = await thread.scope(actor, new Date())
    expect(before.cases).toBeGreaterThan(2)
    const cut = thread.scope(actor, new Date())
    await thread.close()
    await expect(cut).rejects.toThrow('the thread of the reports ended')
    // The limit watch may have written in between; the cases are the same.
    expect((await thread.scope(actor, new Date())).cases).toBe(before.cases)
    await thread.close()
  })

  it('is read once the database is back, where it was away when the thread began', async () => {
    const { owner, app } = journey.database.connections
    const to = owner.host.startsWith('/')
      ? { path: `${owner.host}/.s.PGSQL.${owner.port}` }
      : { host: owner.host, port: owner.port }
    const door = createServer((near) => {
      const far = connect(to)
      near.on('error', () => far.destroy()).pipe(far)
      far.on('error', () => near.destroy()).pipe(near)
    })
    const listen = async (port: number) => {
      await new Promise<void>((resolve) => door.listen(port, '127.0.0.1', resolve))
      return (door.address() as AddressInfo).port
    }
    const port = await listen(0)
    await new Promise((resolve) => door.close(resolve))
    const through = { host: '127.0.0.1', port }
    const thread = new ReportThread({ connections: { owner: { ...owner, ...through }, app: { ...app, ...through } } })
    const asked = () => thread.scope(overseer(), new Date())
    await expect(asked()).rejects.toThrow(DatabaseAway)
    await listen(port)
    expect((await asked()).cases).toBeGreaterThan(2)
    await thread.close()
    await new Promise((resolve) => door.close(resolve))
  })

  it('is empty for another company, and closed to who does not oversee', async () => {
    const other = await journey.database.addCompany()
    expect(await new ResidentHistory(journey.database).cases(other)).toEqual([])
    for (const as of ['he-min', lvResident.customer.phone, undefined]) {
      const reply = await journey.send('GET', '/api/v1/insight/process-map', { as })
      expect(reply.status, as).toBe(as === undefined ? 401 : 403)
    }
    expect(journey.internalErrors).toEqual([])
  })
})

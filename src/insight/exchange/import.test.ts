import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { getAccepted } from '#kernel'
import { attributesOf } from '../log/attribute-store.ts'
import { traceOf } from '../log/event-log.ts'
import { type ColumnGuide, CsvLogReader } from './read-csv.ts'
import { readXes, XesReader } from './read-xes.ts'

const event = (name: string, time = '2024-01-02T10:00:00+08:00', more = '') =>
  `<event><string key="concept:name" value="${name}"/><date key="time:timestamp" value="${time}"/>${more}</event>`
const trace = (name: string, events: string) => `<trace><string key="concept:name" value="${name}"/>${events}</trace>`
const log = (inside: string) => `<?xml version="1.0" encoding="UTF-8"?>\n<log xes.version="1.0">\n${inside}\n</log>`

const faultsOf = (result: ReturnType<typeof readXes>) => (result.ok ? [] : (result.refusal.faults ?? []))
const codes = (text: string) => faultsOf(readXes(text)).map((fault) => `${fault.path}: ${fault.code}`)

describe('XES import', () => {
  it('keeps typed and nested attributes', () => {
    const nested = `<string key="doc" value="许可 &amp; &quot;x&quot;"><int key="pages" value="3"><boolean key="signed" value="true"/></int></string>
      <float key="load" value="12.5"/><id key="ref" value="9f"/><int key="big" value="9007199254740993"/>
      <list key="poles"><values><int key="pole" value="1"/><int key="pole" value="2"/></values></list>`
    const document = getAccepted(readXes(log(trace('1', event('受理', '2024-01-02T10:00:00+08:00', nested)))))
    const attributes = attributesOf(document.eventAttributes, document.dictionary, 0)
    expect(attributes.slice(2)).toMatchObject([
      {
        key: 'doc',
        value: '许可 & "x"',
        children: [{ key: 'pages', value: 3, children: [{ key: 'signed', value: true }] }],
      },
      { key: 'load', type: 'float', value: 12.5 },
      { key: 'ref', type: 'id', value: '9f' },
      { key: 'big', type: 'int', value: '9007199254740993' },
      { key: 'poles', type: 'list', children: [{ type: 'values', children: [{ value: 1 }, { value: 2 }] }] },
    ])
    expect(attributes[1]).toMatchObject({ type: 'date', value: Date.UTC(2024, 0, 2, 2), offsetMinutes: 480 })
    expect(document.warnings).toEqual([])
  })

  it('reads the same however the file is cut into pieces', () => {
    const text = log(trace('1', event('a') + event('b')) + trace('2', event('a&lt;b')))
    const whole = getAccepted(readXes(text))
    fc.assert(
      fc.property(fc.array(fc.nat(text.length), { maxLength: 8 }), (cuts) => {
        const reader = new XesReader()
        const places = [0, ...cuts.sort((a, b) => a - b), text.length]
        places.slice(1).forEach((to, i) => {
          reader.write(text.slice(places[i], to))
        })
        const pieces = getAccepted(reader.finish())
        expect([traceOf(pieces.log, 0), traceOf(pieces.log, 1)]).toEqual([traceOf(whole.log, 0), traceOf(whole.log, 1)])
        expect(pieces.log.timeMs).toEqual(whole.log.timeMs)
      }),
    )
  })

  it('keeps two traces of one name apart', () => {
    expect(getAccepted(readXes(log(trace('1', event('a')) + trace('1', event('b'))))).log.caseCount).toBe(2)
  })

  it('names every event without name or time, and imports nothing', () => {
    const bad =
      log(`${trace('1', `${event('a')}\n<event><date key="time:timestamp" value="2024-01-02T10:00:00Z"/></event>`)}
<trace>\n<event><string key="concept:name" value="b"/></event></trace>`)
    expect(codes(bad)).toEqual([
      'line 4: event-without-name',
      'line 6: event-without-time',
      'line 5: case-without-name',
    ])
  })

  it.each([
    ['broken XML', log('<trace><event></trace>'), 'line 3: broken-xml'],
    ['cut short', log(trace('1', event('a'))).slice(0, -20), 'line 3: broken-xml'],
    ['no log at all', '<html></html>', 'line 1: not-an-event-log'],
    ['empty', log(''), 'line 4: empty-log'],
    ['unreadable time', log(trace('1', event('a', 'soon'))), 'line 3: unreadable-timestamp'],
    ['mixed zones', log(trace('1', `${event('a')}\n${event('b', '2024-01-02T11:00:00')}`)), 'line 4: mixed-time-zones'],
  ])('refuses %s', (_, text, fault) => {
    expect(codes(text)).toContain(fault)
  })

  it('says where events are told twice, and keeps them', () => {
    const document = getAccepted(readXes(log(trace('7', event('a') + event('b') + event('a')))))
    expect(document.log.eventCount).toBe(3)
    expect(document.warnings).toEqual([{ path: 'case 7, event 3', code: 'event-told-twice', data: { sameAs: 1 } }])
  })
})

function readCsv(text: string, guide: ColumnGuide = {}) {
  const reader = new CsvLogReader(guide)
  for (const char of text) reader.write(char)
  return reader.finish()
}

describe('CSV import', () => {
  it('reads quotes, line breaks in cells, any line end, and sorts by time', () => {
    const text =
      '\uFEFFcase_id,activity,timestamp,resource\r\n1,"b, ""x""",2020-01-01T10:00:00Z,王\r\n\r\n1,"a\nb",2020-01-01 09:00:00Z,\n2,c,2020-01-01T10:00Z,李'
    const { log } = getAccepted(readCsv(text))
    expect(traceOf(log, 0)).toEqual(['a\nb', 'b, "x"'])
    expect(log.resources).toEqual(['王', '李'])
    expect(log.caseIds).toEqual(['1', '2'])
  })

  it('follows a column guide with a delimiter and a zone', () => {
    const guide = { caseId: '工单', activity: '步骤', time: '时间', delimiter: ';', offsetMinutes: 480 }
    const { log } = getAccepted(readCsv('步骤;时间;工单\n受理;2024-01-02 10:00:00;A1\n', guide))
    expect(log.timeMs[0]).toBe(Date.UTC(2024, 0, 2, 2))
  })

  it('lists every rejected row and imports nothing', () => {
    const text = 'case_id,activity,timestamp\n1,a,2020-01-01T00:00:00Z\n,b,2020-01-01T00:00:00Z\n1,,never\n1,a\n1,c,\n'
    const result = readCsv(text)
    expect(result.ok ? [] : result.refusal.faults?.map((fault) => `${fault.path}: ${fault.code}`)).toEqual([
      'line 3: event-without-case',
      'line 4: event-without-name',
      'line 4: unreadable-timestamp',
      'line 5: wrong-number-of-cells',
      'line 6: event-without-time',
    ])
  })

  it.each([
    ['a column that is not there', 'case_id,activity\n1,a\n', 'line 1: column-missing'],
    ['an open quote', 'case_id,activity,timestamp\n1,"a,2020-01-01T00:00:00Z\n', 'line 3: quote-not-closed'],
    [
      'mixed zones',
      'case_id,activity,timestamp\n1,a,2020-01-01T00:00:00Z\n1,b,2020-01-01T00:00:00\n',
      'line 3: mixed-time-zones',
    ],
    ['no rows', 'case_id,activity,timestamp\n', 'line 2: empty-log'],
  ])('refuses %s', (_, text, fault) => {
    const result = readCsv(text)
    expect(result.ok ? [] : result.refusal.faults?.map((each) => `${each.path}: ${each.code}`)).toContain(fault)
  })
})

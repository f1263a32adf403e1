import { describe, expect, test } from 'vitest'
import { getAccepted } from '#kernel'
import { decide } from './decide.ts'
import type { DecisionTable } from './decision-table.ts'
import { isDecisionFile, readDecisions } from './read-decisions.ts'

/** A DMN file with the given table; the first line of `body` stands on line 3. */
const file = (body: string) => `<?xml version="1.0" encoding="UTF-8"?>
<definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" id="file" name="file" namespace="t">
${body}
</definitions>`

const INPUTS = `<input id="i1"><inputExpression id="e1" typeRef="number"><text>capacityKva</text></inputExpression></input>
<input id="i2"><inputExpression id="e2" typeRef="string"><text>category</text></inputExpression><inputValues id="v2"><text>"resident","business"</text></inputValues></input>`
const OUTPUT = '<output id="o1" name="days" typeRef="number"/>'
const MARKS =
  '<annotation name="source"/><annotation name="confidence"/><annotation name="from"/><annotation name="to"/>'

const rule = (id: string, inputs: readonly string[], outputs: readonly string[], marks: readonly string[] = []) =>
  `<rule id="${id}">${inputs.map((text, at) => `<inputEntry id="${id}-in${at}"><text><![CDATA[${text}]]></text></inputEntry>`).join('')}${outputs
    .map((text, at) => `<outputEntry id="${id}-out${at}"><text><![CDATA[${text}]]></text></outputEntry>`)
    .join('')}${marks.map((text) => `<annotationEntry><text>${text}</text></annotationEntry>`).join('')}</rule>`

const table = (hitPolicy: string, ...rules: string[]) =>
  file(`<decision id="limits" name="Limits"><decisionTable id="table" hitPolicy="${hitPolicy}">
${INPUTS}
${OUTPUT}
${MARKS}
${rules.join('\n')}
</decisionTable></decision>`)

async function read(xml: string): Promise<DecisionTable> {
  const first = getAccepted(await readDecisions(xml))[0]
  if (!first) throw new Error('no table')
  return first
}

const days = async (
  hitPolicy: string,
  inputs: Record<string, number | string | null>,
  onDate: string,
  ...rules: string[]
) => {
  const rows = decide(await read(table(hitPolicy, ...rules)), inputs, onDate)
  return rows.ok ? rows.value.map((row) => [row.row, row.outputs.days]) : rows.refusal
}

const small = rule('small', ['< 100', '-'], ['3'])
const large = rule('large', ['>= 100', '"business"'], ['5'])
const resident = rule('resident', ['-', '"resident"'], ['2'])
const shop = { capacityKva: 160, category: 'business' }

describe('hit policies', () => {
  test('UNIQUE: the one row that matches, none, or a refusal naming the rows that overlap', async () => {
    expect(await days('UNIQUE', shop, '2026-03-02', small, large)).toEqual([['large', 5]])
    expect(await days('UNIQUE', { capacityKva: 160, category: 'resident' }, '2026-03-02', small, large)).toEqual([])
    expect(await days('UNIQUE', { capacityKva: 50, category: 'resident' }, '2026-03-02', small, resident)).toEqual({
      code: 'rows-overlap',
      data: { table: 'limits', rows: ['small', 'resident'] },
    })
  })

  test('FIRST: the first in the file; COLLECT and RULE ORDER: all of them in the order of the file', async () => {
    const both = { capacityKva: 50, category: 'resident' }
    expect(await days('FIRST', both, '2026-03-02', small, resident)).toEqual([['small', 3]])
    for (const policy of ['COLLECT', 'RULE ORDER']) {
      expect(await days(policy, both, '2026-03-02', resident, small)).toEqual([
        ['resident', 2],
        ['small', 3],
      ])
    }
  })

  test('ANY: rows that agree give one answer, rows that do not are refused', async () => {
    const both = { capacityKva: 50, category: 'resident' }
    const same = rule('same', ['-', '-'], ['3'])
    expect(await days('ANY', both, '2026-03-02', small, same)).toEqual([['small', 3]])
    expect(await days('ANY', both, '2026-03-02', small, resident)).toMatchObject({ code: 'rows-overlap' })
  })
})

test('a dated row counts from its first day until the day before its end', async () => {
  const old = rule('old', ['-', '-'], ['10'], ['old order', 'V', '-', '2026-04-01'])
  const now = rule('now', ['-', '-'], ['7'], ['new order', 'V', '2026-04-01', ''])
  expect(await days('UNIQUE', shop, '2026-03-31', old, now)).toEqual([['old', 10]])
  expect(await days('UNIQUE', shop, '2026-04-01', old, now)).toEqual([['now', 7]])
  const rows = getAccepted(decide(await read(table('UNIQUE', old, now)), shop, '2030-01-01'))
  expect(rows).toEqual([{ row: 'now', outputs: { days: 7 }, source: 'new order', confidence: 'V', from: '2026-04-01' }])
})

test('every input that is missing, ill-typed or not allowed is named at once; null stands for none', async () => {
  const limits = await read(table('COLLECT', small, large))
  const codes = (inputs: Record<string, number | string | null>) => {
    const rows = decide(limits, inputs, '2026-03-02')
    return rows.ok ? rows.value.map((row) => row.row) : rows.refusal.faults?.map(({ path, code }) => `${path} ${code}`)
  }
  expect(codes({})).toEqual(['capacityKva input-missing', 'category input-missing'])
  expect(codes({ capacityKva: '160', category: 'farm' })).toEqual([
    'capacityKva input-type',
    'category input-not-allowed',
  ])
  expect(codes({ capacityKva: null, category: null })).toEqual([])
})

test('outputs may be computed; one that cannot be is a refusal', async () => {
  const computed = rule('computed', ['-', '-'], ['if capacityKva > 100 then 2 * 3 else null'])
  expect(await days('UNIQUE', shop, '2026-03-02', computed)).toEqual([['computed', 6]])
  const unknown = rule('unknown', ['-', '-'], ['capacityKva + somethingElse'])
  expect(await days('UNIQUE', shop, '2026-03-02', unknown)).toMatchObject({ code: 'output-undetermined' })
})

describe('a faulty file is refused with every fault, element and line', () => {
  const faultsOf = async (xml: string) => {
    const result = await readDecisions(xml)
    return result.ok ? [] : result.refusal.faults?.map(({ path, code, data }) => `${data?.line} ${code} ${path}`)
  }

  test('in the table', async () => {
    const xml = table(
      'PRIORITY',
      rule('r1', ['> >', '-'], ['3']),
      rule('r2', ['-'], ['3 +'], ['', '', '2026-02-30', '']),
      rule('r3', ['-', '-'], ['oddFunction(3)'], ['', '', '2026-05-01', '2026-04-01']),
      '<rule><inputEntry id="x"><text>-</text></inputEntry><inputEntry id="y"><text>-</text></inputEntry><outputEntry id="z"><text>1</text></outputEntry></rule>',
    ).replace('typeRef="number"><text>capacityKva', 'typeRef="colour"><text>capacity kva +')
    expect(await faultsOf(xml)).toEqual([
      '3 unsupported-hit-policy table',
      '3 row-without-id table',
      '4 not-feel e1',
      '4 unsupported-type i1',
      '8 not-feel r1-in0',
      '9 row-width r2',
      '9 bad-date r2',
      '9 not-feel r2-out0',
      '10 never-in-force r3',
      '10 not-feel r3-out0',
    ])
  })

  test('around it', async () => {
    expect(await faultsOf('<x/>')).toEqual(['1 not-dmn '])
    expect(await faultsOf('<x')).toEqual(['1 not-well-formed '])
    expect(await faultsOf(file(''))).toEqual(['2 no-decisions '])
    expect(
      await faultsOf(
        file(`<inputData id="given" name="given"/>
<decision id="d1" name="d1"><literalExpression id="l1"><text>1</text></literalExpression></decision>
<businessKnowledgeModel id="bkm" name="bkm"/>
<decision id="d2" name="d2"><decisionTable id="t2"/></decision>
<decision id="d3" name="d3"><informationRequirement id="ir"><requiredDecision href="#d2"/></informationRequirement><decisionTable id="t3"/></decision>`),
      ),
    ).toEqual([
      '4 not-a-table l1',
      '5 unsupported-element bkm',
      '6 no-outputs t2',
      '6 no-rows t2',
      '7 needs-other-decision d3',
    ])
  })
})

test('DMN files are told from others by their root', () => {
  expect(isDecisionFile(file(''))).toBe(true)
  expect(isDecisionFile('<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL"/>')).toBe(false)
  expect(isDecisionFile('no XML')).toBe(false)
})

import { describe, expect, it } from 'vitest'
import { getAccepted } from '#kernel'
import { runCase } from './evaluator.ts'
import { tokenize } from './lexer.ts'
import { parseCase } from './parser.ts'
import { readMatpower } from './read-matpower.ts'

const run = (content: string, name: string) => {
  const value = runCase(parseCase(tokenize(content))).get(name)
  return value?.kind === 'matrix' ? { rows: value.rows, data: [...value.data] } : value
}

describe('statements of a case file', () => {
  it.each([
    ['x = 2 + 3 * 4 ^ 2 / 8;', [8]],
    ['x = -2 ^ 2', [-4]],
    ['x = 2 ^ -1', [0.5]],
    ['x = [1 -2]', [1, -2]],
    ['x = [1 - 2]', [-1]],
    ['x = [1 -2 + 3, 4]', [1, 1, 4]],
    ["x = [1 2; 3 4]'", [1, 3, 2, 4]],
    ['x = [1 2; 3 4] * [1; 1]', [3, 7]],
    ['x = [1 2\n 3 4](:, 2)', [2, 4]],
    ['a = [1 2; 3 4]; x = a(end, 1)', [3]],
    ['a = 1:4; x = a(2:end)', [2, 3, 4]],
    ['x = 10:-3:1', [10, 7, 4, 1]],
    ['a = [5 6 7]; x = a(a > 5)', [6, 7]],
    ['a = [1 2; 3 4]; a(:, [1 2]) = a(:, [2 1]) * 10; x = a', [20, 10, 40, 30]],
    ['a = zeros(2, 2); a(2, :) = [8 9]; x = a', [0, 0, 8, 9]],
    ['x = sin(acos(0.85))', [Math.sin(Math.acos(0.85))]],
    ['if 1 > 2, x = 1; elseif 2 == 2, x = 5; else x = 3; end', [5]],
    ['x = 0; for k = 1:3, x = x + k; end', [6]],
    ["s = 'it''s'; x = 4 % comment; x = 5", [4]],
    ['x = [1 ... goes on\n 2]', [1, 2]],
    ['[PQ, PV, ~, NONE, BUS_I] = idx_bus; x = BUS_I + NONE', [5]],
    ['define_constants; x = [PD QD BR_R]', [3, 4, 3]],
    ['%{\nx = 9\n%}\nx = 1.5e3', [1500]],
    ['m.a.b = 3; m.a.c = [m.a.b 4]; x = m.a.c(2)', [4]],
    ['x = find([0 1 1])', [2, 3]],
    ['x = sum([1 2; 3 4])', [4, 6]],
  ])('%s', (content, data) => {
    expect(run(content, 'x')).toMatchObject({ data })
  })
  it.each([
    ['x = 1;\ny = system(3);', 'matpower.functionUnknown', 2],
    ['x = eval(1)', 'matpower.functionUnknown', 1],
    ['x = [1 2\n3 4 5];', 'matpower.sizesDiffer', 1],
    ['a = [1 2];\n\nx = a(3)', 'matpower.indexOutside', 3],
    ['while 1\nend', 'matpower.statementNotSupported', 1],
    ['x = (1 + 2', 'matpower.expected', 1],
    ["x = 'open", 'matpower.textOpen', 1],
    ['for k = 1:2000000, x = k; end', 'matpower.tooManySteps', 1],
  ])('%j is refused as %s in line %d', (content, code, line) => {
    const refused = readMatpower('f.m', content)
    expect(!refused.ok && refused.refusal.faults?.[0]).toMatchObject({ code, path: `f.m:${line}` })
  })
})

const feeder = (bus: string, gen: string, branch: string) =>
  `function mpc = t\nmpc.version = '2';\nmpc.baseMVA = 10;\nmpc.bus = [${bus}];\nmpc.gen = [${gen}];\nmpc.branch = [${branch}];\nmpc.bus_name = {'a'; 'b'};`
const bus = (number: number, type: number) => `${number} ${type} 1 0.5 0 0 1 1 0 10 1 1.1 0.9;`

describe('case tables', () => {
  it('names every fault of the tables at once', () => {
    const gen = '9 0 0 10 -10 1 10 1 10 0'
    const refused = readMatpower(
      'f.m',
      feeder(`${bus(1, 3)}${bus(1, 1)}${bus(2, 7)}`, gen, '1 5 0.1 0.1 0 0 0 0 0 0 1;1 2 NaN 0.1 0 0 0 0 0 0 1'),
    )
    expect(!refused.ok && refused.refusal.faults?.map((fault) => fault.path)).toEqual([
      'f.m:bus[2].BUS_I',
      'f.m:gen[1].GEN_BUS',
      'f.m:bus[3].BUS_TYPE',
      'f.m:branch[1].T_BUS',
      'f.m:branch[2].BR_R',
    ])
  })
  it('takes a branch without impedance as a link and a generator at a load bus as negative demand', () => {
    const gen = '1 0 0 10 -10 1.02 10 1 10 0;2 0.4 0.1 1 -1 1 10 1 10 0'
    const read = getAccepted(readMatpower('f.m', feeder(`${bus(1, 3)}${bus(2, 1)}`, gen, '1 2 0 0 0 0 0 0 0 0 1')))
    expect(read.links).toEqual([{ from: 0, to: 1 }])
    expect(read.buses[1]).toMatchObject({ loadMw: 0.6, loadMvar: 0.4 })
    expect(read.buses[0]).toMatchObject({ kind: 'slack', setPu: 1.02 })
  })
})

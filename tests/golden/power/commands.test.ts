import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import type { Command } from '#command-line/command'
import { WrongUse } from '#command-line/command'
import { command as flow } from '#command-line/flow'
import { command as network } from '#command-line/network'
import { command as plan } from '#command-line/plan'

const town = fileURLToPath(new URL('../../../standards/power/network-template.csv', import.meta.url))
let folder = ''
const put = (name: string, content: string) => {
  const path = join(folder, name)
  writeFileSync(path, content)
  return path
}
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'tongdian-power-'))
})
afterAll(() => rmSync(folder, { recursive: true }))
afterEach(() => vi.restoreAllMocks())

async function run(command: Command, ...args: string[]): Promise<{ code: number; out: string }> {
  const lines: string[] = []
  for (const method of ['log', 'error'] as const)
    vi.spyOn(console, method).mockImplementation((line: unknown) => void lines.push(String(line)))
  const code = await command.run(args)
  return { code, out: lines.join('\n') }
}

const feeder = (loadMw: number) =>
  `function mpc = f\nmpc.version = '2';\nmpc.baseMVA = 1;\nmpc.bus = [1 3 0 0 0 0 1 1 0 10 1 1.1 0.9; 2 1 ${loadMw} 0 0 0 1 1 0 10 1 1.1 0.9];\nmpc.gen = [1 0 0 9 -9 1 1 1 9 0];\nmpc.branch = [1 2 0.1 0.1 0 0 0 0 0 0 1 -360 360];\n`

describe('tongdian flow', () => {
  it('prints the result as one JSON object', async () => {
    const { code, out } = await run(flow, put('f.m', feeder(0.1)), '--json')
    expect(code).toBe(0)
    const report = JSON.parse(out) as Record<string, unknown>
    // V ≈ 1 − 0.01 − 0.0001 …: V² + V·(r·P)… solved: 0.98989; loss = r·(P/V)².
    expect(report).toMatchObject({ converged: true, minVoltageBus: '2' })
    expect(report.minVoltagePu).toBeCloseTo(0.98985, 4)
    expect(report.lossKw).toBeCloseTo(1000 * 0.1 * (0.1 / Number(report.minVoltagePu)) ** 2, 6)
    expect(Object.keys(report)).toEqual(
      expect.arrayContaining(['iterations', 'lossKw', 'lossKvar', 'buses', 'branches']),
    )
  })
  it('exits with 1 and says so where there is no solution', async () => {
    const { code, out } = await run(flow, put('g.m', feeder(50)), '--json')
    expect(code).toBe(1)
    expect(JSON.parse(out)).toMatchObject({ converged: false, reason: 'no-solution', lossKw: null, buses: [] })
  })
  it('lists the faults of a faulty file with their place', async () => {
    const { code, out } = await run(flow, put('h.m', feeder(1).replace('1 2 0.1', '1 7 0.1')))
    expect(code).toBe(1)
    expect(out).toContain('h.m:branch[1].T_BUS: network.busUnknown')
  })
  it('is told what is wanted when used wrongly', async () => {
    await expect(flow.run([])).rejects.toBeInstanceOf(WrongUse)
    await expect(plan.run(['--network', town])).rejects.toBeInstanceOf(WrongUse)
    await expect(network.run(['show', town])).rejects.toBeInstanceOf(WrongUse)
  })
})

describe('tongdian network and plan', () => {
  it('checks a network', async () => {
    expect(await run(network, 'check', town, '--json')).toMatchObject({ code: 0 })
    const faulty = await run(network, 'check', put('t.csv', '[substations]\nname,lon,lat,highKv\nA,500,0,110\n'))
    expect(faulty.code).toBe(1)
    expect(faulty.out).toContain('t.csv:3.lon: cell.outOfRange')
    expect(faulty.out).toContain('busSections: sheet.missing')
  })
  it('drafts plans and exits with 1 where none passes', async () => {
    const small = put('r.json', JSON.stringify({ location: { lon: 120.107, lat: 30.188 }, capacityKva: 800 }))
    const drafted = await run(plan, '--network', town, '--request', small, '--date', '2026-11-23', '--json')
    expect(drafted.code).toBe(0)
    expect(JSON.parse(drafted.out)).toMatchObject({ noPlan: null, plans: [{ rank: 1, verdict: 'passes' }, {}, {}, {}] })
    const large = put('l.json', JSON.stringify({ location: { lon: 120.107, lat: 30.188 }, capacityKva: 20000 }))
    expect((await run(plan, '--network', town, '--request', large, '--date', '2026-11-23')).code).toBe(1)
  })
  it('lists the faults of both files at once', async () => {
    const request = put('b.json', '{"loadKw": -1}')
    const { code, out } = await run(plan, '--network', put('n.csv', '[feeders]\nname\nx\n'), '--request', request)
    expect(code).toBe(1)
    expect(out).toContain('b.json:loadKw')
    expect(out).toContain('n.csv:2.busSection')
  })
})

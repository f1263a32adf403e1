import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { loadPowerStandards } from '#command-line/power-standards'
import { getAccepted } from '#kernel'
import {
  buildNetwork,
  readGeoJson,
  readSheetTexts,
  reportFlow,
  solveFlow,
  splitBundle,
  standardsOn,
  toFlowCase,
  traceTopology,
} from '#power'

const { conductors } = standardsOn(getAccepted(loadPowerStandards()), '2026-11-23')
const template = readFileSync(new URL('../../../standards/power/network-template.csv', import.meta.url), 'utf8')

function check(content: string) {
  const sheets = readSheetTexts(splitBundle('town.csv', content))
  const network = sheets.ok ? buildNetwork(sheets.value, conductors) : sheets
  return network.ok ? [] : (network.refusal.faults ?? []).map(({ path, code }) => `${path} ${code}`)
}

const lineOf = (content: string, start: string) => content.split('\n').findIndex((line) => line.startsWith(start)) + 1

describe('network file of our own', () => {
  it('the template is without fault and can be solved', () => {
    const network = getAccepted(
      buildNetwork(getAccepted(readSheetTexts(splitBundle('town.csv', template))), conductors),
    )
    const topology = traceTopology(network)
    const report = reportFlow(solveFlow(toFlowCase(network, topology.feeder, { cosPhi: 0.95 })))
    expect(report.converged).toBe(true)
    expect(report.method).toBe('sweep')
    // Feeder N101 draws its historic 180 A at 10 kV and cosφ 0.95: 2961.8 kW at its first section, losses on top.
    const first = report.branches.find((branch) => branch.branch === 'N101-1')
    expect((first?.toKw ?? 0) + 0).toBeLessThan(-2961)
    expect(first?.fromKw).toBeGreaterThan(2961.8)
    expect(first?.fromKw).toBeLessThan(3030)
  })

  it.each([
    ['N101-2,N101,N101-P1,N101-P2', 'N101-2,N101,N101-P1,N101-P9', 'to network.nameUnknown'],
    [
      'N101-2,N101,N101-P1,N101-P2,overhead,JKLYJ-10-240,700',
      'N101-2,N101,N101-P1,N101-P2,overhead,JKLYJ-10-240,70',
      'lengthM network.lengthTooShort',
    ],
    [
      'N201-3,N201,N201-R2,N201-R3,cable,,700,0.0601,0.096',
      'N201-3,N201,N201-R2,N201-R3,cable,,700,,0.096',
      'rOhmPerKm network.impedanceMissing',
    ],
    [
      'N201-3,N201,N201-R2,N201-R3,cable,,700,0.0601,0.096',
      'N201-3,N201,N201-R2,N201-R3,cable,,700,0,0',
      'rOhmPerKm network.impedanceZero',
    ],
    ['TIE-1,TIE,S101-P2,load-break,no', 'TIE-1,TIE,S101-P2,load-break,yes', 'closed network.loop'],
    ['N101-P2,120.1080,30.1900,10', 'N101-P2,20.1080,30.1900,10', 'lon network.offTheMap'],
    ['N101-P3,120.1120,30.1850,10', 'N101-P2,120.1120,30.1850,10', 'name network.nameTwice'],
    ['T-S101-1,S101-P2,315,10', 'T-S101-1,S101-P2,315,20', 'highKv network.wrongVoltage'],
    ['S101-2,S101,', 'S101-2,N101,', 'feeder network.wrongFeeder'],
  ])('%s → %s', (before, after, wanted) => {
    const content = template.replace(before, after)
    expect(content).not.toBe(template)
    expect(check(content)).toContain(`town.csv:${lineOf(content, after)}.${wanted}`)
  })

  it('names an island once its section is gone, and several faults at once', () => {
    const content = template.replace(/S101-1,.*\n/, '')
    expect(check(content)).toEqual([
      `town.csv:${lineOf(content, 'S101-P1,')}.name network.island`,
      `town.csv:${lineOf(content, 'S101-P2,')}.name network.island`,
    ])
    const cells = check(
      template.replace('North-10-I,North,10,', 'North-10-I,North,ten,').replace('31.5,20,2000', ',20,-1'),
    )
    expect(cells.map((fault) => fault.split(' ')[1])).toEqual(['cell.notANumber', 'cell.missing', 'cell.outOfRange'])
  })

  it('the same network in GeoJSON is the same network', () => {
    const sheets = getAccepted(readSheetTexts(splitBundle('town.csv', template)))
    const features = Object.entries(sheets).flatMap(([sheet, rows]) =>
      rows.map(({ lon, lat, ...columns }: Record<string, unknown>) => ({
        type: 'Feature',
        properties: { sheet, ...columns },
        geometry: lon === undefined ? null : { type: 'Point', coordinates: [lon, lat] },
      })),
    )
    const again = getAccepted(
      buildNetwork(getAccepted(readGeoJson('town.geojson', { type: 'FeatureCollection', features })), conductors),
    )
    const first = getAccepted(buildNetwork(sheets, conductors))
    expect(again.points.map(({ x, y, name }) => [name, x, y])).toEqual(
      first.points.map(({ x, y, name }) => [name, x, y]),
    )
    expect(again.sections.map((section) => section.rOhm)).toEqual(first.sections.map((section) => section.rOhm))
  })
})

import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { loadPowerStandards } from '#command-line/power-standards'
import { getAccepted } from '#kernel'
import { prepareNetwork, readNetworkText, standardsOn } from '#power'

const standards = standardsOn(getAccepted(loadPowerStandards()), '2026-11-23')
const faultsOf = (file: string, content: string) => {
  const read = readNetworkText(file, content, standards)
  return read.ok ? [] : (read.refusal.faults ?? []).map(({ path, code }) => `${path} ${code}`)
}

const terminal = (id: string, equipment: string, node: string, number = 1) =>
  `<cim:Terminal rdf:ID="${id}"><cim:Terminal.ConductingEquipment rdf:resource="#${equipment}"/><cim:Terminal.ConnectivityNode rdf:resource="#${node}"/><cim:ACDCTerminal.sequenceNumber>${number}</cim:ACDCTerminal.sequenceNumber></cim:Terminal>`
const node = (id: string, base: string, container = '') =>
  `<cim:ConnectivityNode rdf:ID="${id}"><cim:IdentifiedObject.name>${id}</cim:IdentifiedObject.name><cim:TopologicalNode.BaseVoltage rdf:resource="#${base}"/>${container && `<cim:ConnectivityNode.ConnectivityNodeContainer rdf:resource="#${container}"/>`}</cim:ConnectivityNode>`
const place = (resource: string, ...points: readonly (readonly [number, number])[]) =>
  `<cim:Location rdf:ID="at-${resource}"><cim:Location.PowerSystemResources rdf:resource="#${resource}"/></cim:Location>\n${points
    .map(
      ([x, y], at) =>
        `<cim:PositionPoint rdf:ID="p-${resource}-${at}"><cim:PositionPoint.Location rdf:resource="#at-${resource}"/><cim:PositionPoint.sequenceNumber>${at + 1}</cim:PositionPoint.sequenceNumber><cim:PositionPoint.xPosition>${x}</cim:PositionPoint.xPosition><cim:PositionPoint.yPosition>${y}</cim:PositionPoint.yPosition></cim:PositionPoint>`,
    )
    .join('')}`
const line = (id: string, from: string, to: string, more = '<cim:Conductor.length>1.5</cim:Conductor.length>') =>
  `<cim:ACLineSegment rdf:ID="${id}"><cim:IdentifiedObject.name>${id}</cim:IdentifiedObject.name><cim:ACLineSegment.r>0.5</cim:ACLineSegment.r><cim:ACLineSegment.x>0.6</cim:ACLineSegment.x>${more}</cim:ACLineSegment>${terminal(`${id}a`, id, from, 1)}${terminal(`${id}b`, id, to, 2)}
<cim:OperationalLimitSet rdf:ID="${id}s"><cim:OperationalLimitSet.Terminal rdf:resource="#${id}a"/></cim:OperationalLimitSet><cim:CurrentLimit rdf:ID="${id}l"><cim:OperationalLimit.OperationalLimitSet rdf:resource="#${id}s"/><cim:CurrentLimit.value>400</cim:CurrentLimit.value></cim:CurrentLimit>`
const load = (id: string, at: string, mw: number) =>
  `<cim:EnergyConsumer rdf:ID="${id}"><cim:EnergyConsumer.p>${mw}</cim:EnergyConsumer.p><cim:EnergyConsumer.q>0</cim:EnergyConsumer.q></cim:EnergyConsumer>${terminal(`${id}t`, id, at)}`
const end = (id: string, number: number, kv: number, more = '') =>
  `<cim:PowerTransformerEnd rdf:ID="${id}"><cim:PowerTransformerEnd.PowerTransformer rdf:resource="#P"/><cim:TransformerEnd.endNumber>${number}</cim:TransformerEnd.endNumber><cim:PowerTransformerEnd.ratedU>${kv}</cim:PowerTransformerEnd.ratedU><cim:PowerTransformerEnd.ratedS>40</cim:PowerTransformerEnd.ratedS>${more}</cim:PowerTransformerEnd>`

/** 110/10 kV transformer, a breaker behind the bus bar, two lines in a row, an open tie back to the bus. */
const town = [
  '<?xml version="1.0"?>',
  '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:cim="http://iec.ch/TC57/CIM100#">',
  '<cim:BaseVoltage rdf:ID="B110"><cim:BaseVoltage.nominalVoltage>110</cim:BaseVoltage.nominalVoltage></cim:BaseVoltage>',
  '<cim:BaseVoltage rdf:ID="B10"><cim:BaseVoltage.nominalVoltage>10</cim:BaseVoltage.nominalVoltage></cim:BaseVoltage>',
  '<cim:Substation rdf:ID="S"><cim:IdentifiedObject.name>柳林变</cim:IdentifiedObject.name></cim:Substation>',
  '<cim:VoltageLevel rdf:ID="V"><cim:VoltageLevel.Substation rdf:resource="#S"/></cim:VoltageLevel>',
  node('H', 'B110', 'V'),
  node('N1', 'B10', 'V'),
  node('N2', 'B10', 'V'),
  node('N3', 'B10'),
  node('N4', 'B10'),
  `<cim:EnergySource rdf:ID="G"></cim:EnergySource>${terminal('G1', 'G', 'H')}`,
  `<cim:PowerTransformer rdf:ID="P"><cim:IdentifiedObject.name>1 号主变</cim:IdentifiedObject.name></cim:PowerTransformer>${terminal('P1', 'P', 'H', 1)}${terminal('P2', 'P', 'N1', 2)}`,
  end('E1', 1, 110, '<cim:PowerTransformerEnd.x>30</cim:PowerTransformerEnd.x>'),
  end('E2', 2, 10),
  `<cim:Breaker rdf:ID="K1"><cim:IdentifiedObject.name>901</cim:IdentifiedObject.name><cim:Switch.open>false</cim:Switch.open></cim:Breaker>${terminal('K1a', 'K1', 'N1', 1)}${terminal('K1b', 'K1', 'N2', 2)}`,
  line('L1', 'N2', 'N3'),
  line('L2', 'N3', 'N4'),
  `<cim:LoadBreakSwitch rdf:ID="T"><cim:IdentifiedObject.name>联络</cim:IdentifiedObject.name><cim:Switch.open>true</cim:Switch.open></cim:LoadBreakSwitch>${terminal('Ta', 'T', 'N4', 1)}${terminal('Tb', 'T', 'N1', 2)}`,
  load('C1', 'N3', 1.2),
  load('C2', 'N4', 0.8),
  place('S', [120.1, 30.2]),
  place('L1', [120.1, 30.2], [120.105, 30.198], [120.11, 30.195]),
  place('L2', [120.11, 30.195], [120.12, 30.19]),
  '</rdf:RDF>',
].join('\n')

describe('a network from CIM', () => {
  const network = getAccepted(readNetworkText('town.xml', town, standards))

  it('has station, feeder from behind the breaker, units, open tie, ratings, lengths, maxima of its own flow', () => {
    expect(network.substations).toMatchObject([{ name: '柳林变', highKv: 110 }])
    expect(network.busSections).toMatchObject([{ name: 'N1', kv: 10, incomer: '1 号主变' }])
    expect(network.mainTransformers).toMatchObject([{ name: '1 号主变', ratedMva: 40 }])
    expect(network.mainTransformers[0]?.historicMaxMva).toBeCloseTo(2.03, 1)
    expect(network.feeders).toMatchObject([{ name: 'Feeder L1', kv: 10, ratedA: 400, users: 2 }])
    // 2 MW and its losses at 10 kV: 2000 / (√3 · 10) = 115 A and somewhat more.
    expect(network.feeders[0]?.historicMaxA).toBeGreaterThan(115.4)
    expect(network.feeders[0]?.historicMaxA).toBeLessThan(122)
    expect(network.sections.map(({ name, lengthM, rOhm, ratedA }) => [name, lengthM, rOhm, ratedA])).toEqual([
      ['L1', 1500, 0.5, 400],
      ['L2', 1500, 0.5, 400],
    ])
    expect(network.switches.map(({ name, kind, isClosed }) => [name, kind, isClosed])).toEqual([
      ['901', 'breaker', true],
      ['联络', 'load-break', false],
    ])
    expect(network.distributionTransformers.map(({ historicMaxKw }) => historicMaxKw)).toEqual([1200, 800])
    expect(network.measured).toBeUndefined()
  })

  it('stands where its positions say: station, ends of the tracks, over the breaker', () => {
    expect(network.hasPlaces).toBe(true)
    const at = (name: string) => {
      const point = network.points.find((found) => found.name === name)
      const { lon, lat } = network.plane.toGeo(point ?? { x: 0, y: 0 })
      return [Number(lon.toFixed(5)), Number(lat.toFixed(5))]
    }
    expect(at('N1')).toEqual([120.1, 30.2])
    expect(at('N2')).toEqual([120.1, 30.2])
    expect(at('N3')).toEqual([120.11, 30.195])
    expect(at('N4')).toEqual([120.12, 30.19])
    expect(prepareNetwork(network, standards.parameters).feeders[0]?.openKva).toBeGreaterThan(3000)
  })

  it('names every thing that is missing with the line of its object', () => {
    const lineAt = (text: string) => town.split('\n').findIndex((row) => row.includes(text)) + 1
    const bare = town
      .replace('<cim:Conductor.length>1.5</cim:Conductor.length>', '')
      .replace('<cim:CurrentLimit.value>400</cim:CurrentLimit.value></cim:CurrentLimit>', '</cim:CurrentLimit>')
      .replace(place('L1', [120.1, 30.2], [120.105, 30.198], [120.11, 30.195]), '')
      .replace(place('L2', [120.11, 30.195], [120.12, 30.19]), '')
    // Behind a switch a node is where the other one is.
    expect(faultsOf('town.xml', bare)).toEqual([
      `town.xml:${lineAt('rdf:ID="N3"')} network.placeMissing`,
      `town.xml:${lineAt('rdf:ID="L1"')}.length network.lengthMissing`,
      `town.xml:${lineAt('rdf:ID="L1"')}.CurrentLimit network.ratingMissing`,
    ])
    const unrated = town.replaceAll('<cim:CurrentLimit.value>400</cim:CurrentLimit.value>', '')
    expect(faultsOf('town.xml', unrated)).toEqual([
      `town.xml:${lineAt('rdf:ID="L1"')}.CurrentLimit network.ratingMissing`,
      `town.xml:${lineAt('rdf:ID="L2"')}.CurrentLimit network.ratingMissing`,
    ])
    const metres = town.replaceAll(/(xPosition|yPosition)>[\d.]+</g, '$1>500000<')
    expect(faultsOf('town.xml', metres).every((fault) => fault.endsWith('network.notDegrees'))).toBe(true)
    const closed = town.replace('open>true', 'open>false')
    expect(faultsOf('town.xml', closed)).toMatchObject([expect.stringContaining('network.loop')])
  })

  it('without a single position is a network without a map, lengths or not', () => {
    const nowhere = town
      .split('\n')
      .filter((row) => !row.includes('PositionPoint') && !row.includes('cim:Location '))
      .join('\n')
      .replaceAll('<cim:Conductor.length>1.5</cim:Conductor.length>', '')
    const read = getAccepted(readNetworkText('town.xml', nowhere, standards))
    expect(read.hasPlaces).toBe(false)
    expect(read.sections[0]?.rOhm).toBeCloseTo(0.5, 9)
    expect(prepareNetwork(read, standards.parameters).feeders[0]?.openKva).toBeCloseTo(
      prepareNetwork(network, standards.parameters).feeders[0]?.openKva ?? 0,
      6,
    )
  })
})

const folder = `${process.env.TONGDIAN_REFERENCE_DATA ?? '../shared/data'}/matpower`

describe.skipIf(!existsSync(folder))('a network from a MATPOWER case of the reference data', () => {
  const content = (name: string) => readFileSync(`${folder}/${name}.m`, 'utf8')
  /** The published cases give no ratings: 400 A everywhere, written as a statement of the file. */
  const rated = (name: string) => `${content(name)}\nmpc.branch(:, 6) = sqrt(3) * mpc.bus(1, 10) * 0.4;\n`

  it('is refused with every line whose rating it does not give', () => {
    const faults = faultsOf('case33bw.m', content('case33bw'))
    expect(faults).toHaveLength(37)
    expect(faults[0]).toBe('case33bw.m:branch[1].RATE_A network.ratingMissing')
  })
  it('with ratings is a network without a map: feeders, open ties, the flow’s own maxima', () => {
    const network = getAccepted(readNetworkText('case33bw.m', rated('case33bw'), standards))
    expect(network.hasPlaces).toBe(false)
    expect(network.feeders).toMatchObject([{ name: 'Feeder 1-2', kv: 12.66, users: 32 }])
    // 3715 kW and 2300 kvar of demand with 202.7 kW and 135.1 kvar of loss: 4612.5 kVA at 12.66 kV.
    expect(network.feeders[0]?.historicMaxA).toBeCloseTo(4612.5 / (Math.sqrt(3) * 12.66), 0)
    expect(network.sections).toHaveLength(37)
    expect(network.switches.filter(({ isClosed }) => !isClosed)).toHaveLength(5)
    expect(network.mainTransformers).toEqual([])
  })
  it.each(['case12da', 'case15da', 'case22', 'case28da', 'case51ga', 'case69', 'case74ds', 'case141'])(
    '%s is taken in with ratings',
    (name) => {
      expect(faultsOf(name, rated(name))).toEqual([])
    },
  )
})

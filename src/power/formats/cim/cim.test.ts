import { describe, expect, it } from 'vitest'
import { getAccepted } from '#kernel'
import { reportFlow } from '../../flow/report.ts'
import { solveFlow } from '../../flow/solve-flow.ts'
import { readCim } from './read-cim.ts'

const terminal = (id: string, equipment: string, node: string, number = 1) =>
  `<cim:Terminal rdf:ID="${id}"><cim:Terminal.ConductingEquipment rdf:resource="#${equipment}"/><cim:Terminal.ConnectivityNode rdf:resource="#${node}"/><cim:ACDCTerminal.sequenceNumber>${number}</cim:ACDCTerminal.sequenceNumber></cim:Terminal>`
const node = (id: string, base: string) =>
  `<cim:ConnectivityNode rdf:ID="${id}"><cim:IdentifiedObject.name>${id}</cim:IdentifiedObject.name><cim:TopologicalNode.BaseVoltage rdf:resource="#${base}"/></cim:ConnectivityNode>`

/** 20 kV source, switch, 1 + j2 Ω line, 20/0.4 kV transformer of 630 kVA and 4 %, one load; `k`, `m` scale to V and W. */
const file = (k: number, m: number) => `<?xml version="1.0"?>
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:cim="http://iec.ch/TC57/CIM100#">
<cim:BaseVoltage rdf:ID="B20"><cim:BaseVoltage.nominalVoltage>${20 * k}</cim:BaseVoltage.nominalVoltage></cim:BaseVoltage>
<cim:BaseVoltage rdf:ID="B04"><cim:BaseVoltage.nominalVoltage>${0.4 * k}</cim:BaseVoltage.nominalVoltage></cim:BaseVoltage>
${node('N1', 'B20')}${node('N2', 'B20')}${node('N3', 'B20')}${node('N4', 'B04')}
<cim:EnergySource rdf:ID="S"><cim:EnergySource.voltageMagnitude>${20.4 * k}</cim:EnergySource.voltageMagnitude></cim:EnergySource>${terminal('T0', 'S', 'N1')}
<cim:Breaker rdf:ID="K"><cim:Switch.open>false</cim:Switch.open></cim:Breaker>${terminal('T1', 'K', 'N1', 1)}${terminal('T2', 'K', 'N2', 2)}
<cim:ACLineSegment rdf:ID="L"><cim:IdentifiedObject.name>Line</cim:IdentifiedObject.name><cim:ACLineSegment.r>1</cim:ACLineSegment.r><cim:ACLineSegment.x>2</cim:ACLineSegment.x></cim:ACLineSegment>${terminal('T3', 'L', 'N2', 1)}${terminal('T4', 'L', 'N3', 2)}
<cim:PowerTransformer rdf:ID="P"><cim:IdentifiedObject.name>Transformer</cim:IdentifiedObject.name></cim:PowerTransformer>${terminal('T5', 'P', 'N3', 1)}${terminal('T6', 'P', 'N4', 2)}
<cim:PowerTransformerEnd rdf:ID="E1"><cim:PowerTransformerEnd.PowerTransformer rdf:resource="#P"/><cim:TransformerEnd.endNumber>1</cim:TransformerEnd.endNumber><cim:PowerTransformerEnd.ratedU>${20 * k}</cim:PowerTransformerEnd.ratedU><cim:PowerTransformerEnd.ratedS>${0.63 * m}</cim:PowerTransformerEnd.ratedS><cim:PowerTransformerEnd.r>0</cim:PowerTransformerEnd.r><cim:PowerTransformerEnd.x>25.396825396825397</cim:PowerTransformerEnd.x></cim:PowerTransformerEnd>
<cim:PowerTransformerEnd rdf:ID="E2"><cim:PowerTransformerEnd.PowerTransformer rdf:resource="#P"/><cim:TransformerEnd.endNumber>2</cim:TransformerEnd.endNumber><cim:PowerTransformerEnd.ratedU>${0.4 * k}</cim:PowerTransformerEnd.ratedU><cim:PowerTransformerEnd.phaseAngleClock>11</cim:PowerTransformerEnd.phaseAngleClock></cim:PowerTransformerEnd>
<cim:EnergyConsumer rdf:ID="C"><cim:EnergyConsumer.p>${0.5 * m}</cim:EnergyConsumer.p><cim:EnergyConsumer.q>0</cim:EnergyConsumer.q></cim:EnergyConsumer>${terminal('T7', 'C', 'N4')}
</rdf:RDF>`

describe('CIM RDF/XML', () => {
  it.each([
    ['kV and MW', 1, 1],
    ['V and W', 1e3, 1e6],
  ])('in %s: a hand-worked feeder', (_, k, m) => {
    const report = reportFlow(solveFlow(getAccepted(readCim('n.xml', file(k, m)))))
    // Seen from 20 kV: r = 1, x = 27.3968 Ω, P = 0.5 MW. V⁴ − (U² − 2rP)·V² + |z|²P² = 0 with U = 20.4 kV:
    // U² − 2rP = 415.16; |z|²P² = 187.896; V² = (415.16 + √(415.16² − 4·187.896))/2 = 414.7069; V = 20.36436 kV.
    const load = report.buses.find((bus) => bus.bus === 'N4')
    expect((load?.voltagePu ?? 0) * 20).toBeCloseTo(20.36436, 4)
    expect(report.lossKw).toBeCloseTo((1000 * 0.25) / 414.7069, 4)
    expect(report.branches.find((branch) => branch.branch === 'Transformer')?.loadingPercent).toBeCloseTo(
      (100 * 0.5 * 20) / (0.63 * 20.36436),
      2,
    )
  })
  it('an open breaker leaves everything beyond it unfed', () => {
    const report = reportFlow(solveFlow(getAccepted(readCim('n.xml', file(1, 1).replace('open>false', 'open>true')))))
    expect(report.unfedBuses).toEqual(['N2', 'N3', 'N4'])
  })
  it('names every fault with its line', () => {
    const broken = file(1, 1)
      .replace('<cim:ACLineSegment.r>1<', '<cim:ACLineSegment.r>one<')
      .replace('rdf:ID="S"', 'rdf:ID="Z"')
    const refused = readCim('n.xml', broken)
    expect(!refused.ok && refused.refusal.faults?.map(({ path, code }) => `${path} ${code}`)).toEqual([
      'n.xml:6.ConductingEquipment network.nameUnknown',
      'n.xml:8.r network.notANumber',
      'n.xml network.noSource',
    ])
    const cut = readCim('n.xml', file(1, 1).slice(0, 900))
    expect(!cut.ok && cut.refusal.faults?.[0]?.code).toBe('cim.notXml')
  })
})

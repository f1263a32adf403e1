import { xmlText } from '../exchange/xml-text.ts'
import type { AcceptingNet, Arc } from './petri-net.ts'

/** The net as PNML (ISO/IEC 15909-2), with final marking and silent transitions as ProM and pm4py read them. */
export function writePnml(net: AcceptingNet): string {
  const placeId = (place: number): string => `p${place}`
  const name = (text: string): string => `<name><text>${xmlText(text)}</text></name>`
  const places = net.places.map((place, index) => {
    const tokens = net.initial[index] ?? 0
    const marking = tokens > 0 ? `<initialMarking><text>${tokens}</text></initialMarking>` : ''
    return `    <place id="${placeId(index)}">${name(place)}${marking}</place>`
  })
  const transitions = net.transitions.map(({ id, label }, index) => {
    const silent = label === null ? '<toolspecific tool="ProM" version="6.4" activity="$invisible$"/>' : ''
    return `    <transition id="t${index}">${name(label ?? id)}${silent}</transition>`
  })
  const weight = (arc: Arc): string => (arc.weight === 1 ? '' : `<inscription><text>${arc.weight}</text></inscription>`)
  const arcs = net.transitions.flatMap(({ inputs, outputs }, t) => [
    ...inputs.map((arc) => `source="${placeId(arc.place)}" target="t${t}">${weight(arc)}`),
    ...outputs.map((arc) => `source="t${t}" target="${placeId(arc.place)}">${weight(arc)}`),
  ])
  const final = Array.from(net.final, (tokens, place) =>
    tokens > 0 ? `<place idref="${placeId(place)}"><text>${tokens}</text></place>` : '',
  )
  return `<?xml version="1.0" encoding="UTF-8"?>
<pnml xmlns="http://www.pnml.org/version-2009/grammar/pnml">
<net id="net" type="http://www.pnml.org/version-2009/grammar/ptnet">
  <page id="page">
${[...places, ...transitions, ...arcs.map((arc, index) => `    <arc id="a${index}" ${arc}</arc>`)].join('\n')}
  </page>
  <finalmarkings><marking>${final.join('')}</marking></finalmarkings>
</net>
</pnml>
`
}

import { xmlText } from '../exchange/xml-text.ts'
import type { AcceptingNet, Arc } from './petri-net.ts'
import { isStepKey } from './step-key.ts'

/** The net as PNML (ISO/IEC 15909-2), with final marking and silent transitions as ProM and pm4py read them. */
export function writePnml(net: AcceptingNet): string {
  const placeId = (place: number): string => `p_${place}`
  const name = (text: string): string => `<name><text>${xmlText(text)}</text></name>`
  const transitionId = (index: number): string => {
    const label = net.transitions[index]?.label
    const isKey = label && isStepKey(label) && net.transitions.findIndex((each) => each.label === label) === index
    return isKey ? label : `t_${index}`
  }
  const places = net.places.map((place, index) => {
    const tokens = net.initial[index] ?? 0
    const marking = tokens > 0 ? `<initialMarking><text>${tokens}</text></initialMarking>` : ''
    return `    <place id="${placeId(index)}">${name(place)}${marking}</place>`
  })
  const transitions = net.transitions.map(({ id, label }, index) => {
    const silent = label === null ? '<toolspecific tool="ProM" version="6.4" activity="$invisible$"/>' : ''
    return `    <transition id="${transitionId(index)}">${name(label ?? id)}${silent}</transition>`
  })
  const weight = (arc: Arc): string => (arc.weight === 1 ? '' : `<inscription><text>${arc.weight}</text></inscription>`)
  const arcs = net.transitions.flatMap(({ inputs, outputs }, t) => [
    ...inputs.map((arc) => `source="${placeId(arc.place)}" target="${transitionId(t)}">${weight(arc)}`),
    ...outputs.map((arc) => `source="${transitionId(t)}" target="${placeId(arc.place)}">${weight(arc)}`),
  ])
  const final = Array.from(net.final, (tokens, place) =>
    tokens > 0 ? `<place idref="${placeId(place)}"><text>${tokens}</text></place>` : '',
  )
  return `<?xml version="1.0" encoding="UTF-8"?>
<pnml xmlns="http://www.pnml.org/version-2009/grammar/pnml">
<net id="net_1" type="http://www.pnml.org/version-2009/grammar/ptnet">
  <page id="page_1">
${[...places, ...transitions, ...arcs.map((arc, index) => `    <arc id="a_${index}" ${arc}</arc>`)].join('\n')}
  </page>
  <finalmarkings><marking>${final.join('')}</marking></finalmarkings>
</net>
</pnml>
`
}

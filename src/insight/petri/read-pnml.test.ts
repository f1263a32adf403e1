import { describe, expect, it } from 'vitest'
import { getAccepted } from '#kernel'
import { netSize } from './petri-net.ts'
import { readPnml } from './read-pnml.ts'

const pnml = (inside: string, final = '') => `<?xml version="1.0"?>
<pnml><net id="n" type="http://www.pnml.org/version-2009/grammar/ptnet"><page id="p">
<place id="in"><name><text>start</text></name><initialMarking><text>1</text></initialMarking></place>
<place id="out"/>
<transition id="t1"><name><text>accept</text></name></transition>
<arc id="1" source="in" target="t1"/>
${inside}
</page>${final}</net></pnml>`
const done = '<arc id="2" source="t1" target="out"><inscription><text>2</text></inscription></arc>'
const faults = (text: string) => {
  const result = readPnml(text)
  return result.ok ? [] : result.refusal.faults?.map((fault) => `${fault.path}: ${fault.code}`)
}

describe('PNML', () => {
  it('reads names, weights and markings, and takes the only sink for the end', () => {
    const net = getAccepted(readPnml(pnml(done)))
    expect(netSize(net)).toEqual({ places: 2, transitions: 1, arcs: 2 })
    expect(net.transitions[0]).toMatchObject({ label: 'accept', outputs: [{ place: 1, weight: 2 }] })
    expect([...net.initial, ...net.final]).toEqual([1, 0, 0, 1])
  })

  it('reads final markings and silent transitions', () => {
    const silent =
      '<transition id="t2"><name><text>skip</text></name><toolspecific tool="ProM" activity="$invisible$"/></transition>'
    const final =
      '<finalmarkings><marking><place idref="out"><text>2</text></place><place idref="in"><text>0</text></place></marking></finalmarkings>'
    const net = getAccepted(readPnml(pnml(done + silent, final)))
    expect(net.transitions[1]?.label).toBeNull()
    expect([...net.final]).toEqual([0, 2])
  })

  it.each([
    ['an arc to nowhere', pnml('<arc id="2" source="t1" target="gone"/>'), 'line 7: arc-to-nowhere'],
    ['an arc between places', pnml(`${done}<arc id="3" source="in" target="out"/>`), 'line 7: arc-between-like-nodes'],
    [
      'an inhibitor arc',
      pnml('<arc id="2" source="out" target="t1"><arctype><text>inhibitor</text></arctype></arc>'),
      'line 7: arc-kind-not-supported',
    ],
    ['no final marking to be guessed', pnml(`${done}<place id="loose"/>`), 'net: no-final-marking'],
    ['a broken count', pnml(done.replace('>2<', '>two<')), 'line 7: not-a-token-count'],
    ['an id used twice', pnml(`${done}<place id="in"/>`), 'line 7: node-told-twice'],
    ['broken XML', pnml(done).slice(0, -12), 'line 8: broken-xml'],
    ['another document', '<log/>', 'line 1: not-a-petri-net'],
  ])('refuses %s', (_, text, fault) => {
    expect(faults(text)).toContain(fault)
  })
})

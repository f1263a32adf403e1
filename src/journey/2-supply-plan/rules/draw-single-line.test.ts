import { SaxesParser } from 'saxes'
import { describe, expect, it } from 'vitest'
import { drawSingleLine, type SingleLineElement, type SingleLinePlan } from './draw-single-line.ts'

const way: SingleLineElement[] = [
  { kind: 'breaker', label: '112 断路器' },
  { kind: 'overhead', label: '滨河线 JKLYJ-240', note: '3.2 km' },
  { kind: 'cable', label: 'YJV22-8.7/15 3×120', note: '0.48 km' },
  { kind: 'boundary', label: '产权分界点' },
  { kind: 'current-transformer', label: 'CT 200/5 0.5S' },
  { kind: 'voltage-transformer', label: 'PT 10/0.1' },
  { kind: 'meter', label: '电能表 0.5S' },
]
const transformer = (section: number): { section: number; elements: SingleLineElement[] } => ({
  section,
  elements: [
    { kind: 'load-switch', label: '负荷开关' },
    { kind: 'fuse', label: '熔断器' },
    { kind: 'transformer', label: '1250 kVA', note: 'Dyn11 10/0.4 kV' },
    { kind: 'load', label: '车间' },
  ],
})
const dual: SingleLinePlan = {
  title: '双电源单线图',
  colon: '：',
  sources: [
    { from: '柳林变 I 段', role: '主供', elements: way },
    { from: '城东变 II 段', role: '备供', elements: way.slice(2) },
  ],
  bus: { label: '用户 10 kV 母线', sectioned: true, tie: 'breaker' },
  branches: [transformer(0), transformer(1), transformer(0)],
}

/** Parses the drawing as XML and gives its texts and the attributes of its elements. */
function read(svg: string) {
  const texts: string[] = []
  const elements: { name: string; attributes: Record<string, string> }[] = []
  const parser = new SaxesParser()
  parser.on('error', (error) => {
    throw error
  })
  parser.on('text', (text) => text.trim() !== '' && texts.push(text))
  parser.on('opentag', ({ name, attributes }) =>
    elements.push({ name, attributes: attributes as Record<string, string> }),
  )
  parser.write(svg).close()
  return { texts, elements }
}

describe('a single-line diagram', () => {
  it('is well-formed and says every label', () => {
    const { texts } = read(drawSingleLine(dual))
    for (const word of [
      '主供：柳林变 I 段',
      '备供：城东变 II 段',
      '产权分界点',
      '用户 10 kV 母线',
      '1250 kVA',
      'CT 200/5 0.5S',
    ]) {
      expect(texts).toContain(word)
    }
    expect(texts.filter((text) => text === '车间')).toHaveLength(3)
  })

  it('escapes what was typed', () => {
    const typed = '</text><script>alert(1)</script>&"\''
    const { texts, elements } = read(
      drawSingleLine({ ...dual, sources: [{ from: typed, elements: [{ kind: 'fuse', label: typed }] }] }),
    )
    expect(elements.map(({ name }) => name)).not.toContain('script')
    expect(texts).toContain(typed)
  })

  it('hangs every branch below its own section', () => {
    const { elements } = read(drawSingleLine(dual))
    const buses = elements.flatMap(({ attributes }) => {
      const found = /^M(\d+) (\d+)h(\d+)$/.exec(attributes.d ?? '')
      return attributes['stroke-width'] === '4' && found
        ? [{ x: Number(found[1]), y: Number(found[2]), length: Number(found[3]) }]
        : []
    })
    const y = Math.max(...buses.map((bus) => bus.y))
    const sections = buses.filter((bus) => bus.y === y)
    expect(sections).toHaveLength(2)
    const drops = elements.flatMap(({ attributes }) => {
      const found = new RegExp(`^M(\\d+) ${y}V`).exec(attributes.d ?? '')
      return found ? [Number(found[1])] : []
    })
    const per = sections.map(({ x, length }) => drops.filter((drop) => drop > x && drop < x + length).length)
    expect(per).toEqual([2, 1])
  })

  it('keeps within its frame and is the same each time', () => {
    const svg = drawSingleLine(dual)
    expect(drawSingleLine(dual)).toBe(svg)
    const { elements } = read(svg)
    const width = Number(elements[0]?.attributes.width)
    for (const { name, attributes } of elements) if (name === 'text') expect(Number(attributes.x)).toBeLessThan(width)
  })

  it('does without a bus where the source feeds the load itself', () => {
    const svg = drawSingleLine({
      title: '低压',
      colon: '：',
      sources: [
        {
          from: '0.4 kV 公用线路',
          elements: [
            { kind: 'boundary', label: '产权分界点' },
            { kind: 'meter', label: '电能表' },
            { kind: 'load', label: '商铺' },
          ],
        },
      ],
      branches: [],
    })
    expect(read(svg).texts).toContain('商铺')
  })
})

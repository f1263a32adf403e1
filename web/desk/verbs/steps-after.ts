/** Every element that can be reached from this one along the flows of a BPMN file, without the element itself. */
export function stepsAfter(xml: string, elementId: string): ReadonlySet<string> {
  const next = new Map<string, string[]>()
  for (const [tag] of xml.matchAll(/<(?:\w+:)?sequenceFlow\b[^>]*>/g)) {
    const source = attribute(tag, 'sourceRef')
    const target = attribute(tag, 'targetRef')
    if (source && target) next.set(source, [...(next.get(source) ?? []), target])
  }
  const reached = new Set<string>()
  const open = [elementId]
  for (let element = open.pop(); element !== undefined; element = open.pop()) {
    for (const target of next.get(element) ?? []) {
      if (reached.has(target)) continue
      reached.add(target)
      open.push(target)
    }
  }
  reached.delete(elementId)
  return reached
}

const attribute = (tag: string, name: string): string | undefined =>
  tag.match(new RegExp(`\\s${name}\\s*=\\s*["']([^"']*)["']`))?.[1]

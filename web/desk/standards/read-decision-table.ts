/** A decision table as its DMN file writes it, for people to read: texts of cells, nothing evaluated. */
export interface ReadTable {
  readonly name: string
  readonly hitPolicy: string
  readonly inputs: readonly string[]
  /** Names of the output columns. */
  readonly outputs: readonly string[]
  readonly outputLabels: readonly string[]
  readonly annotations: readonly string[]
  readonly rows: readonly ReadRow[]
}

export interface ReadRow {
  readonly id: string
  readonly inputs: readonly string[]
  readonly outputs: readonly string[]
  readonly annotations: readonly string[]
}

/** Reads the first decision table of a DMN file; without one, an empty table. */
export function readDecisionTable(xml: string): ReadTable {
  const page = new DOMParser().parseFromString(xml, 'application/xml')
  const table = all(page, 'decisionTable')[0]
  const children = (name: string) => [...(table?.children ?? [])].filter((child) => child.localName === name)
  return {
    name: all(page, 'decision')[0]?.getAttribute('name') ?? '',
    hitPolicy: table?.getAttribute('hitPolicy') ?? 'UNIQUE',
    inputs: children('input').map((input) => input.getAttribute('label') ?? textOf(input)),
    outputs: children('output').map((output) => output.getAttribute('name') ?? ''),
    outputLabels: children('output').map((output) => output.getAttribute('label') ?? output.getAttribute('name') ?? ''),
    annotations: children('annotation').map((annotation) => annotation.getAttribute('name') ?? ''),
    rows: children('rule').map((rule) => ({
      id: rule.getAttribute('id') ?? '',
      inputs: entriesOf(rule, 'inputEntry'),
      outputs: entriesOf(rule, 'outputEntry'),
      annotations: entriesOf(rule, 'annotationEntry'),
    })),
  }
}

const all = (page: Document, name: string): readonly Element[] => [...page.getElementsByTagNameNS('*', name)]

const textOf = (element: Element): string => element.getElementsByTagNameNS('*', 'text')[0]?.textContent?.trim() ?? ''

function entriesOf(rule: Element, name: string): readonly string[] {
  return [...rule.children].filter((child) => child.localName === name).map(textOf)
}

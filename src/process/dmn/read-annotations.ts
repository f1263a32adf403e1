import type { Fault } from '#kernel'
import { type ModdleElement, moddleList, moddleText } from '../source-file.ts'
import type { DecisionRow } from './decision-table.ts'

const MARKS = ['source', 'confidence', 'from', 'to'] as const
const ISO_DATE = /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/

type Marks = Pick<DecisionRow, (typeof MARKS)[number]>

/** Reads a row's `source`, `confidence`, `from` and `to` columns; other annotation columns are for people only. */
export function readAnnotations(
  rule: ModdleElement,
  columns: readonly string[],
): { readonly marks: Marks; readonly faults: readonly Omit<Fault, 'path'>[] } {
  const marks: { -readonly [Mark in keyof Marks]: string } = {}
  const faults: Omit<Fault, 'path'>[] = []
  for (const [column, entry] of moddleList(rule, 'annotationEntry').entries()) {
    const mark = MARKS.find((name) => name === columns[column]?.trim().toLowerCase())
    const text = moddleText(entry, 'text')?.trim() ?? ''
    if (!mark || text === '' || text === '-') continue
    if ((mark === 'from' || mark === 'to') && !isDate(text))
      faults.push({ code: 'bad-date', data: { column: mark, value: text } })
    marks[mark] = text
  }
  if (marks.from !== undefined && marks.to !== undefined && marks.from >= marks.to) {
    faults.push({ code: 'never-in-force', data: { from: marks.from, to: marks.to } })
  }
  return { marks, faults }
}

function isDate(text: string): boolean {
  return ISO_DATE.test(text) && new Date(`${text}T00:00:00Z`).toISOString().startsWith(text)
}

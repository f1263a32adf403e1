import {
  arrange,
  type Section,
  type SingleLineElement,
  type SingleLinePlan,
  type SingleLineSource,
} from './single-line-plan.ts'
import { cellHeight, drawSymbol, type SymbolKind } from './single-line-symbols.ts'

export type { SingleLineBranch, SingleLineElement, SingleLinePlan, SingleLineSource } from './single-line-plan.ts'

const margin = 16
const columnWidth = 250
const symbolX = 66
const textX = 118
const headHeight = 34
const busHeight = 30
const tieGap = 60

const escapeText = (text: string) => text.replace(/[<>&"']/g, (sign) => `&#${sign.charCodeAt(0)};`)

function write(x: number, y: number, text: string, weight = 400, colour = 'currentColor'): string {
  return `<text x="${x}" y="${y}" font-size="11.5" font-weight="${weight}" fill="${colour}" stroke="none">${escapeText(text)}</text>`
}

const thick = (x: number, y: number, width: number) => `<path d="M${x} ${y}h${width}" stroke-width="4"/>`
const wire = (x: number, y: number, to: number) => (to > y ? `<path d="M${x} ${y}V${to}" stroke-width="1.5"/>` : '')

/**
 * Draws the plan as SVG in the symbols of GB/T 4728. Ink is `currentColor`, so a page gives it its own; texts are escaped.
 * The same plan gives the same text.
 */
export function drawSingleLine(plan: SingleLinePlan): string {
  const { columns, sections, sourceColumns, branchColumns } = arrange(plan)
  const width = 2 * margin + columns * columnWidth
  const busY = margin + headHeight + deepest(plan.sources) * cellHeight + (plan.bus === undefined ? 0 : 16)
  const branchY = busY + (plan.bus === undefined ? 0 : busHeight)
  const height = branchY + deepest(plan.branches) * cellHeight + margin
  const body = [
    ...plan.sources.map((source, index) =>
      drawSource(source, columnStart(sourceColumns[index] ?? 0), busY, plan.colon),
    ),
    plan.bus === undefined ? '' : drawBus(plan.bus, busY, sections),
    ...plan.branches.map((branch, index) => {
      const x = columnStart(branchColumns[index] ?? 0)
      return wire(x + symbolX, busY, branchY) + drawElements(branch.elements, x, branchY)
    }),
  ]
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img"`,
    ` color="#14211f" font-family="Noto Sans SC, PingFang SC, Microsoft YaHei, sans-serif" fill="none" stroke="currentColor">`,
    `<title>${escapeText(plan.title)}</title><desc>${escapeText(describe(plan))}</desc>`,
    ...body,
    '</svg>',
  ].join('')
}

const columnStart = (index: number) => margin + index * columnWidth

function deepest(columns: readonly { readonly elements: readonly SingleLineElement[] }[]): number {
  return Math.max(0, ...columns.map((column) => column.elements.length))
}

function drawSource(source: SingleLineSource, x: number, busY: number, colon: string): string {
  const top = margin + headHeight
  const end = top + source.elements.length * cellHeight
  const head = source.role === undefined ? source.from : `${source.role}${colon}${source.from}`
  return [
    thick(x + symbolX - 40, top, 80),
    write(x + symbolX - 40, top - 12, head, 600),
    drawElements(source.elements, x, top),
    wire(x + symbolX, end, busY),
  ].join('')
}

function drawElements(elements: readonly SingleLineElement[], x: number, top: number): string {
  return elements
    .map((element, index) => {
      const y = top + index * cellHeight
      const symbol = drawSymbol(element.kind, x + symbolX, y)
      return element.kind === 'boundary' ? symbol + drawBoundary(element, x, y) : symbol + drawTexts(element, x, y)
    })
    .join('')
}

function drawTexts(element: SingleLineElement, x: number, y: number): string {
  const note = element.note ?? ''
  const labelY = y + (note === '' ? 27 : 20)
  return write(x + textX, labelY, element.label) + (note === '' ? '' : write(x + textX, labelY + 15, note))
}

/** 产权分界点: a dash-dotted line across the column; above it is the company's, below it the customer's. */
function drawBoundary(element: SingleLineElement, x: number, y: number): string {
  const line = `<path d="M${x} ${y + 23}h${columnWidth - 14}" stroke="#7a3fa0" stroke-width="1.2" stroke-dasharray="7 3 2 3"/>`
  const note = element.note === undefined ? '' : write(x + textX, y + 38, element.note)
  return line + write(x + textX, y + 17, element.label, 600, '#7a3fa0') + note
}

function drawBus(bus: NonNullable<SingleLinePlan['bus']>, y: number, sections: readonly Section[]): string {
  const starts = sections.map(({ first }) => columnStart(first))
  const lengths = sections.map(({ count }) => count * columnWidth - tieGap)
  const ties = bus.tie === undefined ? [] : starts.slice(1).map((start) => drawTie(bus.tie, start - tieGap, y))
  return [
    ...starts.map((start, index) => thick(start, y, lengths[index] ?? 0)),
    ...ties,
    write(margin + textX, y - 8, bus.label, 600),
  ].join('')
}

/** The tie between two sections: the switch's symbol laid on its side. */
function drawTie(kind: SymbolKind = 'breaker', x: number, y: number): string {
  const reach = (tieGap - cellHeight) / 2
  const turned = `<g transform="translate(${x + reach + cellHeight} ${y}) rotate(90)">${drawSymbol(kind, 0, 0)}</g>`
  return `<path d="M${x} ${y}h${reach}M${x + tieGap - reach} ${y}h${reach}" stroke-width="1.5"/>${turned}`
}

/** The picture in words: every way from its beginning to its end. */
function describe(plan: SingleLinePlan): string {
  const inWords = (elements: readonly SingleLineElement[]) =>
    elements.map(({ label, note }) => (note === undefined ? label : `${label} ${note}`))
  const sources = plan.sources.map(({ from, role, elements }) =>
    [role, from, ...inWords(elements)].filter(Boolean).join(' → '),
  )
  const branches = plan.branches.map(({ elements }) =>
    [plan.bus?.label, ...inWords(elements)].filter(Boolean).join(' → '),
  )
  return [...sources, ...branches].join('；')
}

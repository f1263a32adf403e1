import type { JsonObject } from '#kernel'
import type { FormDocument, FormSection, TableSection } from './form-document.ts'
import { pageWords, writeDate } from './page-words.ts'

/** The document as the layout reads it: every optional text filled, so that the layout has no gaps to think of. */
export function layOutForm(document: FormDocument, qualifiedSignatures: boolean): JsonObject {
  const words = pageWords[document.language]
  return {
    language: document.language,
    title: document.title,
    number: document.number ?? '',
    company: document.company,
    issuedOn: document.issuedOn,
    issuedText: writeDate(document.issuedOn, document.language),
    sections: document.sections.filter(hasContent).map((section) => layOutSection(section, words.diagram)),
    notices: document.notices ?? [],
    footer: document.footer ?? document.title,
    signatureNote: qualifiedSignatures ? '' : words.signatureNote,
    substituted: '',
    words: { ...words },
  }
}

function hasContent(section: FormSection): boolean {
  if (section.kind === 'fields') return section.rows.some((row) => row.length > 0)
  return section.kind !== 'table' || section.head.length > 0
}

function layOutSection(section: FormSection, diagramWord: string): JsonObject {
  const title = section.title ?? ''
  switch (section.kind) {
    case 'fields':
      return {
        kind: section.kind,
        title,
        rows: section.rows.filter((row) => row.length > 0).map((row) => row.map((f) => ({ ...f }))),
      }
    case 'table':
      return layOutTable(section, title)
    case 'paragraphs':
      return { kind: section.kind, title, items: section.items }
    case 'clauses':
      return { kind: section.kind, title, items: section.items.map((item) => ({ ...item, plain: item.plain ?? '' })) }
    case 'checklist':
      return { kind: section.kind, title, items: section.items.map((item) => ({ ...item, note: item.note ?? '' })) }
    case 'signatures':
      return {
        kind: section.kind,
        title,
        parties: section.parties.map(({ role, name = '', signedAt = '', method = '' }) => ({
          role,
          name,
          signedAt,
          method,
        })),
      }
    case 'diagram':
      return {
        kind: section.kind,
        title,
        svg: section.svg,
        widthMm: diagramWidthMm(section.svg),
        alt: title === '' ? diagramWord : title,
      }
  }
}

function layOutTable(section: TableSection, title: string): JsonObject {
  const columns = section.head.map((_, index) => index)
  return {
    kind: 'table',
    title,
    head: section.head,
    // A short row is filled and a long one cut, so that no cell slips into the next row.
    rows: section.rows.map((row) => columns.map((index) => row[index] ?? '')),
    align: columns.map((index) => section.align?.[index] ?? 'left'),
    widths: columns.map((index) => columnWidth([section.head, ...section.rows].map((row) => row[index] ?? ''))),
  }
}

/** Share of the width a column gets: by its longest text, Han characters counting double, between 5 and 28. */
function columnWidth(texts: readonly string[]): number {
  const lengths = texts.map((text) => Array.from(text).reduce((sum, sign) => sum + (sign > '\u2e80' ? 2 : 1), 0))
  return Math.min(28, Math.max(5, ...lengths))
}

const pageWidthMm = 166
const diagramHeightMm = 150

/** As wide as the page where the drawing's shape (`viewBox`) allows it, never taller than most of a page. */
function diagramWidthMm(svg: string): number {
  const box = /viewBox\s*=\s*["']\s*[-\d.]+[\s,]+[-\d.]+[\s,]+([\d.]+)[\s,]+([\d.]+)/.exec(svg)
  const shape = box === null ? 1 : Number(box[1]) / Number(box[2])
  return Number.isFinite(shape) && shape > 0 ? Math.min(pageWidthMm, diagramHeightMm * shape) : pageWidthMm
}

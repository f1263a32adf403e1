import { createHash } from 'node:crypto'
import { dirname } from 'node:path'
import { fileURLToPath } from 'node:url'
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler'
import { accept, type JsonObject, type Result, refuse } from '#kernel'
import { type DocumentFonts, loadDocumentFonts } from './document-fonts.ts'
import type { FormDocument } from './form-document.ts'
import { layOutForm } from './lay-out-form.ts'
import { findUnprintable, spellOut, type UnprintableCharacter } from './unprintable-characters.ts'

export interface RenderedDocument {
  readonly pdf: Uint8Array
  readonly pages: number
  /** Hash of the file's bytes, hexadecimal. */
  readonly sha256: string
  /** Characters whose code was printed instead of a glyph; empty unless that was asked for. */
  readonly spelledOut: readonly UnprintableCharacter[]
}

export interface RenderOptions {
  /** A certificate authority is configured: signing pages carry no note that their signatures are not qualified ones. */
  readonly qualifiedSignatures?: boolean
  /** What to do with characters no font can draw: refuse the document (default), or print their code in brackets and say so. */
  readonly unprintable?: 'refuse' | 'spell-out'
}

export type DocumentRenderer = (document: FormDocument, options?: RenderOptions) => Result<RenderedDocument>

const layoutFile = fileURLToPath(new URL('./form.typ', import.meta.url))
/** A diagram is drawn by us; what could reach outside the file has no business in it. */
const forbiddenInDiagram = /<\s*(script|image|foreignObject|use)\b|<!(ENTITY|DOCTYPE)|href\s*=|url\(\s*['"]?[^#'"]/i

/**
 * A renderer that keeps its compiler and fonts warm. The same document gives the same bytes.
 * Refuses `characters-unprintable` (data: the characters with code and places) and `diagram-not-allowed`.
 */
export function makeDocumentRenderer({ files, coverage }: DocumentFonts): DocumentRenderer {
  const compiler = NodeCompiler.create({ workspace: dirname(layoutFile), fontArgs: [{ fontBlobs: [...files] }] })
  return (document, options = {}) => {
    const foreign = document.sections.findIndex(
      (section) => section.kind === 'diagram' && forbiddenInDiagram.test(section.svg),
    )
    if (foreign >= 0) return refuse({ code: 'diagram-not-allowed', data: { path: `sections[${foreign}].svg` } })
    const form = layOutForm(document, options.qualifiedSignatures === true)
    const missing = findUnprintable(form, coverage)
    if (missing.length === 0) return accept({ ...compileForm(compiler, form), spelledOut: [] })
    if (options.unprintable !== 'spell-out') {
      return refuse({ code: 'characters-unprintable', data: { characters: missing } })
    }
    return accept({ ...compileForm(compiler, spellOutForm(form, missing)), spelledOut: missing })
  }
}

let shared: DocumentRenderer | undefined

/** Renders with one renderer for the whole program; further fonts are taken from the folder `TONGDIAN_FONTS` names. */
export function renderDocument(document: FormDocument, options: RenderOptions = {}): Result<RenderedDocument> {
  shared ??= makeDocumentRenderer(loadDocumentFonts(process.env.TONGDIAN_FONTS))
  return shared(document, options)
}

function spellOutForm(form: JsonObject, missing: readonly UnprintableCharacter[]): JsonObject {
  const codes = missing.map(({ code }) => code).join(' ')
  const { substituted } = form.words as { substituted: string }
  return { ...spellOut(form, missing), substituted: `${substituted}${codes}` }
}

function compileForm(compiler: NodeCompiler, form: JsonObject): Omit<RenderedDocument, 'spelledOut'> {
  // Set and exported in one call: a document held in between is freed only when the garbage collector finds it, and it cannot see its size.
  const pdf = compiler.pdf(
    { mainFilePath: layoutFile, inputs: { form: JSON.stringify(form) } },
    { pdfStandard: 'a-2a' },
  )
  // The compiler remembers what it set; without this its memory grows with every document.
  compiler.evictCache(1)
  return { pdf, pages: countPages(pdf), sha256: createHash('sha256').update(pdf).digest('hex') }
}

/** Reads the page tree, which this compiler writes as the first object of the file. */
function countPages(pdf: Buffer): number {
  const tree = /\/Type \/Pages\s+\/Count (\d+)/.exec(pdf.toString('latin1', 0, 4096))
  if (tree === null) throw new Error('the file does not begin with its page tree')
  return Number(tree[1])
}

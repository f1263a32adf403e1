/** Which characters a font can draw, by code point. */
export interface FontCoverage {
  has(codePoint: number): boolean
}

/**
 * Reads the character map (`cmap`, formats 4 and 12) of a TrueType or OpenType font, or of every font of a collection.
 * Throws where the file is no font: fonts are installed by the operator, not sent in by people.
 */
export function readFontCoverage(file: Uint8Array): FontCoverage {
  const view = new DataView(file.buffer, file.byteOffset, file.byteLength)
  const covered = new Set<number>()
  for (const start of fontStarts(view)) {
    const cmap = findTable(view, start, 'cmap')
    const count = view.getUint16(cmap + 2)
    for (let index = 0; index < count; index += 1)
      readSubtable(view, cmap + view.getUint32(cmap + 8 + 8 * index), covered)
  }
  return covered
}

function tagAt(view: DataView, offset: number): string {
  return String.fromCharCode(...[0, 1, 2, 3].map((index) => view.getUint8(offset + index)))
}

function fontStarts(view: DataView): number[] {
  if (tagAt(view, 0) !== 'ttcf') return [0]
  return Array.from({ length: view.getUint32(8) }, (_, index) => view.getUint32(12 + 4 * index))
}

function findTable(view: DataView, start: number, tag: string): number {
  const count = view.getUint16(start + 4)
  for (let index = 0; index < count; index += 1) {
    const entry = start + 12 + 16 * index
    if (tagAt(view, entry) === tag) return view.getUint32(entry + 8)
  }
  throw new Error(`the font has no table ${tag}`)
}

function readSubtable(view: DataView, start: number, covered: Set<number>): void {
  const format = view.getUint16(start)
  if (format === 4) readSegments(view, start, covered)
  if (format === 12) readGroups(view, start, covered)
}

/** Format 4: the basic plane in segments. A segment may still map a character to glyph 0, which is the box. */
function readSegments(view: DataView, start: number, covered: Set<number>): void {
  const doubled = view.getUint16(start + 6)
  for (let at = 0; at < doubled; at += 2) {
    const last = view.getUint16(start + 14 + at)
    const first = view.getUint16(start + 16 + doubled + at)
    const delta = view.getUint16(start + 16 + 2 * doubled + at)
    const rangeAt = start + 16 + 3 * doubled + at
    const range = view.getUint16(rangeAt)
    for (let code = first; code <= last && code < 0xffff; code += 1) {
      const mapped = range === 0 ? code : view.getUint16(rangeAt + range + 2 * (code - first))
      if (mapped !== 0 && ((mapped + delta) & 0xffff) !== 0) covered.add(code)
    }
  }
}

/** Format 12: all planes in groups of code points that follow each other. */
function readGroups(view: DataView, start: number, covered: Set<number>): void {
  const count = view.getUint32(start + 12)
  for (let index = 0; index < count; index += 1) {
    const group = start + 16 + 12 * index
    const first = view.getUint32(group)
    const glyph = view.getUint32(group + 8)
    for (let code = first; code <= view.getUint32(group + 4); code += 1)
      if (glyph + code - first !== 0) covered.add(code)
  }
}

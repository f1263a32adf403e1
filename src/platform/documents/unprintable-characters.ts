import type { Json } from '#kernel'
import type { FontCoverage } from './font-coverage.ts'

/** One character that no font at hand can draw, and the places of the document where it stands. */
export interface UnprintableCharacter {
  readonly character: string
  /** `U+20BB7`. */
  readonly code: string
  readonly paths: readonly string[]
}

type CodeRange = readonly [from: number, to: number]

/** Line ends, tabs, joiners and variation selectors: they shape their neighbours and have no glyph of their own. */
const shapingCodes: readonly CodeRange[] = [
  [0x09, 0x0a],
  [0x0d, 0x0d],
  [0x200b, 0x200d],
  [0x2060, 0x2060],
  [0xfe00, 0xfe0f],
  [0xe0100, 0xe01ef],
]
/** Marks that turn the order of the text round: with them a document could read otherwise than its data. */
const turningCodes: readonly CodeRange[] = [
  [0x200e, 0x200f],
  [0x202a, 0x202e],
  [0x2066, 0x2069],
]
const isWithin = (ranges: readonly CodeRange[], code: number) => ranges.some(([from, to]) => code >= from && code <= to)

/** Every character of the document that cannot be printed: missing from the fonts, a control code, or a mark that turns the order of the text. */
export function findUnprintable(document: Json, coverage: FontCoverage): UnprintableCharacter[] {
  const found = new Map<string, Set<string>>()
  for (const [path, text] of listTexts(document, '')) {
    for (const character of new Set(text)) {
      const codePoint = character.codePointAt(0) ?? 0
      if (isWithin(shapingCodes, codePoint)) continue
      if (coverage.has(codePoint) && !isWithin(turningCodes, codePoint)) continue
      found.set(character, (found.get(character) ?? new Set()).add(path))
    }
  }
  return [...found].map(([character, paths]) => ({ character, code: codeOf(character), paths: [...paths] }))
}

/** Puts each unprintable character's code in brackets in its place, visibly: `〔U+20BB7〕`. */
export function spellOut<T extends Json>(document: T, characters: readonly UnprintableCharacter[]): T {
  const spelled = new Map(characters.map(({ character, code }) => [character, `〔${code}〕`]))
  const spell = (value: Json): Json => {
    if (typeof value === 'string') return Array.from(value, (character) => spelled.get(character) ?? character).join('')
    if (Array.isArray(value)) return value.map(spell)
    if (typeof value !== 'object' || value === null) return value
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, spell(inner)]))
  }
  return spell(document) as T
}

function codeOf(character: string): string {
  return `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`
}

function* listTexts(value: Json, path: string): Generator<[string, string]> {
  if (typeof value === 'string') yield [path, value]
  else if (Array.isArray(value))
    for (const [index, item] of value.entries()) yield* listTexts(item, `${path}[${index}]`)
  else if (typeof value === 'object' && value !== null) {
    for (const [key, inner] of Object.entries(value)) yield* listTexts(inner, path === '' ? key : `${path}.${key}`)
  }
}

import type { Json } from '#kernel'
import type { FontCoverage } from './font-coverage.ts'

/** One character that no font at hand can draw, and the places of the document where it stands. */
export interface UnprintableCharacter {
  readonly character: string
  /** `U+20BB7`. */
  readonly code: string
  readonly paths: readonly string[]
}

/** Joiners, variation selectors and line marks shape their neighbours and are drawn by none of the fonts. */
const shapesNeighbours = /[\n\t\r\u200b\u200c\u200d\u2060\ufe00-\ufe0f\u{e0100}-\u{e01ef}]/u
/** Marks that turn the order of the text round could make a document read otherwise than its data. */
const turnsOrder = /[\u200e\u200f\u202a-\u202e\u2066-\u2069]/u

/** Every character of the document that cannot be printed: missing from the fonts, a control code, or a mark that turns the order of the text. */
export function findUnprintable(document: Json, coverage: FontCoverage): UnprintableCharacter[] {
  const found = new Map<string, Set<string>>()
  for (const [path, text] of listTexts(document, '')) {
    for (const character of new Set(text)) {
      const codePoint = character.codePointAt(0) ?? 0
      if (shapesNeighbours.test(character)) continue
      if (coverage.has(codePoint) && !turnsOrder.test(character)) continue
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

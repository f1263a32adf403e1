/** What a fact may carry: plain data, no dates, no `undefined`, no functions. */
export type Plain = null | boolean | number | string | readonly Plain[] | { readonly [key: string]: Plain | undefined }

/**
 * The one text of a value: keys sorted by code unit, no spaces, fields that are `undefined` left out.
 * Numbers must be finite; `-0` is written `0`. Hashes are taken over this text, so two machines that hold
 * the same value hold the same hash (the sorting and number rules of RFC 8785).
 * NUL and half surrogate pairs come out as escapes, so the text itself can always be stored.
 * Throws on anything that has no such text: that is a bug of the caller, not an input fault.
 */
export function canonicalJson(value: Plain): string {
  if (value === null || typeof value === 'boolean') return String(value)
  if (typeof value === 'string') return JSON.stringify(value)
  if (typeof value === 'number') return canonicalNumber(value)
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`
  if (typeof value === 'object') return canonicalObject(value as { readonly [key: string]: Plain | undefined })
  throw new TypeError(`no canonical text for a ${typeof value}`)
}

function canonicalNumber(value: number): string {
  if (!Number.isFinite(value)) throw new TypeError(`no canonical text for ${value}`)
  return JSON.stringify(value === 0 ? 0 : value)
}

function canonicalObject(value: { readonly [key: string]: Plain | undefined }): string {
  const prototype: unknown = Object.getPrototypeOf(value)
  if (prototype !== Object.prototype && prototype !== null)
    throw new TypeError('only plain objects have a canonical text')
  let text = ''
  for (const key of sortedKeys(value)) {
    const field = value[key]
    if (field === undefined) continue
    text += (text ? ',' : '') + keyText(key) + canonicalJson(field)
  }
  return `{${text}}`
}

/** The same few hundred names come again in every fact. */
const keyTexts = new Map<string, string>()
const mostKeyTexts = 2000

function keyText(key: string): string {
  const known = keyTexts.get(key)
  if (known !== undefined) return known
  const text = `${JSON.stringify(key)}:`
  if (keyTexts.size < mostKeyTexts) keyTexts.set(key, text)
  return text
}

/** Most objects come with their keys in order already; looking is cheaper than sorting. */
function sortedKeys(value: object): readonly string[] {
  const keys = Object.keys(value)
  for (let n = 1; n < keys.length; n += 1) {
    if ((keys[n - 1] ?? '') > (keys[n] ?? '')) return keys.sort()
  }
  return keys
}

import { throwRefusal } from './refusal-error.ts'

/** The key of a page's last row, as an opaque text. */
export const writeCursor = (key: Readonly<Record<string, string>>): string =>
  Buffer.from(JSON.stringify(key)).toString('base64url')

/** The key back again, every part a text and every `…At` an instant; a text that is none of ours is a faulty input. */
export function readCursor<Part extends string>(text: string, parts: readonly Part[]): Readonly<Record<Part, string>> {
  const key = parse(text)
  const isPart = (part: Part) => {
    const value = key[part]
    return typeof value === 'string' && !(part.endsWith('At') && Number.isNaN(Date.parse(value)))
  }
  if (parts.every(isPart)) return key as Record<Part, string>
  return throwRefusal({ code: 'faulty-input', faults: [{ path: 'after', code: 'wrong-format' }] })
}

function parse(text: string): Record<string, unknown> {
  try {
    const key: unknown = JSON.parse(Buffer.from(text, 'base64url').toString('utf8'))
    return typeof key === 'object' && key !== null ? { ...key } : {}
  } catch {
    return {}
  }
}

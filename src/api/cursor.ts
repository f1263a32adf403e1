import { throwRefusal } from '#platform/http/index'

/** The key of a page's last row, as an opaque text. */
export const writeCursor = (key: Readonly<Record<string, string>>): string =>
  Buffer.from(JSON.stringify(key)).toString('base64url')

/** The key back again; a text that is none of ours is a faulty input. */
export function readCursor<Key>(text: string): Key {
  try {
    return JSON.parse(Buffer.from(text, 'base64url').toString('utf8')) as Key
  } catch {
    return throwRefusal({ code: 'faulty-input', faults: [{ path: 'after', code: 'wrong-format' }] })
  }
}

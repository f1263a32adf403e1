import { createHmac, timingSafeEqual } from 'node:crypto'

/**
 * The value of a cookie that the account library signed: `value.signature`, percent-encoded; the signature is the base64
 * HMAC-SHA-256 of the value. Undefined where the signature is not ours.
 */
export function readSignedValue(cookie: string, secret: string): string | undefined {
  const text = decode(cookie)
  const dot = text.lastIndexOf('.')
  if (dot < 1) return undefined
  const value = text.slice(0, dot)
  const expected = createHmac('sha256', secret).update(value).digest()
  const given = Buffer.from(text.slice(dot + 1), 'base64')
  return given.length === expected.length && timingSafeEqual(given, expected) ? value : undefined
}

function decode(cookie: string): string {
  try {
    return decodeURIComponent(cookie)
  } catch {
    return ''
  }
}

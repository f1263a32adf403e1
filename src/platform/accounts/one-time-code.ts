import { createHmac, timingSafeEqual } from 'node:crypto'

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'
const periodMs = 30_000
const digits = 6

/** Base32 without padding (RFC 4648 §6), the form in which authenticators take a secret. */
export function toBase32(bytes: Uint8Array): string {
  const bits = Array.from(bytes, (byte) => byte.toString(2).padStart(8, '0')).join('')
  const groups = bits.match(/.{1,5}/g) ?? []
  return groups.map((group) => alphabet[Number.parseInt(group.padEnd(5, '0'), 2)] ?? '').join('')
}

/** Reads base32, in either case, with or without padding and spaces; throws on anything else. */
export function fromBase32(text: string): Uint8Array {
  const letters = text.toUpperCase().replace(/[\s=]/g, '')
  const bits = Array.from(letters, (letter) => {
    const value = alphabet.indexOf(letter)
    if (value < 0) throw new TypeError('not base32')
    return value.toString(2).padStart(5, '0')
  }).join('')
  return Uint8Array.from(bits.match(/.{8}/g) ?? [], (byte) => Number.parseInt(byte, 2))
}

/** The six digits an authenticator with this base32 secret shows at `atMs` (RFC 6238: SHA-1, 30 seconds, RFC 4226 truncation). */
export function computeCode(secret: string, atMs: number): string {
  const counter = Buffer.alloc(8)
  counter.writeBigUInt64BE(BigInt(Math.floor(atMs / periodMs)))
  const mac = createHmac('sha1', fromBase32(secret)).update(counter).digest()
  const offset = (mac[mac.length - 1] ?? 0) & 0x0f
  const value = mac.readUInt32BE(offset) & 0x7fffffff
  return String(value % 10 ** digits).padStart(digits, '0')
}

/** Does the code fit now, or one period before or after, for clocks that differ a little? */
export function isCodeOf(secret: string, code: string, nowMs: number): boolean {
  const given = Buffer.from(code)
  return [0, -periodMs, periodMs].some((shift) => {
    const expected = Buffer.from(computeCode(secret, nowMs + shift))
    return given.length === expected.length && timingSafeEqual(given, expected)
  })
}

/** What an authenticator reads from a QR code. */
export function authenticatorUri(secret: string, login: string): string {
  return `otpauth://totp/${encodeURIComponent('Tongdian 通电')}:${encodeURIComponent(login)}?secret=${secret}&issuer=${encodeURIComponent('Tongdian 通电')}`
}

/** One field of a protocol buffer message: its number and its value, a number or the bytes of what lies inside. */
export interface ProtoField {
  readonly number: number
  readonly value: number
  readonly bytes: Uint8Array
}

const noBytes = new Uint8Array(0)

/** Thrown where the bytes end inside a field or use a wire type that map files do not have. */
export class ProtoFault extends Error {}

/** The fields of one message in their order. */
export function* readFields(bytes: Uint8Array): Generator<ProtoField> {
  const cursor = { bytes, at: 0 }
  while (cursor.at < bytes.length) {
    const key = readVarint(cursor)
    const number = Math.floor(key / 8)
    const wireType = key % 8
    if (wireType === 0) yield { number, value: readVarint(cursor), bytes: noBytes }
    else if (wireType === 2) {
      const length = readVarint(cursor)
      const end = cursor.at + length
      if (end > bytes.length) throw new ProtoFault('field beyond the end')
      yield { number, value: 0, bytes: bytes.subarray(cursor.at, end) }
      cursor.at = end
    } else if (wireType === 1 || wireType === 5) cursor.at += wireType === 1 ? 8 : 4
    else throw new ProtoFault(`wire type ${wireType}`)
  }
}

/** Numbers packed one after another. */
export function readPacked(bytes: Uint8Array): number[] {
  const cursor = { bytes, at: 0 }
  const values: number[] = []
  while (cursor.at < bytes.length) values.push(readVarint(cursor))
  return values
}

/** Packed signed numbers, each the difference from the one before. */
export function readDeltas(bytes: Uint8Array): number[] {
  let sum = 0
  return readPacked(bytes).map((value) => {
    sum += toSigned(value)
    return sum
  })
}

/** Zigzag: 0, −1, 1, −2 … stand as 0, 1, 2, 3 …; exact up to 2⁵³. */
export const toSigned = (value: number): number => (value % 2 === 0 ? value / 2 : -(value + 1) / 2)

function readVarint(cursor: { readonly bytes: Uint8Array; at: number }): number {
  let value = 0
  let scale = 1
  for (;;) {
    const byte = cursor.bytes[cursor.at++]
    if (byte === undefined) throw new ProtoFault('number beyond the end')
    value += (byte & 0x7f) * scale
    if (byte < 0x80) return value
    scale *= 128
  }
}

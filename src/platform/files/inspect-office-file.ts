import type { Refusal } from '#kernel'

const endOfDirectory = 0x06054b50
const directoryEntry = 0x02014b50
const endLength = 22
const entryLength = 46
const longestComment = 0xffff

const broken: Refusal = { code: 'file-broken', data: { kind: 'office' } }

/**
 * Reads the directory of a Word or Excel file (a ZIP) without unpacking it. Refuses what would unpack beyond
 * `mostUnpackedBytes`, carries macros or another program, or has no readable directory.
 */
export function inspectOfficeFile(bytes: Uint8Array, mostUnpackedBytes: number): Refusal | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const end = findEnd(view)
  if (end === undefined) return broken
  const count = view.getUint16(end + 10, true)
  let place = view.getUint32(end + 16, true)
  let unpackedBytes = 0
  for (let n = 0; n < count; n += 1) {
    if (place + entryLength > bytes.length || view.getUint32(place, true) !== directoryEntry) return broken
    unpackedBytes += view.getUint32(place + 24, true)
    const nameLength = view.getUint16(place + 28, true)
    const name = Buffer.from(bytes.subarray(place + entryLength, place + entryLength + nameLength)).toString('utf8')
    if (/vbaProject\.bin$|(^|\/)(activeX|embeddings)\//i.test(name)) {
      return { code: 'file-has-active-content', data: { found: name } }
    }
    place += entryLength + nameLength + view.getUint16(place + 30, true) + view.getUint16(place + 32, true)
  }
  if (unpackedBytes > mostUnpackedBytes) {
    return { code: 'file-too-big', data: { bytes: unpackedBytes, mostBytes: mostUnpackedBytes } }
  }
  return undefined
}

function findEnd(view: DataView): number | undefined {
  const lowest = Math.max(0, view.byteLength - endLength - longestComment)
  for (let place = view.byteLength - endLength; place >= lowest; place -= 1) {
    if (view.getUint32(place, true) === endOfDirectory) return place
  }
  return undefined
}

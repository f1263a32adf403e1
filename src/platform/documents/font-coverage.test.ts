import { describe, expect, it } from 'vitest'
import { readFontCoverage } from './font-coverage.ts'

/** A font of one table: a character map with the given subtables, as the OpenType specification lays it out. */
function fontWith(...subtables: readonly Buffer[]): Buffer {
  const head = Buffer.alloc(28)
  head.writeUInt16BE(1, 4)
  head.write('cmap', 12, 'latin1')
  head.writeUInt32BE(28, 20)
  const directory = Buffer.alloc(4 + 8 * subtables.length)
  directory.writeUInt16BE(subtables.length, 2)
  let offset = directory.length
  for (const [index, subtable] of subtables.entries()) {
    directory.writeUInt32BE(offset, 8 + 8 * index)
    offset += subtable.length
  }
  return Buffer.concat([head, directory, ...subtables])
}

const words = (...values: readonly number[]) =>
  Buffer.from(values.flatMap((value) => [(value >> 8) & 0xff, value & 0xff]))

/** Format 4 with two segments: A to C by offset (B would be glyph 0), and 一丁七 by an array in which 丁 has no glyph. */
const segments = words(
  ...[4, 0, 0, 6, 0, 0, 0],
  ...[0x43, 0x4e03, 0xffff],
  0,
  ...[0x41, 0x4e00, 0xffff],
  ...[-0x42 & 0xffff, 0, 1],
  ...[0, 4, 0],
  ...[7, 0, 0, 9],
)

/** Format 12 with two groups: 𠮷 alone, and two characters of which the first is glyph 0. */
function groups(): Buffer {
  const table = Buffer.alloc(16 + 24)
  table.writeUInt16BE(12, 0)
  table.writeUInt32BE(2, 12)
  for (const [index, [first, last, glyph]] of [
    [0x20bb7, 0x20bb7, 5],
    [0x2c386, 0x2c387, 0],
  ].entries()) {
    table.writeUInt32BE(first ?? 0, 16 + 12 * index)
    table.writeUInt32BE(last ?? 0, 20 + 12 * index)
    table.writeUInt32BE(glyph ?? 0, 24 + 12 * index)
  }
  return table
}

describe('the characters a font can draw', () => {
  it('are read from segments and groups, glyph 0 being none', () => {
    const coverage = readFontCoverage(fontWith(segments, groups()))
    const drawn = [0x40, 0x41, 0x42, 0x43, 0x44, 0x4e00, 0x4e01, 0x4e02, 0x4e03, 0x20bb7, 0x2c386, 0x2c387].filter(
      (code) => coverage.has(code),
    )
    expect(drawn).toEqual([0x41, 0x43, 0x4e00, 0x4e03, 0x20bb7, 0x2c387])
  })

  it('cannot be read from what is no font', () => {
    expect(() => readFontCoverage(Buffer.from('not a font, only some text that is long enough'))).toThrow()
  })
})

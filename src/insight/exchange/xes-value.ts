import type { AttributeDictionary, AttributeType } from '../log/attribute-store.ts'
import { readTimestamp, type TimestampCell } from '../log/timestamp.ts'

/** Filled by `readXesValue`: one cell for a whole file, so that reading makes no object per attribute. */
export interface XesValueCell extends TimestampCell {
  /** Slot of the value; beforehand, the slot that is likely. */
  slot: number
  value: number
}

/**
 * Turns the text of a typed attribute into its slot and stored number. False where the text does not fit the type: the
 * cell then holds the text as written, so nothing is lost.
 */
export function readXesValue(
  dictionary: AttributeDictionary,
  type: AttributeType,
  key: string,
  text: string,
  cell: XesValueCell,
): boolean {
  switch (type) {
    case 'string':
    case 'id':
      cell.slot = dictionary.slot(key, type, cell.slot)
      cell.value = dictionary.textCode(text)
      return true
    case 'date':
      if (!readTimestamp(text, cell)) return keepText(dictionary, type, key, text, cell)
      cell.slot = dictionary.dateSlot(key, cell.offsetMinutes, cell.slot)
      cell.value = cell.ms
      return true
    case 'int':
      return readInt(dictionary, key, text, cell)
    case 'float':
      return readFloat(dictionary, key, text, cell)
    case 'boolean':
      return readBoolean(dictionary, key, text, cell)
    default:
      cell.slot = dictionary.slot(key, type)
      cell.value = 0
      return true
  }
}

function keepText(dictionary: AttributeDictionary, type: AttributeType, key: string, text: string, cell: XesValueCell) {
  cell.slot = dictionary.textSlot(key, type)
  cell.value = dictionary.textCode(text)
  return false
}

function readInt(dictionary: AttributeDictionary, key: string, text: string, cell: XesValueCell): boolean {
  const value = Number(text)
  const written = /^\s*[+-]?\d+\s*$/.test(text)
  if (!written || !Number.isSafeInteger(value)) {
    keepText(dictionary, 'int', key, text, cell)
    return written
  }
  cell.slot = dictionary.slot(key, 'int', cell.slot)
  cell.value = value
  return true
}

const floatWords: Readonly<Record<string, number>> = { NaN: Number.NaN, INF: Infinity, '-INF': -Infinity }

function readFloat(dictionary: AttributeDictionary, key: string, text: string, cell: XesValueCell): boolean {
  const value = floatWords[text] ?? Number(text)
  if ((Number.isNaN(value) && text !== 'NaN') || text.trim() === '')
    return keepText(dictionary, 'float', key, text, cell)
  cell.slot = dictionary.slot(key, 'float', cell.slot)
  cell.value = value
  return true
}

function readBoolean(dictionary: AttributeDictionary, key: string, text: string, cell: XesValueCell): boolean {
  const yes = text === 'true' || text === '1' || text === 'True'
  if (!yes && text !== 'false' && text !== '0' && text !== 'False')
    return keepText(dictionary, 'boolean', key, text, cell)
  cell.slot = dictionary.slot(key, 'boolean', cell.slot)
  cell.value = yes ? 1 : 0
  return true
}

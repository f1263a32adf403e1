import { Dictionary } from './dictionary.ts'
import {
  type GrowingFloat64,
  type GrowingUint8,
  type GrowingUint32,
  growingFloat64,
  growingUint8,
  growingUint32,
} from './growing-column.ts'

/** Attribute types of IEEE Std 1849 (XES), and `values`, the element that holds the items of a list. */
export type AttributeType = 'string' | 'date' | 'int' | 'float' | 'boolean' | 'id' | 'list' | 'container' | 'values'

/** What many attributes share: stored once. */
export interface AttributeSlot {
  readonly key: string
  readonly type: AttributeType
  /** Zone a date was written in, minutes east; 0 for other types. */
  readonly offsetMinutes: number
  /** The value is a code into `texts`: texts, and numbers that a double cannot hold exactly. */
  readonly asText: boolean
}

/**
 * Attributes of many owners, in document order, 13 bytes each. Nested attributes follow their parent one level deeper, so
 * the tree costs one byte an attribute.
 */
export interface AttributeTable {
  /** Attributes of owner i are `starts[i] … starts[i + 1] - 1`. */
  readonly starts: Uint32Array
  readonly slotOf: Uint32Array
  /** Code into `texts`, number, milliseconds since 1970, or 0/1 for booleans, as the slot says. */
  readonly value: Float64Array
  readonly depth: Uint8Array
}

const isText = (type: AttributeType): boolean => type === 'string' || type === 'id'

/** Slots and texts, shared by all tables of one document. */
export class AttributeDictionary {
  readonly slots: AttributeSlot[] = []
  readonly #texts = new Dictionary()
  readonly #plain = new Map<AttributeType, Map<string, number>>()
  readonly #dates = new Map<number, Map<string, number>>()
  readonly #asText = new Map<string, number>()

  get texts(): readonly string[] {
    return this.#texts.texts
  }

  textCode(text: string): number {
    return this.#texts.codeOf(text)
  }

  /**
   * Slot of an attribute whose value is stored the usual way for its type. `guess` is tried first: owners of one kind mostly
   * have the same attributes in the same order, and comparing two texts costs less than hashing a fresh one.
   */
  slot(key: string, type: AttributeType, guess = -1): number {
    const guessed = this.slots[guess]
    if (guessed && guessed.type === type && guessed.key === key && guessed.offsetMinutes === 0) {
      if (guessed.asText === isText(type)) return guess
    }
    let ofType = this.#plain.get(type)
    if (!ofType) {
      ofType = new Map()
      this.#plain.set(type, ofType)
    }
    return ofType.get(key) ?? this.#addSlot(ofType, key, type, 0, isText(type))
  }

  /** Slot of a date in a zone. */
  dateSlot(key: string, offsetMinutes: number, guess = -1): number {
    const guessed = this.slots[guess]
    if (guessed && guessed.type === 'date' && guessed.offsetMinutes === offsetMinutes && guessed.key === key) {
      if (!guessed.asText) return guess
    }
    let ofZone = this.#dates.get(offsetMinutes)
    if (!ofZone) {
      ofZone = new Map()
      this.#dates.set(offsetMinutes, ofZone)
    }
    return ofZone.get(key) ?? this.#addSlot(ofZone, key, 'date', offsetMinutes, false)
  }

  /** Slot of a value kept as written because its type cannot hold it. */
  textSlot(key: string, type: AttributeType): number {
    if (isText(type)) return this.slot(key, type)
    const name = `${type} ${key}`
    return this.#asText.get(name) ?? this.#addSlot(this.#asText, key, type, 0, true, name)
  }

  #addSlot(
    slots: Map<string, number>,
    key: string,
    type: AttributeType,
    offsetMinutes: number,
    asText: boolean,
    name = this.#own(key),
  ): number {
    const slot = this.slots.push({ key: this.#own(key), type, offsetMinutes, asText }) - 1
    slots.set(name, slot)
    return slot
  }

  #own(key: string): string {
    return this.#texts.texts[this.#texts.codeOf(key)] ?? key
  }
}

/** Fills one table, owner by owner. */
export class AttributeTableBuilder {
  readonly #starts: GrowingUint32 = growingUint32(64)
  readonly #slotOf: GrowingUint32 = growingUint32(64)
  readonly #value: GrowingFloat64 = growingFloat64(64)
  readonly #depth: GrowingUint8 = growingUint8(64)

  openOwner(): void {
    this.#starts.push(this.#slotOf.length)
  }

  add(slot: number, value: number, depth: number): void {
    this.#slotOf.push(slot)
    this.#value.push(value)
    this.#depth.push(depth)
  }

  finish(): AttributeTable {
    this.#starts.push(this.#slotOf.length)
    return {
      starts: this.#starts.finish(),
      slotOf: this.#slotOf.finish(),
      value: this.#value.finish(),
      depth: this.#depth.finish(),
    }
  }
}

/** One attribute as a person would write it down. */
export interface Attribute {
  readonly key: string
  readonly type: AttributeType
  readonly value: string | number | boolean
  readonly offsetMinutes: number
  readonly children: readonly Attribute[]
}

/** The attributes of one owner as a tree. */
export function attributesOf(table: AttributeTable, dictionary: AttributeDictionary, owner: number): Attribute[] {
  const roots: Attribute[] = []
  const open: Attribute[][] = [roots]
  for (let i = table.starts[owner] ?? 0; i < (table.starts[owner + 1] ?? 0); i++) {
    const slot = dictionary.slots[table.slotOf[i] ?? 0]
    if (!slot) continue
    const depth = table.depth[i] ?? 0
    const children: Attribute[] = []
    const { key, type, offsetMinutes } = slot
    open[depth]?.push({ key, type, value: storedValue(slot, table.value[i] ?? 0, dictionary), offsetMinutes, children })
    open[depth + 1] = children
  }
  return roots
}

function storedValue(slot: AttributeSlot, stored: number, dictionary: AttributeDictionary): string | number | boolean {
  if (slot.asText) return dictionary.texts[stored] ?? ''
  return slot.type === 'boolean' ? stored === 1 : stored
}

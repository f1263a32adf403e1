import type { AttributeType } from '../log/attribute-store.ts'

const types: readonly AttributeType[] = [
  'string',
  'date',
  'int',
  'float',
  'boolean',
  'id',
  'list',
  'container',
  'values',
]

/** First letter and length tell them apart without hashing a fresh name for each of millions of elements. */
const shapeOf = (name: string): number => name.charCodeAt(0) * 32 + name.length

const byShape: (AttributeType | undefined)[] = new Array(128 * 32).fill(undefined)
for (const type of types) byShape[shapeOf(type)] = type

/** The attribute type an element stands for, undefined for `log`, `trace`, `event` and the rest. */
export function attributeType(name: string): AttributeType | undefined {
  const type = byShape[shapeOf(name)]
  return type === name ? type : undefined
}

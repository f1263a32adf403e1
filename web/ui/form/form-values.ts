import { type FieldShape, isShown } from './field-shape.ts'

export type FormValues = Readonly<Record<string, unknown>>

/** The value at a dotted path (`equipment.0.unitKw`); undefined where the path ends early. */
export function valueAt(values: unknown, path: string): unknown {
  let value = values
  for (const key of path.split('.')) {
    if (typeof value !== 'object' || value === null) return undefined
    value = Reflect.get(value, key)
  }
  return value
}

/** A copy with another value at the path; objects and lists on the way are made where they are missing. */
export function withValueAt(values: unknown, path: string, value: unknown): FormValues {
  const [key = '', ...rest] = path.split('.')
  const copy: Record<string, unknown> | unknown[] = Array.isArray(values) ? [...values] : { ...(values as object) }
  const inner =
    rest.length === 0 ? value : withValueAt(Reflect.get(copy, key) ?? emptyFor(rest[0]), rest.join('.'), value)
  Reflect.set(copy, key, inner)
  return copy as FormValues
}

const emptyFor = (key: string | undefined) => (/^\d+$/.test(key ?? '') ? [] : {})

/** What a form starts with: what is known already, else the schema's defaults; a yes-or-no nobody answered stays open. */
export function startValues(shapes: readonly FieldShape[], known: FormValues = {}): FormValues {
  return Object.fromEntries(
    shapes
      .map((shape) => [shape.name, known[shape.name] ?? startOf(shape)] as const)
      .filter(([, value]) => value !== undefined),
  )
}

function startOf(shape: FieldShape): unknown {
  if (shape.defaultValue !== undefined) return structuredClone(shape.defaultValue)
  if (shape.kind === 'group' && shape.isRequired) return startValues(shape.fields)
  if (shape.kind === 'rows' && shape.isRequired) return [startValues(shape.fields)]
  if (shape.kind === 'files' || shape.kind === 'photos' || shape.kind === 'texts') return []
  return undefined
}

/** As it goes out: empty texts and emptied optional parts are left out, so that the schema says `required` of them. */
export function withoutBlanks(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutBlanks)
  if (typeof value !== 'object' || value === null) return value
  const entries = Object.entries(value)
    .filter(([, inner]) => inner !== undefined && inner !== null && inner !== '')
    .map(([key, inner]) => [key, withoutBlanks(inner)])
  return Object.fromEntries(entries)
}

/** Optional groups in which nothing was filled in are left out as a whole, and what is no longer asked with these answers. */
export function toSend(shapes: readonly FieldShape[], values: FormValues): FormValues {
  const clean = withoutBlanks(values) as Record<string, unknown>
  const isEmptyGroup = (shape: FieldShape) =>
    !shape.isRequired &&
    typeof clean[shape.name] === 'object' &&
    !Array.isArray(clean[shape.name]) &&
    Object.keys(clean[shape.name] as object).length === 0
  const dropped = new Set(
    shapes.filter((shape) => isEmptyGroup(shape) || !isShown(shape, values)).map((shape) => shape.name),
  )
  return Object.fromEntries(Object.entries(clean).filter(([key]) => !dropped.has(key)))
}

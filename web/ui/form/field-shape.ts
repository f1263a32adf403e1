import type { z } from 'zod'

/** What a field is drawn as. */
export type FieldKind =
  | 'text'
  | 'long-text'
  | 'number'
  | 'switch'
  | 'must-agree'
  | 'choice'
  | 'date'
  | 'instant'
  | 'texts'
  | 'rows'
  | 'group'
  | 'photos'
  | 'files'
  | 'file'
  | 'location'
  | 'track'
  | 'signature'
  | 'counter-visit'

/** A field as the schema describes it: enough to draw it, nothing about what it means. */
export interface FieldShape {
  readonly name: string
  readonly kind: FieldKind
  /** An answer has to be given; false also where the schema has a default for it. */
  readonly isRequired: boolean
  /** What the schema takes where nothing is given. */
  readonly defaultValue: unknown
  readonly choices: readonly string[]
  readonly isWhole: boolean
  readonly minimum: number | undefined
  readonly maximum: number | undefined
  /** Asked only where another field of the form has this value. */
  readonly shownIf: ShownIf | undefined
  /** Fields of a group, or of one row. */
  readonly fields: readonly FieldShape[]
}

/** What `meta({ shownIf })` of a schema says. */
export interface ShownIf {
  readonly field: string
  readonly is: string | boolean
  /** With that value it cannot be left out, though the schema has it optional. */
  readonly isNeeded?: boolean
}

/** Is the field asked for with these answers? One that is not is not sent. */
export const isShown = ({ shownIf }: FieldShape, values: Readonly<Record<string, unknown>>): boolean =>
  shownIf === undefined || values[shownIf.field] === shownIf.is

/** Fields that these answers ask for and that cannot be left out then. */
export const neededWith = (shapes: readonly FieldShape[], values: Readonly<Record<string, unknown>>): string[] =>
  shapes.filter((shape) => shape.shownIf?.isNeeded && isShown(shape, values)).map(({ name }) => name)

type Schema = z.core.$ZodType
type Def = z.core.$ZodTypeDef & Record<string, unknown>

const longTextFrom = 300

const defOf = (schema: Schema): Def => schema._zod.def as unknown as Def

/** The fields of a form schema, in the order they stand in it. Throws for a schema that is no object: no form is one. */
export function shapesOf(schema: Schema): readonly FieldShape[] {
  const def = defOf(schema)
  if (def.type !== 'object') throw new TypeError(`a form is an object, not ${def.type}`)
  return Object.entries(def.shape as Record<string, Schema>).map(([name, field]) => shapeOf(name, field))
}

/** Takes the coats off a schema: optional and default say how it may be left out, meta says which widget draws it. */
function shapeOf(name: string, schema: Schema): FieldShape {
  let inner = schema
  let isRequired = true
  let defaultValue: unknown
  let widget = widgetOf(schema)
  const { shownIf } = metaOf(schema)
  for (let def = defOf(inner); wraps(def); def = defOf(inner)) {
    isRequired = false
    if (def.type === 'default') defaultValue = def.defaultValue
    inner = def.innerType as Schema
    widget ??= widgetOf(inner)
  }
  const def = defOf(inner)
  const kind = kindOf(def, widget)
  const row = kind === 'rows' ? (def.element as Schema) : inner
  return {
    name,
    kind,
    isRequired,
    defaultValue,
    choices: def.type === 'enum' ? Object.values(def.entries as Record<string, string>) : [],
    shownIf,
    ...limitsOf(def, inner),
    fields: kind === 'rows' || kind === 'group' || kind === 'counter-visit' ? shapesOf(row) : [],
  }
}

const wraps = (def: Def): boolean => def.type === 'optional' || def.type === 'default' || def.type === 'nullable'

const metaOf = (schema: Schema): { readonly widget?: unknown; readonly shownIf?: ShownIf } =>
  (schema as { meta?: () => { widget?: unknown; shownIf?: ShownIf } | undefined }).meta?.() ?? {}

function widgetOf(schema: Schema): string | undefined {
  const { widget } = metaOf(schema)
  return typeof widget === 'string' ? widget : undefined
}

const widgetKinds: Readonly<Record<string, FieldKind>> = {
  photos: 'photos',
  files: 'files',
  location: 'location',
  track: 'track',
  signature: 'signature',
  'counter-visit': 'counter-visit',
}

function kindOf(def: Def, widget: string | undefined): FieldKind {
  const drawn = widget === undefined ? undefined : widgetKinds[widget]
  if (drawn) return drawn
  switch (def.type) {
    case 'boolean':
      return 'switch'
    case 'literal':
      return 'must-agree'
    case 'enum':
      return 'choice'
    case 'number':
      return 'number'
    case 'array':
      return kindOfArray(defOf(def.element as Schema))
    case 'object':
      return 'sha256' in (def.shape as object) ? 'file' : 'group'
    default:
      return kindOfText(def)
  }
}

function kindOfArray(element: Def): FieldKind {
  if (element.type !== 'object') return 'texts'
  const shape = element.shape as Record<string, Schema>
  return 'sha256' in shape ? 'files' : 'rows'
}

function kindOfText(def: Def): FieldKind {
  if (def.format === 'date') return 'date'
  if (def.format === 'datetime') return 'instant'
  return (maximumLength(def) ?? 0) >= longTextFrom ? 'long-text' : 'text'
}

function maximumLength(def: Def): number | undefined {
  const checks = (def.checks ?? []) as readonly { _zod: { def: { check: string; maximum?: number } } }[]
  return checks.find((check) => check._zod.def.check === 'max_length')?._zod.def.maximum
}

function limitsOf(def: Def, schema: Schema): Pick<FieldShape, 'isWhole' | 'minimum' | 'maximum'> {
  if (def.type !== 'number') return { isWhole: false, minimum: undefined, maximum: undefined }
  const number = schema as unknown as { isInt: boolean; minValue: number | null; maxValue: number | null }
  return { isWhole: number.isInt, minimum: number.minValue ?? undefined, maximum: number.maxValue ?? undefined }
}

import fc from 'fast-check'

/** As much of JSON Schema as the API's description uses. */
export interface Schema {
  readonly $ref?: string
  readonly type?: string | readonly string[]
  readonly const?: unknown
  readonly enum?: readonly unknown[]
  readonly anyOf?: readonly Schema[]
  readonly oneOf?: readonly Schema[]
  readonly allOf?: readonly Schema[]
  readonly properties?: Readonly<Record<string, Schema>>
  readonly required?: readonly string[]
  readonly items?: Schema
  readonly format?: string
  readonly minimum?: number
  readonly maximum?: number
}

export type Schemas = Readonly<Record<string, Schema>>

/** Values nobody should send: wrong types, huge, hostile, and what breaks databases and parsers. */
const hostile = fc.constantFrom<unknown>(
  null,
  '',
  ' ',
  'x'.repeat(70_000),
  '\u0000',
  '\ud800',
  "'; drop table fact; --",
  '<img src=x onerror=alert(1)>',
  '../../etc/passwd',
  '__proto__',
  '𠮷野家 ①',
  -1,
  0,
  1e308,
  2 ** 53,
  0.1 + 0.2,
  true,
  [],
  {},
  [[[[]]]],
  { __proto__: null, constructor: 1 },
  '2026-02-30',
  '0000-00-00T00:00:00Z',
)

const texts = fc.oneof(
  fc.string({ maxLength: 30 }),
  fc.constantFrom('张三', '2026-03-02', '13900000000', 'lv', '0', 'a b'),
)

/** Mostly values of the schema, now and then something hostile in its place, at any depth. */
export function arbitraryValue(schema: Schema | undefined, schemas: Schemas, depth = 0): fc.Arbitrary<unknown> {
  if (schema === undefined || depth > 6) return hostile
  return fc.oneof({ weight: 9, arbitrary: shaped(schema, schemas, depth) }, { weight: 1, arbitrary: hostile })
}

function shaped(schema: Schema, schemas: Schemas, depth: number): fc.Arbitrary<unknown> {
  if (schema.$ref !== undefined) return arbitraryValue(schemas[schema.$ref.split('/').at(-1) ?? ''], schemas, depth + 1)
  if (schema.const !== undefined) return fc.constant(schema.const)
  if (schema.enum !== undefined) return fc.constantFrom(...schema.enum)
  const choices = schema.anyOf ?? schema.oneOf
  if (choices !== undefined) return fc.oneof(...choices.map((choice) => arbitraryValue(choice, schemas, depth + 1)))
  if (schema.allOf !== undefined) {
    const parts = schema.allOf.map((part) => arbitraryValue(part, schemas, depth + 1))
    return fc.tuple(...parts).map((values) => Object.assign({}, ...values.filter((value) => typeof value === 'object')))
  }
  const types = [schema.type ?? 'object'].flat()
  return fc.oneof(...types.map((type) => ofType(type, schema, schemas, depth)))
}

function ofType(type: string, schema: Schema, schemas: Schemas, depth: number): fc.Arbitrary<unknown> {
  const { minimum: min = -5, maximum: max = 100_000 } = schema
  if (type === 'string') return schema.format === 'date' ? fc.constantFrom('2026-03-02', '2027-01-04') : texts
  if (type === 'integer') return fc.integer({ min: Math.ceil(Math.min(min, max)), max: Math.floor(max) })
  if (type === 'number') return fc.double({ min: Math.min(min, max), max, noNaN: true })
  if (type === 'boolean') return fc.boolean()
  if (type === 'null') return fc.constant(null)
  if (type === 'array') return fc.array(arbitraryValue(schema.items, schemas, depth + 1), { maxLength: 4 })
  return ofObject(schema, schemas, depth)
}

/** Its properties, the required ones nearly always there, and now and then one that is not its own. */
function ofObject({ properties = {}, required = [] }: Schema, schemas: Schemas, depth: number): fc.Arbitrary<unknown> {
  const entries = Object.entries(properties).map(([name, schema]) => {
    const absent = required.includes(name) ? 1 : 8
    const present = arbitraryValue(schema, schemas, depth + 1).map((value) => [[name, value]] as const)
    return fc.oneof({ weight: 16, arbitrary: present }, { weight: absent, arbitrary: fc.constant([] as const) })
  })
  const stranger = fc.oneof(
    { weight: 20, arbitrary: fc.constant([]) },
    { weight: 1, arbitrary: fc.constant([['approvedKva', 9999]]) },
  )
  return fc.tuple(...entries, stranger).map((parts) => Object.fromEntries(parts.flat() as [string, unknown][]))
}

import fc from 'fast-check'
import { arbitraryValue, type Schema, type Schemas } from './fuzz-values.ts'

/** One request made up from the API's description. */
export interface FuzzRequest {
  readonly operationId: string
  readonly method: string
  readonly path: string
  readonly headers: Readonly<Record<string, string>>
  readonly body?: string
  /** Statuses the description says this operation can answer with. */
  readonly statuses: readonly number[]
}

interface Parameter {
  readonly name: string
  readonly in: string
  readonly required?: boolean
  readonly schema?: Schema
}

interface Operation {
  readonly operationId?: string
  readonly parameters?: readonly Parameter[]
  readonly requestBody?: { readonly content?: Readonly<Record<string, { readonly schema?: Schema }>> }
  readonly responses?: Readonly<Record<string, unknown>>
}

export interface ApiDescription {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>
  readonly components?: { readonly schemas?: Schemas }
}

const methods = ['get', 'post', 'put', 'patch', 'delete'] as const

/** Ids that exist make a fuzz reach further than the first lookup: path parameters by name, `{ caseId: ['…'] }`. */
export type KnownIds = Readonly<Record<string, readonly string[]>>

/** Requests to every operation whose path `isMeant`; throws where there is none, as then nothing would be tried. */
export function arbitraryRequest(
  description: ApiDescription,
  known: KnownIds = {},
  isMeant: (path: string) => boolean = () => true,
): fc.Arbitrary<FuzzRequest> {
  const schemas = description.components?.schemas ?? {}
  const requests = Object.entries(description.paths)
    .filter(([path]) => isMeant(path))
    .flatMap(([path, item]) =>
      methods.flatMap((method) => {
        const operation = item[method]
        return operation ? [requestOf(method, path, operation, schemas, known)] : []
      }),
    )
  if (requests.length === 0) throw new Error('the description has no operation to try')
  return fc.oneof(...requests)
}

function requestOf(
  method: string,
  path: string,
  operation: Operation,
  schemas: Schemas,
  known: KnownIds,
): fc.Arbitrary<FuzzRequest> {
  const parameters = operation.parameters ?? []
  const values = fc.record(
    Object.fromEntries(parameters.map((parameter) => [parameter.name, parameterValue(parameter, schemas, known)])),
  )
  const schema = operation.requestBody?.content?.['application/json']?.schema
  const body = schema === undefined ? fc.constant(undefined) : bodyOf(schema, schemas)
  const language = fc.constantFrom('zh-CN', 'en', 'tlh', ',;q=')
  return fc.tuple(values, body, language).map(([given, text, acceptLanguage]) => ({
    operationId: operation.operationId ?? `${method} ${path}`,
    method: method.toUpperCase(),
    path: fillPath(path, parameters, given),
    headers: {
      'accept-language': acceptLanguage,
      ...(text !== undefined && { 'content-type': 'application/json' }),
      ...commandId(given),
    },
    ...(text !== undefined && { body: text }),
    statuses: Object.keys(operation.responses ?? {}).map(Number),
  }))
}

function parameterValue(
  { name, required, schema }: Parameter,
  schemas: Schemas,
  known: KnownIds,
): fc.Arbitrary<string | undefined> {
  const made = arbitraryValue(schema, schemas).map((value) =>
    (typeof value === 'string' ? value : JSON.stringify(value)).slice(0, 300),
  )
  const ids = known[name]
  const value =
    ids && ids.length > 0
      ? fc.oneof({ weight: 6, arbitrary: fc.constantFrom(...ids) }, { weight: 1, arbitrary: made })
      : made
  return required ? value : fc.option(value, { nil: undefined })
}

/** JSON of the schema; now and then cut short, or no JSON at all. */
function bodyOf(schema: Schema, schemas: Schemas): fc.Arbitrary<string> {
  const whole = arbitraryValue(schema, schemas).map((value) => JSON.stringify(value) ?? '')
  const broken = whole.map((text) => text.slice(0, Math.floor(text.length / 2)))
  return fc.oneof(
    { weight: 20, arbitrary: whole },
    { weight: 1, arbitrary: broken },
    { weight: 1, arbitrary: fc.constant('') },
  )
}

type Given = Readonly<Record<string, string | undefined>>

function fillPath(path: string, parameters: readonly Parameter[], given: Given): string {
  const filled = path.replace(/\{(\w+)\}/g, (_, name: string) =>
    encodeURIComponent((given[name] ?? 'x').toWellFormed() || 'x'),
  )
  const query = new URLSearchParams()
  for (const { name, in: place } of parameters) {
    const value = given[name]
    if (place === 'query' && value !== undefined) query.append(name, value.toWellFormed())
  }
  return query.size > 0 ? `${filled}?${query}` : filled
}

/** Only what can be sent in a header at all. */
function commandId(given: Given): Record<string, string> {
  const value = given['Idempotency-Key']?.replace(/[^\x21-\x7e]/g, '')
  return value ? { 'idempotency-key': value } : {}
}

export interface FuzzAnswer {
  readonly status: number
  readonly text: string
}

/** What is wrong with an answer; undefined: nothing. Wrong is our fault (5xx), an undocumented status, an error of another form. */
export function judgeAnswer(request: FuzzRequest, { status, text }: FuzzAnswer): string | undefined {
  if (status >= 500) return `status ${status}: ${text}`
  if (!request.statuses.includes(status) && status !== 413) return `undocumented status ${status}: ${text}`
  if (status < 400) return undefined
  try {
    const keys = Object.keys(JSON.parse(text)).sort().join()
    return keys === 'code,faults,message,status' ? undefined : `an error with ${keys}`
  } catch {
    return `an error that is no JSON: ${text.slice(0, 200)}`
  }
}

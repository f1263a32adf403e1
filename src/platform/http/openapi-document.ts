import type { AnyContractRouter, OpenAPI } from '@orpc/contract'
import { OpenAPIGenerator } from '@orpc/openapi'
import { traverseContractProcedures } from '@orpc/server'
import { ZodToJsonSchemaConverter } from '@orpc/zod/zod4'
import { apiPrefix } from './api-handler.ts'
import { fixedPaths } from './openapi-fixed-paths.ts'
import { type RightsTable, routeKeyOf } from './rights.ts'

export interface OpenApiOptions {
  readonly contract: AnyContractRouter
  readonly rights: RightsTable
  readonly version: string
  /** Codes a caller may meet, for the description of the error body. */
  readonly codes: readonly string[]
}

/** The API's description, OpenAPI 3.1: every route of the contract, and the fixed ones beside it. */
export async function createOpenApiDocument(options: OpenApiOptions): Promise<OpenAPI.Document> {
  const generator = new OpenAPIGenerator({ schemaConverters: [new ZodToJsonSchemaConverter()] })
  const routeKeys = routeKeysByOperation(options.contract)
  const document = await generator.generate(options.contract, {
    info: {
      title: 'Tongdian 通电',
      version: options.version,
      description:
        'From an application for electricity to a switched-on supply. All times are ISO 8601, amounts integer fen.',
    },
    servers: [{ url: '/' }],
    components: {
      securitySchemes: {
        session: {
          type: 'apiKey',
          in: 'cookie',
          name: 'tongdian.session_token',
          description: 'Set by the sign-in routes.',
        },
      },
      schemas: { Error: errorSchema(options.codes) },
    },
  })
  const paths: OpenAPI.PathsObject = {}
  for (const [path, item] of Object.entries(document.paths ?? {})) {
    for (const [method, operation] of operationsOf(item)) {
      const key = routeKeys.get(operation.operationId ?? '') ?? ''
      complete(operation, method, options.rights[key])
    }
    paths[`${apiPrefix}${path}`] = item ?? {}
  }
  return { ...document, paths: { ...paths, ...fixedPaths } }
}

function routeKeysByOperation(contract: AnyContractRouter): ReadonlyMap<string, string> {
  const keys = new Map<string, string>()
  traverseContractProcedures({ router: contract, path: [] }, ({ contract: procedure, path }) => {
    const key = routeKeyOf(path)
    keys.set(procedure['~orpc'].route.operationId ?? key, key)
  })
  return keys
}

const methods = ['get', 'post', 'put', 'patch', 'delete'] as const

function operationsOf(
  item: OpenAPI.PathItemObject | undefined,
): readonly (readonly [string, OpenAPI.OperationObject])[] {
  return methods.flatMap((method) => {
    const operation = item?.[method]
    return operation ? [[method, operation] as const] : []
  })
}

const statusTexts: Readonly<Record<string, string>> = {
  400: 'The request could not be read',
  401: 'Not signed in',
  403: 'No right',
  404: 'Unknown id',
  409: 'Stale, or taken by someone else',
  422: 'Faulty input (every fault named), refused, or a command id used again with other content',
  429: 'Too many requests (Retry-After)',
  500: 'Our fault; recorded under a reference',
  503: 'Database away (Retry-After)',
}

const errorRef = { content: { 'application/json': { schema: { $ref: '#/components/schemas/Error' } } } }

/** Adds what every route has: error answers, the session cookie, the command id of changing routes, the right needed. */
function complete(operation: OpenAPI.OperationObject, method: string, right: RightsTable[string] | undefined): void {
  const isPublic = right?.who === 'public'
  const statuses = Object.keys(statusTexts).filter((status) => !isPublic || (status !== '401' && status !== '403'))
  const errors = statuses.map((status) => [status, { description: statusTexts[status] ?? '', ...errorRef }] as const)
  operation.responses = { ...operation.responses, ...Object.fromEntries(errors) }
  operation.security = isPublic ? [] : [{ session: [] }]
  if (right) Object.assign(operation, { 'x-tongdian-right': right })
  if (method !== 'get') operation.parameters = [...(operation.parameters ?? []), commandIdParameter]
}

const commandIdParameter: OpenAPI.ParameterObject = {
  name: 'Idempotency-Key',
  in: 'header',
  required: false,
  schema: { type: 'string', minLength: 1, maxLength: 255 },
  description:
    'Command id: a repeat with the same content is answered with the first answer; with other content it is refused (422).',
}

function errorSchema(codes: readonly string[]): OpenAPI.SchemaObject {
  const fault: OpenAPI.SchemaObject = {
    type: 'object',
    properties: {
      path: { type: 'string', examples: ['equipment.0.ratedKw'] },
      code: { type: 'string', examples: ['required'] },
      message: { type: 'string' },
      line: { type: 'integer', description: 'Of a file that was sent in.' },
      element: { type: 'string', description: 'Kind of element at that line.' },
    },
    required: ['path', 'code', 'message'],
    additionalProperties: false,
  }
  return {
    type: 'object',
    properties: {
      code: { type: 'string', examples: [...codes] },
      status: { type: 'integer', minimum: 400, maximum: 599 },
      message: { type: 'string', description: 'In the language of Accept-Language (zh-CN, en).' },
      faults: { type: 'array', items: fault },
    },
    required: ['code', 'status', 'message', 'faults'],
    additionalProperties: false,
  }
}

import type { OpenAPI } from '@orpc/contract'

type Schema = OpenAPI.SchemaObject

const text = { type: 'string' } as const satisfies Schema
const object = (properties: Record<string, Schema>, required = Object.keys(properties)): Schema => ({
  type: 'object',
  properties,
  required,
})

const json = (schema: Schema | OpenAPI.ReferenceObject): { content: Record<string, OpenAPI.MediaTypeObject> } => ({
  content: { 'application/json': { schema } },
})
const error = (description: string): OpenAPI.ResponseObject => ({
  description,
  ...json({ $ref: '#/components/schemas/Error' }),
})

const refusals = (...statuses: readonly number[]): Record<string, OpenAPI.ResponseObject> =>
  Object.fromEntries(statuses.map((status) => [String(status), error(`Refused with status ${status}`)]))

interface Operation {
  readonly id: string
  readonly summary: string
  readonly body?: Schema
  readonly answer: Schema
  readonly errors: readonly number[]
  readonly signedIn?: boolean
}

const pathItem = (method: 'get' | 'post', described: OpenAPI.OperationObject): OpenAPI.PathItemObject => ({
  [method]: described,
})

function operation(method: 'get' | 'post', of: Operation): OpenAPI.PathItemObject {
  return pathItem(method, {
    operationId: of.id,
    summary: of.summary,
    security: of.signedIn ? [{ session: [] }] : [],
    ...(of.body && { requestBody: { required: true, ...json(of.body) } }),
    responses: { ...refusals(...of.errors), '200': { description: 'OK', ...json(of.answer) } },
  })
}

const phone: Schema = { type: 'string', pattern: '^1[3-9][0-9]{9}$', examples: ['13900000000'] }
const sixDigits: Schema = { type: 'string', pattern: '^[0-9]{6}$' }
const ok = object({ ok: { type: 'boolean' } })

const upload: OpenAPI.OperationObject = {
  operationId: 'files.upload',
  summary: 'Stores one file; its kind is read from its content',
  security: [{ session: [] }],
  requestBody: {
    required: true,
    content: { 'multipart/form-data': { schema: object({ file: { type: 'string', format: 'binary' } }) } },
  },
  responses: {
    ...refusals(400, 401, 403, 413, 415, 422, 429, 503),
    '201': { description: 'Stored', ...json({ type: 'object' }) },
  },
}

const download: OpenAPI.OperationObject = {
  operationId: 'files.download',
  summary: 'A stored file, for whoever may see the case it belongs to',
  security: [{ session: [] }],
  parameters: [
    { name: 'fileId', in: 'path', required: true, schema: text },
    { name: 'download', in: 'query', required: false, schema: text, description: 'Save rather than show.' },
  ],
  responses: {
    ...refusals(401, 403, 404, 503),
    '200': { description: 'The file', content: { 'application/octet-stream': {} } },
  },
}

/** Routes that are not in the contract: sign-in, health, files, the test clock. */
export const fixedPaths: OpenAPI.PathsObject = {
  '/api/health': operation('get', {
    id: 'health',
    summary: 'Is the server well, and can it reach its database?',
    answer: object({
      ok: { type: 'boolean' },
      database: { type: 'string', enum: ['up', 'away'] },
      version: text,
      clock: { type: 'string', enum: ['real', 'test'] },
      now: { type: 'string', format: 'date-time' },
    }),
    errors: [503],
  }),
  '/api/test/clock': operation('post', {
    id: 'setTestClock',
    summary: 'Sets the test clock; only in a database made with one, elsewhere 404',
    body: object({ now: { type: ['string', 'null'], format: 'date-time' } }),
    answer: object({ now: { type: 'string', format: 'date-time' } }),
    errors: [404, 422],
  }),
  '/api/auth/staff/sign-in': operation('post', {
    id: 'signInStaff',
    summary: 'Staff, first step: login and password; the second step is always the code of the authenticator',
    body: object({ login: text, password: text }),
    answer: object({ next: { type: 'string', const: 'totp' } }),
    errors: [401, 422, 429],
  }),
  '/api/auth/staff/verify-code': operation('post', {
    id: 'verifyStaffCode',
    summary: 'Staff, second step: six-digit code (RFC 6238); each code counts once; sets the session cookie',
    body: object({ code: sixDigits }),
    answer: ok,
    errors: [401, 422, 429],
  }),
  '/api/auth/staff/change-password': operation('post', {
    id: 'changePassword',
    summary: 'A signed-in member of staff sets a new password; other sessions end',
    body: object({ currentPassword: text, newPassword: text }),
    answer: ok,
    errors: [401, 403, 422, 429],
    signedIn: true,
  }),
  '/api/auth/setup': operation('post', {
    id: 'beginSetup',
    summary: 'With a one-time set-up token: choose a password, get the authenticator secret',
    body: object({ token: text, password: text }),
    answer: object({ login: text, totpSecret: text, totpUri: text }),
    errors: [401, 422, 429],
  }),
  '/api/auth/setup/confirm': operation('post', {
    id: 'confirmSetup',
    summary: 'Ends the set-up with the first code of the authenticator; the token is spent',
    body: object({ token: text, code: sixDigits }),
    answer: object({ ok: { type: 'boolean' }, login: text }),
    errors: [401, 422, 429],
  }),
  '/api/auth/customer/send-code': operation('post', {
    id: 'sendCustomerCode',
    summary: 'Sends a six-digit code to the phone',
    body: object({ phone }),
    answer: object({ ok: { type: 'boolean' }, validSeconds: { type: 'integer' } }),
    errors: [422, 429],
  }),
  '/api/auth/customer/verify-code': operation('post', {
    id: 'verifyCustomerCode',
    summary: 'Signs the customer in with the code; a new phone makes a new account; sets the session cookie',
    body: object({ phone, code: sixDigits }),
    answer: ok,
    errors: [401, 422, 429],
  }),
  '/api/auth/customer/change-phone': operation('post', {
    id: 'changeCustomerPhone',
    summary: 'A signed-in customer moves the account to a new phone, with the code sent to it',
    body: object({ phone, code: sixDigits }),
    answer: ok,
    errors: [401, 403, 409, 422, 429],
    signedIn: true,
  }),
  '/api/auth/sign-out': operation('post', { id: 'signOut', summary: 'Ends the session', answer: ok, errors: [] }),
  '/api/auth/me': operation('get', {
    id: 'whoAmI',
    summary: 'Who is signed in',
    answer: object({ actor: { type: ['object', 'null'] } }),
    errors: [503],
  }),
  '/api/v1/files': pathItem('post', upload),
  '/api/v1/files/{fileId}': pathItem('get', download),
}

export { apiPrefix } from './api-handler.ts'
export { moveTestClock, readServerClock, type ServerClock } from './clock-route.ts'
export { readCursor, writeCursor } from './cursor.ts'
export { readDatabaseTrouble } from './database-away.ts'
export type { Download, FilePort, Upload } from './file-routes.ts'
export { type ListenOptions, listen, type RunningServer } from './listen.ts'
export { createOpenApiDocument, type OpenApiOptions } from './openapi-document.ts'
export { RefusalError, throwRefusal, unwrap, unwrapFound } from './refusal-error.ts'
export { type RequestContext, readCommandId } from './request-context.ts'
export { type Log, type LogEntry, logToStandardError } from './request-log.ts'
export {
  type Audience,
  checkRights,
  decideAccess,
  listRouteKeys,
  type RightCondition,
  type RightsFaults,
  type RightsTable,
  type RouteRight,
} from './rights.ts'
export { type AccountsPort, createHttpApp, type HttpAppParts } from './server.ts'
export { errorResponse, toWireError, type WireError, type WireFault } from './wire-error.ts'

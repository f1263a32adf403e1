import { implement } from '@orpc/server'
import { type RequestContext, unwrap } from '#platform/http/index'
import { staffOf } from '../../staff-of.ts'
import { insightContract } from '../api.ts'
import type { LogRoom } from '../thread/questions.ts'

const { listLogs, importLog, removeLog, logFigures, discoverModel, checkModel, exportLog } = insightContract
const contract = { listLogs, importLog, removeLog, logFigures, discoverModel, checkModel, exportLog }

/** The routes of imported logs: parse, call, map. */
export function logRoutes(logs: LogRoom) {
  const os = implement(contract).$context<RequestContext>()
  return {
    listLogs: os.listLogs.handler(async ({ context }) => ({
      logs: (await logs.listLogs(staffOf(context))).map((log) => ({ ...log })),
    })),
    importLog: os.importLog.handler(async ({ input: { file, contentBase64, guide }, context }) => {
      const bytes = new Uint8Array(Buffer.from(contentBase64, 'base64'))
      const told = Object.fromEntries(Object.entries(guide).filter(([, value]) => value !== undefined))
      return { ...unwrap(await logs.importLog(staffOf(context), file, bytes, told, context.now())) }
    }),
    removeLog: os.removeLog.handler(async ({ input: { logId }, context }) => {
      await logs.removeLog(staffOf(context), logId)
      return {}
    }),
    logFigures: os.logFigures.handler(async ({ input: { logId }, context }) => ({
      ...unwrap(await logs.figuresOfLog(staffOf(context), logId)),
    })),
    discoverModel: os.discoverModel.handler(async ({ input: { logId, noise }, context }) => ({
      ...unwrap(await logs.discoverModel(staffOf(context), logId, noise)),
    })),
    checkModel: os.checkModel.handler(async ({ input: { logId, file, text }, context }) => ({
      ...unwrap(await logs.checkModel(staffOf(context), logId, file, text)),
    })),
    exportLog: os.exportLog.handler(async ({ input: { logId, format }, context }) => {
      const text = unwrap(await logs.exportLog(staffOf(context), logId, format))
      const [name, type] = format === 'xes' ? ['log.xes', 'application/xml'] : ['log.ocel.json', 'application/json']
      return new File([text], name, { type })
    }),
  }
}

import { implement } from '@orpc/server'
import { type RequestContext, unwrap } from '#platform/http/index'
import { staffOf } from '../../staff-of.ts'
import { insightContract } from '../api.ts'
import type { LogRoom, Reports } from '../thread/questions.ts'
import type { AskedLog } from './imported-logs.ts'

const { listLogs, importLog, removeLog, logFigures, discoverModel, checkModel, exportLog } = insightContract
const contract = { listLogs, importLog, removeLog, logFigures, discoverModel, checkModel, exportLog }

/** Stands for the company's own finished cases, as far as the person oversees them. */
const ownLog = 'own'

/** The routes of event logs: parse, call, map. */
export function logRoutes(insight: Pick<Reports, 'ownLog'>, logs: LogRoom) {
  const os = implement(contract).$context<RequestContext>()
  // The history is read once, by the reports: its columns go from there to where logs are looked at.
  const asked = async (logId: string, context: RequestContext): Promise<AskedLog> =>
    logId === ownLog ? await insight.ownLog(staffOf(context), context.now()) : logId
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
      ...unwrap(await logs.figuresOfLog(staffOf(context), await asked(logId, context))),
    })),
    discoverModel: os.discoverModel.handler(async ({ input: { logId, noise }, context }) => ({
      ...unwrap(await logs.discoverModel(staffOf(context), await asked(logId, context), noise)),
    })),
    checkModel: os.checkModel.handler(async ({ input: { logId, file, text }, context }) => ({
      ...unwrap(await logs.checkModel(staffOf(context), await asked(logId, context), file, text)),
    })),
    exportLog: os.exportLog.handler(async ({ input: { logId, format }, context }) => {
      const text = unwrap(await logs.exportLog(staffOf(context), await asked(logId, context), format))
      const [name, type] = format === 'xes' ? ['log.xes', 'application/xml'] : ['log.ocel.json', 'application/json']
      return new File([text], name, { type })
    }),
  }
}

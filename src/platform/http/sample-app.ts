import { oc } from '@orpc/contract'
import { implement } from '@orpc/server'
import { z } from 'zod'
import type { Actor, CustomerActor, StaffActor } from '#casefile/actor'
import { createCatalogue, faultMessages, refusalMessages } from '../i18n/index.ts'
import { throwRefusal, unwrap } from './refusal-error.ts'
import type { RequestContext } from './request-context.ts'
import type { LogEntry } from './request-log.ts'
import type { RightsTable } from './rights.ts'
import { createHttpApp, type HttpAppParts } from './server.ts'

/** A small application with one route of each sort, for the tests of this folder. */
export const sampleContract = {
  cases: {
    list: oc
      .route({ method: 'GET', path: '/cases', summary: 'Cases' })
      .input(z.object({ limit: z.coerce.number().int().max(50).optional(), search: z.string().optional() }))
      .output(z.object({ limit: z.number(), by: z.string() })),
    show: oc
      .route({ method: 'GET', path: '/cases/{caseId}' })
      .input(z.object({ caseId: z.string() }))
      .output(z.object({ caseId: z.string() })),
    accept: oc
      .route({ method: 'POST', path: '/cases/{caseId}/accept' })
      .input(z.object({ caseId: z.string(), name: z.string().min(2), ratedKw: z.number().positive() }))
      .output(z.object({ commandId: z.string().nullable(), at: z.string() })),
    forget: oc
      .route({ method: 'POST', path: '/cases/{caseId}/forget' })
      .input(z.object({ caseId: z.string() }))
      .output(z.object({})),
  },
  tasks: {
    survey: oc
      .route({ method: 'POST', path: '/cases/{caseId}/survey', inputStructure: 'detailed' })
      .input(
        z.object({
          params: z.object({ caseId: z.string() }),
          body: z.object({ rooms: z.array(z.object({ loadKw: z.number() })) }),
        }),
      )
      .output(z.object({ rooms: z.number() })),
  },
  news: oc.route({ method: 'GET', path: '/news' }).output(z.object({ ip: z.string(), language: z.string() })),
}

/** `cases.forget` is left out on purpose. */
export const sampleRights: RightsTable = {
  'cases.list': { who: 'anyone-signed-in' },
  'cases.show': { who: 'customer', condition: 'own-case' },
  'cases.accept': { who: 'staff', roles: ['clerk'], condition: 'task-role' },
  'tasks.survey': { who: 'staff' },
  news: { who: 'public' },
}

export const sampleStaff: StaffActor = {
  kind: 'staff',
  companyId: '00000000-0000-7000-8000-000000000001',
  staffId: 'zhou-lan',
  name: '周兰',
  unitId: 'north',
  grants: [{ role: 'clerk', unitId: null, voltageClasses: ['lv'] }],
}
export const sampleAuditor: StaffActor = {
  ...sampleStaff,
  staffId: 'shen',
  grants: [{ role: 'auditor', unitId: null, voltageClasses: ['lv'] }],
}
export const sampleCustomer: CustomerActor = {
  kind: 'customer',
  companyId: sampleStaff.companyId,
  customerKey: 'c1',
  name: '张三',
  phone: '13900000000',
}

const actors: Readonly<Record<string, Actor>> = { staff: sampleStaff, auditor: sampleAuditor, customer: sampleCustomer }

/** What `cases.show` does with a case id, so that a test can ask for any outcome. */
function showCase(caseId: string): { caseId: string } {
  if (caseId === 'taken') return unwrap({ ok: false, refusal: { code: 'task-taken', data: { name: '李四' } } })
  if (caseId === 'missing') return throwRefusal({ code: 'not-found' })
  if (caseId === 'bug') throw new Error('secret detail')
  if (caseId === 'away')
    throw Object.assign(new Error('connect ECONNREFUSED'), { code: 'ECONNREFUSED', syscall: 'connect' })
  if (caseId === 'wrong-output') return JSON.parse('{"caseId":7}')
  return { caseId }
}

const os = implement(sampleContract).$context<RequestContext>()
export const sampleRouter = os.router({
  cases: {
    list: os.cases.list.handler(({ input, context }) => ({ limit: input.limit ?? 0, by: context.actor?.kind ?? '' })),
    show: os.cases.show.handler(({ input }) => showCase(input.caseId)),
    accept: os.cases.accept.handler(({ context }) => ({
      commandId: context.commandId ?? null,
      at: context.now().toISOString(),
    })),
    forget: os.cases.forget.handler(() => ({})),
  },
  tasks: { survey: os.tasks.survey.handler(({ input }) => ({ rooms: input.body.rooms.length })) },
  news: os.news.handler(({ context }) => ({ ip: context.ip, language: context.language })),
})

/** The sample application; the header `x-actor: staff|auditor|customer` signs in. Log lines are collected in `log`. */
export function createSampleApp(extra: Partial<HttpAppParts> = {}) {
  const log: LogEntry[] = []
  const app = createHttpApp({
    contract: sampleContract,
    router: sampleRouter,
    rights: sampleRights,
    catalogue: createCatalogue([refusalMessages, faultMessages]),
    accounts: {
      resolveActor: async (headers) => actors[headers.get('x-actor') ?? ''],
      answer: async () => undefined,
    },
    clock: { kind: 'real', now: () => new Date('2026-03-02T01:00:00Z') },
    version: '0.0.0',
    databaseIsUp: async () => true,
    log: (entry) => void log.push(entry),
    ...extra,
  })
  return { app, log }
}

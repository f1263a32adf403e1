import { oc } from '@orpc/contract'
import { z } from 'zod'
import type { CaseVerb, UseCase } from '#casefile'
import { ApplicationForm } from '#journey/acceptance/api'
import { AddStaff, AddUnit, ChangeStaff } from '#workforce/people/index'
import { inboxQueues } from '../casefile/views/inbox.ts'
import { capacityContract } from '../service/capacity-ledger/api.ts'
import { insightContract } from '../service/insight/api.ts'
import { whatIfContract } from '../service/insight/what-if/api.ts'
import { networkContract } from '../service/network/api.ts'
import { planOptionsContract } from '../service/plan-options/api.ts'
import { standardKinds } from '../service/standards/standard-version.ts'

/** `survey-site` → `surveySite`: the key of its route. */
export const routeKey = (name: string): string => name.replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase())

/** Text that a column can hold: PostgreSQL keeps no NUL. */
const Text = () => z.string().refine((text) => !text.includes('\0'), 'text-not-allowed')
const CaseId = Text().min(1).max(60)
const TaskId = Text().min(1).max(120)
/** Views are made by pure code whose types the web imports; the description says what they hold, the code what exactly. */
const View = (description: string) => z.looseObject({}).describe(description)

export const CommandAnswer = z.object({
  caseId: CaseId,
  caseNumber: z.string(),
  version: z.number().int(),
  status: z.string(),
  openTasks: z.array(z.object({ taskId: TaskId, elementId: z.string(), useCase: z.string(), role: z.string() })),
})

function taskRoute(useCase: UseCase) {
  return oc
    .route({
      method: 'POST',
      path: `/cases/{caseId}/tasks/{taskId}/${useCase.name}`,
      summary: `Task: ${useCase.name}`,
      tags: ['tasks'],
      inputStructure: 'detailed',
    })
    .input(z.object({ params: z.object({ caseId: CaseId, taskId: TaskId }), body: useCase.form }))
    .output(CommandAnswer)
}

function verbRoute(verb: CaseVerb) {
  return oc
    .route({
      method: 'POST',
      path: `/cases/{caseId}/${verb.name}`,
      summary: `Case: ${verb.name}`,
      tags: ['cases'],
      inputStructure: 'detailed',
    })
    .input(z.object({ params: z.object({ caseId: CaseId }), body: verb.form }))
    .output(CommandAnswer)
}

const get = (path: `/${string}`, tag: string, summary: string) =>
  oc.route({ method: 'GET', path, tags: [tag], summary })
const post = (path: `/${string}`, tag: string, summary: string) =>
  oc.route({ method: 'POST', path, tags: [tag], summary })

const Limit = z.coerce.number().int().min(1).max(200).default(50)

const fixedRoutes = {
  company: {
    show: get('/company', 'company', 'The company as the public sees it').output(View('name, units, charges, limits')),
    documents: get('/company/documents', 'company', 'Documents asked for in such a case')
      .input(
        z.object({
          kind: Text().max(40),
          category: Text().max(40),
          voltageLevel: z.enum(['lv', 'hv']),
          applicantKind: Text().max(40),
          importance: Text().max(40).default('none'),
          ownGenerator: z.stringbool().default(false),
        }),
      )
      .output(z.object({ documents: z.array(View('a row of the table documents')) })),
  },
  session: { show: get('/me', 'session', 'Who is signed in').output(View('the actor')) },
  applications: {
    submit: post('/applications', 'applications', 'Apply for electricity: opens a case')
      .input(ApplicationForm)
      .output(CommandAnswer),
  },
  my: {
    listCases: get('/my/cases', 'my', "The customer's cases").output(z.object({ cases: z.array(View('a case row')) })),
    showCase: get('/my/cases/{caseId}', 'my', 'The case as its customer sees it')
      .input(z.object({ caseId: CaseId }))
      .output(View('CustomerCaseView')),
  },
  inbox: {
    list: get('/inbox', 'inbox', 'Tasks, most urgent first')
      .input(
        z.object({
          queue: z.enum(inboxQueues).default('mine'),
          stage: Text().max(60).optional(),
          kind: Text().max(60).optional(),
          voltageClass: z.enum(['lv', 'hv']).optional(),
          unitId: Text().max(60).optional(),
          flag: Text().max(40).optional(),
          useCase: Text().max(60).optional(),
          due: z.enum(['late', 'today', 'soon']).optional(),
          after: Text().max(400).optional(),
          limit: Limit,
        }),
      )
      .output(z.object({ tasks: z.array(View('a task row')), next: z.string().nullable() })),
    count: get('/inbox/count', 'inbox', 'How many tasks each queue holds').output(View('counts by queue')),
    reassign: post('/inbox/reassign', 'inbox', 'Hand many tasks to one colleague')
      .input(
        z.object({
          tasks: z
            .array(z.object({ caseId: CaseId, taskId: TaskId }))
            .min(1)
            .max(200),
          to: Text().min(1),
          reason: Text().trim().min(2).max(500),
        }),
      )
      .output(z.object({ done: z.number(), refused: z.array(View('caseId, taskId, code')) })),
  },
  cases: {
    list: get('/cases', 'cases', 'Cases, newest first')
      .input(
        z.object({
          search: Text().max(100).optional(),
          status: Text().max(40).optional(),
          kind: Text().max(60).optional(),
          voltageClass: z.enum(['lv', 'hv']).optional(),
          unitId: Text().max(60).optional(),
          stage: Text().max(60).optional(),
          flag: Text().max(40).optional(),
          accountManager: Text().max(60).optional(),
          after: Text().max(200).optional(),
          limit: Limit,
        }),
      )
      .output(z.object({ cases: z.array(View('a case row')), next: z.string().nullable() })),
    show: get('/cases/{caseId}', 'cases', 'The whole case as staff see it')
      .input(z.object({ caseId: CaseId }))
      .output(View('StaffCaseView')),
    process: get('/cases/{caseId}/process', 'cases', 'The process file of the case with its position')
      .input(z.object({ caseId: CaseId }))
      .output(z.object({ xml: z.string(), active: z.array(z.string()), done: z.array(z.string()) })),
    askSignatureCode: post(
      '/cases/{caseId}/tasks/{taskId}/signature-code',
      'tasks',
      'Send the customer a code to sign this step with',
    )
      .input(z.object({ caseId: CaseId, taskId: TaskId }))
      .output(z.object({ validMinutes: z.number() })),
    prefill: get(
      '/cases/{caseId}/tasks/{taskId}/prefill',
      'tasks',
      'What the system already knows or proposes for the task',
    )
      .input(z.object({ caseId: CaseId, taskId: TaskId }))
      .output(View('values by field')),
  },
  overview: {
    show: get('/overview', 'overview', 'What is late or about to be, who is loaded').output(View('Overview')),
  },
  insight: insightContract,
  network: networkContract,
  capacity: capacityContract,
  planOptions: planOptionsContract,
  whatIf: whatIfContract,
  people: {
    list: get('/people', 'people', 'Units and staff').output(
      z.object({ units: z.array(View('unit')), staff: z.array(View('staff member')) }),
    ),
    add: post('/people', 'people', 'Add a member of staff')
      .input(AddStaff)
      .output(z.object({ staffId: z.string(), setupToken: z.string() })),
    change: oc
      .route({
        method: 'PATCH',
        path: '/people/{staffId}',
        tags: ['people'],
        summary: 'Roles, absence, leaving',
        inputStructure: 'detailed',
      })
      .input(z.object({ params: z.object({ staffId: Text() }), body: ChangeStaff }))
      .output(z.object({ staffId: z.string() })),
    addUnit: post('/units', 'people', 'Add a unit')
      .input(AddUnit)
      .output(z.object({ unitId: z.string() })),
  },
  standards: {
    list: get('/standards', 'standards', 'Published standards').output(
      z.object({ standards: z.array(View('standard version without its content')) }),
    ),
    show: get('/standards/{kind}/content', 'standards', 'One published version')
      .input(
        z.object({
          kind: z.enum(standardKinds),
          name: Text().max(100),
          version: z.coerce.number().int().positive().optional(),
        }),
      )
      .output(View('standard version')),
    publish: post('/standards', 'standards', 'Publish a new version')
      .input(
        z.object({
          kind: z.enum(standardKinds),
          name: Text().min(1).max(100),
          content: Text().min(2).max(2_000_000),
          effectiveFrom: z.iso.date(),
          sourceNote: Text().trim().min(2).max(500),
        }),
      )
      .output(View('standard version without its content')),
  },
}

/** The whole contract: the fixed routes, and one route for every use case and verb the rooms bring. */
export function contractOf(useCases: readonly UseCase[], verbs: readonly CaseVerb[]) {
  return {
    ...fixedRoutes,
    tasks: Object.fromEntries(useCases.map((useCase) => [routeKey(useCase.name), taskRoute(useCase)])),
    verbs: Object.fromEntries(verbs.map((verb) => [routeKey(verb.name), verbRoute(verb)])),
  }
}

export type Contract = ReturnType<typeof contractOf>

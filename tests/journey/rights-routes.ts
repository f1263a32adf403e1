import type { StaffRole } from '../../src/casefile/actor.ts'

/** How a route is called, and what those may be answered whom the rights let through (`ok`, or the code of a rule). */
export interface PlainRoute {
  readonly method: 'GET' | 'POST' | 'PATCH'
  readonly path: string
  readonly body?: unknown
  readonly accepted: readonly string[]
}

export interface CaseRoute {
  readonly method: 'GET' | 'POST'
  path(caseId: string, taskId: string): string
  body?(taskId: string): unknown
  readonly accepted: readonly string[]
  /** Roles that must cover the case, where the route's own row leaves it to the rules (a task's role, a manager's right). */
  readonly roles?: readonly StaffRole[]
}

const read = (path: string): PlainRoute => ({ method: 'GET', path, accepted: ['ok'] })
const faulty = ['faulty-input'] as const

export const plainRoutes: Readonly<Record<string, PlainRoute>> = {
  'company.show': read('/company'),
  'company.documents': read('/company/documents?kind=new&category=resident&voltageLevel=lv&applicantKind=owner'),
  'session.show': read('/me'),
  'applications.submit': { method: 'POST', path: '/applications', body: {}, accepted: faulty },
  'my.listCases': read('/my/cases'),
  'inbox.list': read('/inbox'),
  'inbox.count': read('/inbox/count'),
  'inbox.reassign': { method: 'POST', path: '/inbox/reassign', body: {}, accepted: faulty },
  'cases.list': read('/cases'),
  'overview.show': read('/overview'),
  'insight.progress': read('/insight/progress'),
  'insight.scope': read('/insight/scope'),
  'insight.processMap': read('/insight/process-map'),
  'insight.published': { ...read('/insight/published-process?variant=lv-standard'), accepted: ['ok', 'not-found'] },
  'insight.variants': read('/insight/variants'),
  'insight.cases': read('/insight/cases'),
  'insight.findings': read('/insight/findings'),
  'insight.clocks': read('/insight/clocks'),
  'insight.indicators': read('/insight/indicators'),
  'insight.moves': read('/insight/moves'),
  'insight.comparison': read('/insight/comparison?a[kind]=new&b[kind]=new'),
  'insight.listLogs': read('/insight/logs'),
  'insight.importLog': { method: 'POST', path: '/insight/logs', body: {}, accepted: faulty },
  'insight.removeLog': {
    method: 'POST',
    path: '/insight/logs/00000000-0000-4000-8000-000000000000/remove',
    body: {},
    accepted: ['ok'],
  },
  'insight.logFigures': { ...read('/insight/logs/00000000-0000-4000-8000-000000000000'), accepted: ['not-found'] },
  'insight.discoverModel': {
    ...read('/insight/logs/00000000-0000-4000-8000-000000000000/discovered'),
    accepted: ['not-found'],
  },
  'insight.checkModel': { method: 'POST', path: '/insight/logs/own/check', body: {}, accepted: faulty },
  'insight.exportLog': {
    ...read('/insight/logs/00000000-0000-4000-8000-000000000000/export?format=xes'),
    accepted: ['not-found'],
  },
  'insight.export': { ...read('/insight/export?report=nothing'), accepted: faulty },
  'network.versions': read('/network/versions'),
  'network.import': { method: 'POST', path: '/network/versions', body: {}, accepted: faulty },
  'network.template': read('/network/template'),
  'network.map': { ...read('/network/map'), accepted: ['ok', 'no-network'] },
  'network.openCapacity': { ...read('/network/open-capacity'), accepted: ['ok', 'no-network'] },
  'network.ground': { ...read('/network/ground'), accepted: ['ok', 'no-network', 'no-ground'] },
  'network.importGround': { method: 'POST', path: '/network/ground', body: {}, accepted: faulty },
  'network.published': { ...read('/open-capacity'), accepted: ['ok', 'no-network'] },
  'whatIf.basis': { ...read('/insight/what-if/basis'), accepted: ['ok', 'no-finished-case'] },
  'whatIf.start': { method: 'POST', path: '/insight/what-if/runs', body: {}, accepted: faulty },
  'whatIf.show': { ...read('/insight/what-if/runs/nothing'), accepted: faulty },
  'whatIf.cancel': { method: 'POST', path: '/insight/what-if/runs/nothing/cancel', body: {}, accepted: faulty },
  'whatIf.save': { method: 'POST', path: '/insight/what-if/saved', body: {}, accepted: faulty },
  'whatIf.listSaved': read('/insight/what-if/saved'),
  'whatIf.openSaved': { ...read('/insight/what-if/saved/nothing'), accepted: faulty },
  'people.list': read('/people'),
  'people.add': { method: 'POST', path: '/people', body: {}, accepted: faulty },
  'people.change': { method: 'PATCH', path: '/people/nobody', body: { absentUntil: null }, accepted: ['not-found'] },
  'people.addUnit': { method: 'POST', path: '/units', body: {}, accepted: faulty },
  'standards.list': read('/standards'),
  'standards.show': read('/standards/calendar/content?name=2026'),
  'standards.publish': { method: 'POST', path: '/standards', body: {}, accepted: faulty },
}

const look = (path: CaseRoute['path']): CaseRoute => ({ method: 'GET', path, accepted: ['ok'] })

function verb(
  name: string,
  body: (taskId: string) => unknown,
  accepted: readonly string[],
  roles?: readonly StaffRole[],
): CaseRoute {
  const path = (caseId: string) => `/api/v1/cases/${caseId}/${name}`
  return { method: 'POST', path, body, accepted, ...(roles ? { roles } : {}) }
}

const reason = '权限检查所用的原因'
const file = { sha256: 'a'.repeat(64), name: '证明.jpg' }
const stop = { reasonCode: 'customer-request', reason, evidence: 'nothing-of-this-case' }
const hand = (taskId: string) => ({ taskId, to: 'he-min', reason })
const signer = (taskId: string) => ({ taskId, staffId: 'gao-jianjun', reason })

/** A low-voltage case that waits for its acceptance, held by nobody. */
export const caseRoutes: Readonly<Record<string, CaseRoute>> = {
  'my.showCase': look((caseId) => `/api/v1/my/cases/${caseId}`),
  'planOptions.draft': {
    method: 'POST',
    path: (caseId) => `/api/v1/cases/${caseId}/plan-options`,
    body: () => ({}),
    accepted: ['ok', 'no-survey', 'no-survey-position', 'no-network'],
  },
  'planOptions.prove': {
    method: 'POST',
    path: (caseId) => `/api/v1/cases/${caseId}/plan-proof`,
    body: () => ({ mode: 'single', sources: [{ accessPoint: '没有的杆', capacityKva: 100 }] }),
    accepted: ['faulty-input', 'no-survey', 'no-survey-position', 'no-network'],
  },
  'cases.show': look((caseId) => `/api/v1/cases/${caseId}`),
  'cases.process': look((caseId) => `/api/v1/cases/${caseId}/process`),
  'cases.prefill': {
    // A customer sees the case, but the step is not his.
    ...look((caseId, taskId) => `/api/v1/cases/${caseId}/tasks/${encodeURIComponent(taskId)}/prefill`),
    accepted: ['ok', 'no-right'],
  },
  'cases.askSignatureCode': {
    method: 'POST',
    path: (caseId, taskId) => `/api/v1/cases/${caseId}/tasks/${encodeURIComponent(taskId)}/signature-code`,
    body: () => ({}),
    accepted: ['no-right'],
  },
  'verbs.claimTask': verb('claim-task', (taskId) => ({ taskId }), ['ok', 'task-taken'], ['clerk']),
  'verbs.releaseTask': verb('release-task', (taskId) => ({ taskId }), ['ok', 'task-not-held']),
  'verbs.transferTask': verb('transfer-task', hand, ['ok', 'task-not-held', 'task-taken', 'already-holds']),
  'verbs.delegateTask': verb('delegate-task', hand, ['task-not-held']),
  'verbs.addSigner': verb('add-signer', signer, ['ok', 'task-not-held', 'already-signer']),
  'verbs.removeSigner': verb('remove-signer', signer, ['not-a-signer', 'task-not-held']),
  'verbs.signTask': verb('sign-task', (taskId) => ({ taskId, agrees: true, opinion: '同意' }), ['not-a-signer']),
  'verbs.returnStep': verb(
    'return-step',
    (taskId) => ({ taskId, toElement: 'survey-site', reason }),
    ['not-an-earlier-step'],
    ['clerk', 'manager'],
  ),
  'verbs.withdrawStep': verb('withdraw-step', (taskId) => ({ taskId, reason }), ['not-your-step']),
  'verbs.urgeTask': verb('urge-task', (taskId) => ({ taskId }), ['ok', 'urged-recently']),
  'verbs.askClockPause': verb('ask-clock-pause', () => stop, ['faulty-input']),
  'verbs.approveClockPause': verb('approve-clock-pause', () => ({ approves: true, opinion: reason }), [
    'no-pause-asked',
  ]),
  'verbs.resumeClock': verb('resume-clock', () => ({ reason }), ['not-paused']),
  'verbs.suspendCase': verb('suspend-case', () => stop, ['faulty-input']),
  'verbs.resumeCase': verb('resume-case', () => ({ reason }), ['not-suspended']),
  'verbs.cancelCase': verb('cancel-case', () => ({ reason }), ['ok', 'case-ended']),
  'verbs.withdrawApplication': verb('withdraw-application', () => ({ reason }), ['ok', 'case-ended']),
  'verbs.reopenCase': verb('reopen-case', () => ({ reason }), ['case-not-ended']),
  'verbs.grantGreenChannel': verb('grant-green-channel', () => ({ reason, owner: 'zhou-lan' }), [
    'ok',
    'already-green',
  ]),
  'verbs.assignAccountManager': verb('assign-account-manager', () => ({ staffId: 'zhou-lan', reason }), ['ok']),
  'verbs.migrateCase': verb('migrate-case', () => ({ toVersion: 99, reason }), ['no-such-version']),
  'verbs.settleFinding': verb(
    'settle-finding',
    () => ({ kind: 'too-quick', elementId: 'survey-site', facts: [1], verdict: 'false-alarm', reason }),
    ['ok'],
  ),
  'verbs.postMessage': verb('post-message', () => ({ text: '请问何时勘查' }), ['ok']),
  'verbs.recordCounterVisit': verb('record-counter-visit', () => ({ cause: reason }), ['ok']),
  'verbs.correctProfile': verb(
    'correct-profile',
    () => ({ field: 'address', value: '澄溪县城关镇滨河里 12 幢', reason }),
    ['ok'],
  ),
  'verbs.supplySupplement': verb('supply-supplement', () => ({ documents: [{ document: 'evidence', file }] }), [
    'faulty-input',
  ]),
  'verbs.askRouteChange': verb(
    'ask-route-change',
    () => ({ sourceNumber: 1, reason, safetyCheck: '对地距离 6.5 m，对建筑物 3.2 m', interestedParties: '无' }),
    ['route-not-moved'],
  ),
  'verbs.decideRouteChange': verb(
    'decide-route-change',
    () => ({ sourceNumber: 1, approves: true, opinion: reason, noInterest: true }),
    ['no-route-change-asked'],
  ),
  'verbs.confirmImportance': verb(
    'confirm-importance',
    () => ({
      grade: 'none',
      confirmedBy: '县经信局',
      confirmedYear: 2026,
      document: { document: 'importance-confirmation', file },
    }),
    ['faulty-input'],
  ),
  'verbs.updateOwnGenerator': verb(
    'update-own-generator',
    () => ({
      generators: [
        { model: '柴油发电机组', capacityKw: 50, place: '一层', interlock: 'mechanical', interlockChecked: true },
      ],
      agreementSigned: true,
      nonElectricalMeasures: '应急照明',
    }),
    ['ok', 'no-plan-in-force'],
  ),
  'verbs.rateService': verb('rate-service', () => ({ satisfaction: 5, comment: '' }), ['supply-not-on']),
}

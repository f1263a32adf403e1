import type { z } from 'zod'
import type { Labels } from '../form/form-texts.ts'

/** Everything that draws the form of a task: its schema and the words of its room, the room's own first. */
export interface TaskForm {
  readonly schema: z.ZodType
  readonly labels: readonly Labels[]
}

interface Room {
  readonly api: () => Promise<unknown>
  readonly labels: () => Promise<{ readonly labels: Labels }>
}

/** Each room is a file of its own that the browser loads with the first task that needs it. */
const rooms = {
  acceptance: {
    api: () => import('#journey/acceptance/api'),
    labels: () => import('#journey/acceptance/labels'),
  },
  'supply-plan': {
    api: () => import('#journey/supply-plan/api'),
    labels: () => import('#journey/supply-plan/labels'),
  },
  works: { api: () => import('#journey/works/api'), labels: () => import('#journey/works/labels') },
  contract: { api: () => import('#journey/contract/api'), labels: () => import('#journey/contract/labels') },
  energise: { api: () => import('#journey/energise/api'), labels: () => import('#journey/energise/labels') },
  aftercare: { api: () => import('#journey/aftercare/api'), labels: () => import('#journey/aftercare/labels') },
  'end-of-supply': {
    api: () => import('#journey/end-of-supply/api'),
    labels: () => import('#journey/end-of-supply/labels'),
  },
} as const satisfies Readonly<Record<string, Room>>

export type RoomName = keyof typeof rooms

const useCasesByRoom: Readonly<Record<RoomName, readonly string[]>> = {
  acceptance: ['accept-application', 'complete-application', 'supply-supplement', 'confirm-importance'],
  'supply-plan': [
    'survey-site',
    'draft-supply-plan',
    'give-supply-plan',
    'sign-off-plan',
    'reply-supply-plan',
    'answer-supply-plan',
  ],
  works: [
    'submit-design-files',
    'review-design',
    'report-concealed-works',
    'inspect-interim',
    'inspect-completion',
    'rectify-defects',
    'report-completion',
    'build-grid-works',
  ],
  contract: [
    'determine-fees',
    'settle-fees',
    'draft-contract',
    'sign-contract',
    'countersign-contract',
    'sign-dispatch-agreement',
    'register-own-generator',
  ],
  energise: [
    'install-meter',
    'plan-outage',
    'tie-in',
    'check-before-energising',
    'permit-energising',
    'energise',
    'check-on-load',
    'sign-energising-form',
  ],
  aftercare: ['set-up-billing', 'archive-file', 'return-visit', 'rate-service'],
  'end-of-supply': [
    'end-temporary-supply',
    'decide-extension',
    'switch-off-supply',
    'take-back-meters',
    'close-billing',
  ],
}

/** Every task and verb that has a form drawn from its schema. */
export const useCasesWithForm: readonly string[] = Object.values(useCasesByRoom).flat()

export function findRoom(useCase: string): RoomName | undefined {
  return (Object.keys(useCasesByRoom) as RoomName[]).find((room) => useCasesByRoom[room].includes(useCase))
}

/** `survey-site` → `SurveySite`: the name of its schema in the room's `api.ts`. */
const schemaName = (useCase: string): string =>
  useCase.replace(/(^|-)([a-z])/g, (_, __, letter: string) => letter.toUpperCase())

/** Loads schema and words; throws for a use case no room has. */
export async function loadTaskForm(useCase: string): Promise<TaskForm> {
  const room = findRoom(useCase)
  if (room === undefined) throw new Error(`no form for the task "${useCase}"`)
  const [api, own] = await Promise.all([rooms[room].api(), rooms[room].labels()])
  const schema = (api as Readonly<Record<string, unknown>>)[schemaName(useCase)] as z.ZodType | undefined
  if (!schema) throw new Error(`${room}/api.ts has no ${schemaName(useCase)}`)
  return { schema, labels: [own.labels] }
}

/** The words of every room, for timelines and lists. */
export async function loadAllLabels(): Promise<readonly Labels[]> {
  const loaded = await Promise.all(Object.values(rooms).map((room) => room.labels()))
  return loaded.map(({ labels }) => labels)
}

import { oc } from '@orpc/contract'
import { z } from 'zod'
import { CaseSelection } from '../api.ts'

const tags = ['insight']
const Report = (description: string) => z.looseObject({}).describe(description)
const RunId = z.uuid().describe('given by the asker: the same id again is the same run')

/** One scenario: what is changed against today. */
const LeversInput = z.object({
  name: z.string().trim().min(1).max(60),
  dropped: z.array(z.string().max(100)).max(60).optional().describe('steps left out'),
  merged: z.array(z.string().max(100)).max(60).optional().describe('steps done together with the one before'),
  parallel: z.array(z.string().max(100)).max(60).optional().describe('steps done alongside what comes before them'),
  moves: z
    .array(z.object({ from: z.string().max(200), unit: z.string().max(60), people: z.number() }))
    .max(20)
    .optional()
    .describe('people of a group who work for another unit'),
  staff: z.record(z.string().max(200), z.number()).optional().describe('people of a staff group'),
  oneToOne: z.boolean().optional(),
  loadLimit: z.number().optional().describe('cases one person keeps at a time'),
  arrivalChange: z.number().optional().describe('0.1: a tenth more applications'),
  urgentShare: z.number().optional().describe('share of the green channel'),
})

const WhatIfRequest = z.object({
  runId: RunId,
  selection: CaseSelection.default({}),
  scenarios: z.array(LeversInput).max(6),
  /** Numbers of account managers for the staffing curve. */
  people: z.array(z.number().int().min(1).max(200)).max(12).default([]),
  limitDays: z.number().min(1).max(400).optional().describe('working days from application to end'),
  furtherLimits: z
    .array(z.number().min(1).max(400))
    .max(4)
    .default([])
    .describe('further limits, working days, to count late cases against'),
  runs: z.number().int().min(2).max(200).optional(),
  seed: z.number().int().min(0).max(2_147_483_647).default(1),
})

/** Routes of what-if: today's process from the history, scenarios against it, results kept by name. */
export const whatIfContract = {
  basis: oc
    .route({
      method: 'GET',
      path: '/insight/what-if/basis',
      tags,
      summary: 'Today as the history tells it, with its back-test',
    })
    .input(CaseSelection)
    .output(Report('WhatIfBasis')),
  start: oc
    .route({ method: 'POST', path: '/insight/what-if/runs', tags, summary: 'Run scenarios next to today' })
    .input(WhatIfRequest)
    .output(Report('RunState')),
  show: oc
    .route({ method: 'GET', path: '/insight/what-if/runs/{runId}', tags, summary: 'How a run stands, or its result' })
    .input(z.object({ runId: z.uuid() }))
    .output(Report('RunState')),
  cancel: oc
    .route({ method: 'POST', path: '/insight/what-if/runs/{runId}/cancel', tags, summary: 'End a run under way' })
    .input(z.object({ runId: z.uuid() }))
    .output(Report('RunState')),
  save: oc
    .route({ method: 'POST', path: '/insight/what-if/saved', tags, summary: 'Keep a result by name' })
    .input(
      z.object({
        savedId: z.uuid().describe('given by the asker: the same id again saves once'),
        name: z.string().trim().min(1).max(60),
        runId: z.uuid().describe('a run of the asker that is done'),
        asked: WhatIfRequest.omit({ runId: true }),
      }),
    )
    .output(z.object({ savedId: z.string() })),
  listSaved: oc
    .route({ method: 'GET', path: '/insight/what-if/saved', tags, summary: 'Results kept by name, newest first' })
    .output(z.object({ saved: z.array(Report('SavedWhatIf')) })),
  openSaved: oc
    .route({ method: 'GET', path: '/insight/what-if/saved/{savedId}', tags, summary: 'A kept result as it was' })
    .input(z.object({ savedId: z.uuid() }))
    .output(Report('name, savedAt, content')),
}

import { implement } from '@orpc/server'
import { accept, refuse } from '#kernel'
import type { Database } from '#platform/database/index'
import { type RequestContext, throwRefusal, unwrap } from '#platform/http/index'
import { staffOf } from '../staff-of.ts'
import type { ReportThread } from '../thread/report-thread.ts'
import { whatIfContract } from './api.ts'
import { lawFaults } from './law-faults.ts'
import { listSaved, loadSaved, saveWhatIf } from './store.ts'
import type { WhatIfRuns } from './what-if-runs.ts'

/** The routes of what-if: parse, call, map. */
export function whatIfRoutes(insight: ReportThread, runs: WhatIfRuns, database: Pick<Database, 'withCompany'>) {
  const os = implement(whatIfContract).$context<RequestContext>()
  return os.router({
    basis: os.basis.handler(async ({ input, context }) => ({
      ...unwrap(await insight.whatIf(staffOf(context), input, context.now())).basis,
    })),
    start: os.start.handler(async ({ input, context }) => {
      const { runId, selection, scenarios, people, limitDays, furtherLimits, runs: count, seed } = input
      const actor = staffOf(context)
      const started = await runs.start(actor, runId, async () => {
        const ground = await insight.whatIf(actor, selection, context.now())
        if (!ground.ok) return ground
        const { task } = ground.value
        const faults = lawFaults(scenarios, ground.value)
        if (faults.length > 0) return refuse({ code: 'scenario-refused', faults })
        const terms = { ...task.terms, limitDays: limitDays ?? task.terms.limitDays, furtherLimits }
        return accept({ ...task, scenarios, people, seed, terms, runs: count ?? task.runs })
      })
      return { ...unwrap(started) }
    }),
    show: os.show.handler(({ input: { runId }, context }) => {
      const state = runs.show(staffOf(context), runId) ?? throwRefusal({ code: 'run-unknown' })
      // What a thread refused is told like any other refusal.
      return { ...(state.status === 'refused' ? throwRefusal(state.refusal) : state) }
    }),
    cancel: os.cancel.handler(async ({ input: { runId }, context }) => ({
      ...((await runs.cancel(staffOf(context), runId)) ?? throwRefusal({ code: 'run-unknown' })),
    })),
    save: os.save.handler(async ({ input: { savedId, name, runId, asked }, context }) => {
      const { companyId, staffId } = staffOf(context)
      const state = runs.show({ companyId, staffId }, runId)
      if (state?.status !== 'done') throwRefusal({ code: 'run-unknown' })
      const content = { asked, state }
      const saved = { savedId, name, staffId, savedAt: context.now().toISOString(), content }
      await database.withCompany(companyId, (tx) => saveWhatIf(tx, companyId, saved))
      return { savedId }
    }),
    listSaved: os.listSaved.handler(async ({ context }) => {
      const { companyId, staffId } = staffOf(context)
      return { saved: (await database.withCompany(companyId, (tx) => listSaved(tx, companyId, staffId))).slice() }
    }),
    openSaved: os.openSaved.handler(async ({ input: { savedId }, context }) => {
      const { companyId, staffId } = staffOf(context)
      const found = await database.withCompany(companyId, (tx) => loadSaved(tx, companyId, staffId, savedId))
      return { ...(found ?? throwRefusal({ code: 'saved-unknown' })) }
    }),
  })
}

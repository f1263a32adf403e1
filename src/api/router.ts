import { implement } from '@orpc/server'
import { type Actor, type CaseFile, type CommandAnswer, maySeeCase } from '#casefile'
import { type ApplicationForm, decideSubmission } from '#journey/acceptance'
import { findSupply } from '#journey/aftercare'
import { energisingGate } from '#journey/energise'
import { addDays, dateInShanghai, type Json, newId, type Result } from '#kernel'
import type { CompanyTransaction } from '#platform/database/index'
import { type RequestContext, readCursor, throwRefusal, unwrap, unwrapFound, writeCursor } from '#platform/http/index'
import { addStaff, addUnit, changeStaff, listStaff, listUnits } from '#workforce/people/index'
import { countOpenByManager, countTasksByPerson, listCases, listCustomerCases } from '../casefile/views/case-list.ts'
import { viewForCustomer } from '../casefile/views/customer-view.ts'
import { countInbox, listInbox } from '../casefile/views/inbox.ts'
import { viewForStaff } from '../casefile/views/staff-view.ts'
import { capacityRoutes, showCapacityOf } from '../service/capacity-ledger/index.ts'
import { insightRoutes, whatIfRoutes } from '../service/insight/index.ts'
import { networkRoutes } from '../service/network/index.ts'
import { planOptionsRoutes } from '../service/plan-options/index.ts'
import { askSignatureCode } from '../service/signature-code/index.ts'
import { staffOf } from '../service/staff-of.ts'
import { listVersions, publishStandard } from '../service/standards/index.ts'
import { tellCalendar } from './calendar-published.ts'
import { type Contract, routeKey } from './contract.ts'
import { showOverview } from './overview.ts'
import { rights } from './rights.ts'
import { showCompany } from './show-company.ts'
import type { Tongdian } from './tongdian.ts'

/** Who is signed in; the rights table let only such a caller through. */
function getActor(context: RequestContext): Actor {
  return context.actor ?? throwRefusal({ code: 'not-signed-in' })
}

/** Writes carry the caller's own id, so that a repeat has one effect. */
function getCommandId(context: RequestContext): string {
  return (
    context.commandId ?? throwRefusal({ code: 'faulty-input', faults: [{ path: 'Idempotency-Key', code: 'required' }] })
  )
}

/** The supply an increase amends, where it is one of ours; other applications amend none. */
async function findAmended(tx: CompanyTransaction, companyId: string, { kind, premise }: ApplicationForm) {
  const accountNumber = premise.existingAccountNumber
  return kind === 'increase' && accountNumber ? await findSupply(tx, companyId, accountNumber) : undefined
}

/** Cases, tasks and verbs as routes: parse, call, map; no decisions here. */
export function routerOf(contract: Contract, tongdian: Tongdian) {
  const os = implement(contract).$context<RequestContext>()
  const { database, caseFiles, shelf } = tongdian
  async function getCase(caseId: string, actor: Actor): Promise<CaseFile> {
    const file = await caseFiles.find(actor.companyId, caseId)
    // Of a case one may not see one does not learn that it exists (ASVS 8.2.2).
    return file && maySeeCase(actor, file) ? file : throwRefusal({ code: 'no-such-case' })
  }

  const answer = (
    result: Result<CommandAnswer>,
  ): { -readonly [K in keyof CommandAnswer]: CommandAnswer[K] } & { openTasks: CommandAnswer['openTasks'][number][] } =>
    unwrap(result) as never

  return os.router({
    company: {
      show: os.company.show.handler(async ({ context }) => await showCompany(tongdian, dateInShanghai(context.now()))),
      documents: os.company.documents.handler(async ({ input, context }) => {
        const standards = await shelf.get(tongdian.publicCompanyId)
        const rows = unwrap(standards.decide('documents', { ...input }, dateInShanghai(context.now())))
        return { documents: rows.map((row) => ({ ...row.outputs })) }
      }),
    },
    session: {
      show: os.session.show.handler(({ context }) => ({
        actor: context.actor ?? null,
        now: context.now().toISOString(),
      })),
    },
    applications: {
      submit: os.applications.submit.handler(async ({ input, context }) => {
        const actor = getActor(context)
        if (actor.kind === 'staff' && input.channel === 'counter' && !input.counterVisit) {
          return throwRefusal({ code: 'faulty-input', faults: [{ path: 'counterVisit.cause', code: 'required' }] })
        }
        const customerKey = await tongdian.customerKeyOf(actor, input.applicant)
        const company = await database.withCompany(actor.companyId, async (tx) => ({
          staff: await listStaff(tx, actor.companyId),
          openCases: await countOpenByManager(tx, actor.companyId),
          units: await listUnits(tx, actor.companyId),
          existingSupply: await findAmended(tx, actor.companyId, input),
        }))
        const caseId = newId(context.now().getTime())
        return answer(
          await caseFiles.open({ actor, commandId: getCommandId(context), form: input }, async (standards, today) =>
            decideSubmission({ form: input, caseId, actor, customerKey, standards, today, ...company }),
          ),
        )
      }),
    },
    my: {
      listCases: os.my.listCases.handler(async ({ context }) => {
        const actor = getActor(context)
        const key = actor.kind === 'customer' ? actor.customerKey : throwRefusal({ code: 'no-right' })
        return {
          cases: await database.withCompany(actor.companyId, (tx) => listCustomerCases(tx, actor.companyId, key)),
        }
      }),
      showCase: os.my.showCase.handler(async ({ input, context }) => {
        const actor = getActor(context)
        const file = await getCase(input.caseId, actor)
        const staff = await database.withCompany(actor.companyId, (tx) => listStaff(tx, actor.companyId))
        const manager = staff.find((member) => member.staffId === file.state.accountManager?.staffId)
        const beside = { managerPhone: manager?.phone, capacity: await showCapacityOf(tongdian.ledger, file) }
        return viewForCustomer(file, await shelf.get(actor.companyId), beside, context.now())
      }),
    },
    inbox: {
      list: os.inbox.list.handler(async ({ input, context }) => {
        const actor = staffOf(context)
        const today = dateInShanghai(context.now())
        const after = input.after ? readCursor(input.after, ['place', 'caseId', 'taskId']) : undefined
        const tasks = await database.withCompany(actor.companyId, (tx) =>
          listInbox(tx, actor, { ...input, after }, today, addDays(today, 3)),
        )
        const last = tasks.length === input.limit ? tasks.at(-1) : undefined
        return {
          tasks,
          next: last ? writeCursor({ place: last.place, caseId: last.case_id, taskId: last.task_id }) : null,
        }
      }),
      count: os.inbox.count.handler(async ({ context }) => {
        const actor = staffOf(context)
        const today = dateInShanghai(context.now())
        return await database.withCompany(actor.companyId, (tx) => countInbox(tx, actor, today))
      }),
      reassign: os.inbox.reassign.handler(async ({ input, context }) => {
        const actor = staffOf(context)
        const commandId = getCommandId(context)
        const transfer = unwrapFound(tongdian.verbs.find((verb) => verb.name === 'transfer-task'))
        const refused: { caseId: string; taskId: string; code: string }[] = []
        for (const { caseId, taskId } of input.tasks) {
          // Each case is its own command: one that is refused holds up no other.
          const form = { taskId, to: input.to, reason: input.reason }
          const done = await caseFiles.doVerb(caseId, transfer, {
            actor,
            commandId: `${commandId}/${caseId}/${taskId}`,
            form,
          })
          if (!done.ok) refused.push({ caseId, taskId, code: done.refusal.code })
        }
        return { done: input.tasks.length - refused.length, refused }
      }),
    },
    cases: {
      list: os.cases.list.handler(async ({ input, context }) => {
        const actor = staffOf(context)
        if (input.search) {
          const found = await tongdian.reader.searchCases(actor.companyId, input.search, input.limit)
          const seen = found.filter((row) =>
            actor.grants.some(
              (grant) =>
                (grant.unitId === null || grant.unitId === row.unitId) &&
                grant.voltageClasses.includes(row.voltageClass),
            ),
          )
          return {
            cases: seen.map(({ tokens: _, search: __, headHash: ___, customerKey: ____, ...row }) => row),
            next: null,
          }
        }
        const after = input.after ? readCursor(input.after, ['openedAt', 'caseId']) : undefined
        const rows = await database.withCompany(actor.companyId, (tx) => listCases(tx, actor, { ...input, after }))
        const last = rows.length === input.limit ? rows.at(-1) : undefined
        return {
          cases: rows.map(camelRow),
          next: last ? writeCursor({ openedAt: last.opened_at, caseId: last.case_id }) : null,
        }
      }),
      show: os.cases.show.handler(async ({ input, context }) => {
        const actor = staffOf(context)
        const file = await getCase(input.caseId, actor)
        const standards = await shelf.get(actor.companyId)
        const gate = energisingGate(file, standards, dateInShanghai(context.now()))
        return viewForStaff(file, actor, standards, gate, context.now())
      }),
      process: os.cases.process.handler(async ({ input, context }) => {
        const actor = staffOf(context)
        const file = await getCase(input.caseId, actor)
        const running = unwrapFound(file.state.process)
        const versions = await database.withCompany(actor.companyId, (tx) => listVersions(tx, actor.companyId))
        const version = unwrapFound(
          versions.find(
            (entry) => entry.kind === 'process' && entry.name === running.name && entry.version === running.version,
          ),
        )
        return {
          xml: version.content,
          active: [...file.state.tasks.values()].map((task) => task.elementId),
          done: [...new Set(file.state.completed.filter((done) => !done.voided).map((done) => done.elementId))],
        }
      }),
      askSignatureCode: os.cases.askSignatureCode.handler(async ({ input, context }) => {
        const actor = getActor(context)
        const file = await getCase(input.caseId, actor)
        const task = unwrapFound(file.state.tasks.get(input.taskId))
        if (actor.kind !== 'customer' || task.role !== 'customer') return throwRefusal({ code: 'no-right' })
        const step = { companyId: actor.companyId, customerKey: actor.customerKey, ...input }
        return unwrap(await askSignatureCode(tongdian.signatureCodes, step))
      }),
      prefill: os.cases.prefill.handler(async ({ input, context }) => {
        const actor = getActor(context)
        const file = await getCase(input.caseId, actor)
        const task = unwrapFound(file.state.tasks.get(input.taskId))
        if (actor.kind === 'customer' && task.role !== 'customer') return throwRefusal({ code: 'no-right' })
        const useCase = tongdian.useCases.find((candidate) => candidate.name === task.useCase)
        const standards = await shelf.get(actor.companyId)
        const prefill: Readonly<Record<string, Json>> =
          useCase?.prefill?.(file, standards, dateInShanghai(context.now()), task) ?? {}
        return { ...prefill }
      }),
    },
    overview: {
      show: os.overview.show.handler(
        async ({ context }) => await showOverview(tongdian, staffOf(context), context.now()),
      ),
    },
    insight: insightRoutes(tongdian.reports, tongdian.logs),
    network: networkRoutes(tongdian.network, tongdian.publicCompanyId),
    capacity: capacityRoutes(tongdian),
    planOptions: planOptionsRoutes({
      network: tongdian.network,
      standards: (companyId) => shelf.get(companyId),
      getCase,
    }),
    whatIf: whatIfRoutes(tongdian.reports, tongdian.whatIfRuns, tongdian.database),
    people: {
      list: os.people.list.handler(async ({ context }) => {
        const { companyId } = staffOf(context)
        const today = dateInShanghai(context.now())
        return await database.withCompany(companyId, async (tx) => {
          const [openCases, tasks] = [
            await countOpenByManager(tx, companyId),
            await countTasksByPerson(tx, companyId, today),
          ]
          return {
            units: [...(await listUnits(tx, companyId))].map((unit) => ({ ...unit })),
            staff: (await listStaff(tx, companyId)).map((member) => ({
              ...member,
              openCases: openCases.get(member.staffId) ?? 0,
              openTasks: tasks.get(member.staffId)?.open ?? 0,
              lateTasks: tasks.get(member.staffId)?.late ?? 0,
            })),
          }
        })
      }),
      add: os.people.add.handler(async ({ input, context }) => {
        const actor = getActor(context)
        return unwrap(
          await database.withCompany(actor.companyId, (tx) => addStaff(tx, tongdian.staffAccounts, actor, input)),
        )
      }),
      change: os.people.change.handler(async ({ input, context }) => {
        const actor = getActor(context)
        const changed = await database.withCompany(actor.companyId, (tx) =>
          changeStaff(tx, tongdian.staffAccounts, actor, input.params.staffId, input.body),
        )
        return unwrap(changed)
      }),
      addUnit: os.people.addUnit.handler(async ({ input, context }) => {
        const { companyId } = getActor(context)
        return unwrap(await database.withCompany(companyId, (tx) => addUnit(tx, companyId, input)))
      }),
    },
    standards: {
      list: os.standards.list.handler(async ({ context }) => {
        const { companyId } = getActor(context)
        const versions = await database.withCompany(companyId, (tx) => listVersions(tx, companyId))
        return { standards: versions.map(({ content: _, ...version }) => version) }
      }),
      show: os.standards.show.handler(async ({ input, context }) => {
        const { companyId } = getActor(context)
        const versions = await database.withCompany(companyId, (tx) => listVersions(tx, companyId))
        const found = versions.findLast(
          (entry) =>
            entry.kind === input.kind &&
            entry.name === input.name &&
            (input.version === undefined || entry.version === input.version),
        )
        return { ...unwrapFound(found) }
      }),
      publish: os.standards.publish.handler(async ({ input, context }) => {
        const useCases = new Set(tongdian.useCases.map((useCase) => useCase.name))
        const actor = getActor(context)
        const published = await publishStandard({ database, shelf, now: context.now(), useCases }, actor, input)
        const { content: _, ...version } = unwrap(published)
        if (input.kind === 'calendar') {
          await tellCalendar({ database, caseFiles }, actor.companyId, Number(input.name), getCommandId(context))
        }
        return version
      }),
    },
    tasks: Object.fromEntries(
      tongdian.useCases.map((useCase) => {
        const key = routeKey(useCase.name)
        const route = unwrapFound(os.tasks[key])
        return [
          key,
          route.handler(async ({ input, context }) => {
            const command = { actor: getActor(context), commandId: getCommandId(context), form: input.body }
            return answer(await caseFiles.doTask(input.params.caseId, input.params.taskId, useCase.name, command))
          }),
        ]
      }),
    ),
    verbs: Object.fromEntries(
      tongdian.verbs.map((verb) => {
        const key = routeKey(verb.name)
        const route = unwrapFound(os.verbs[key])
        return [
          key,
          route.handler(async ({ input, context }) => {
            const command = { actor: getActor(context), commandId: getCommandId(context), form: input.body }
            const roles = rights[`verbs.${key}`]?.roles
            return answer(await caseFiles.doVerb(input.params.caseId, verb, command, roles))
          }),
        ]
      }),
    ),
  })
}

/** A listed row in the words of the API. */
function camelRow(row: Awaited<ReturnType<typeof listCases>>[number]) {
  return {
    caseId: row.case_id,
    caseNumber: row.case_number,
    version: row.version,
    status: row.status,
    kind: row.kind,
    variant: row.variant,
    stage: row.stage,
    unitId: row.unit_id,
    voltageClass: row.voltage_class,
    customerName: row.customer_name,
    address: row.address,
    capacityKva: row.capacity_kva,
    accountManager: row.account_manager,
    flags: row.flags,
    dueOn: row.due_on,
    openedAt: row.opened_at,
    changedAt: row.changed_at,
  }
}

import { type CaseFile, findBody, type NewFact, type Outcome, type PublishedStandards, taskUseCase } from '#casefile'
import { accept, addDays, type PlainDate, type Result, refuse } from '#kernel'
import { AcceptApplication, type ApplicationForm } from './api.ts'
import { existingSupplyFact, faultsOfExistingSupply, prefillExistingSupply } from './rules/existing-supply.ts'
import { judgeVariant } from './rules/judge-application.ts'
import { reviewsAsked } from './rules/law-asks.ts'
import { oneTimeNotice } from './rules/one-time-notice.ts'
import { gatesUpTo, missingFor, type RequiredDocument, requiredDocuments } from './rules/required-documents.ts'

/** The application as it was submitted (identity numbers masked). */
export function getApplication(file: CaseFile): ApplicationForm {
  const application = findBody<ApplicationForm>(file, 'application-submitted')
  if (!application) throw new Error(`case ${file.caseId} has no application`)
  return application
}

/** Documents the table asks of this case, and the kinds that are there. */
export function documentsOf(
  file: CaseFile,
  standards: PublishedStandards,
  today: PlainDate,
  importance?: string,
): Result<{ required: readonly RequiredDocument[]; given: readonly string[] }> {
  const application = getApplication(file)
  const { profile, variables } = file.state
  const required = requiredDocuments(
    standards,
    {
      kind: profile.kind,
      category: profile.category,
      voltageLevel: profile.voltageClass,
      applicantKind: application.applicant.kind,
      importance: importance ?? String(variables.importance ?? 'none'),
      ownGenerator: variables.ownGenerator === true,
    },
    today,
  )
  if (!required.ok) return required
  const given = file.state.documents
    .filter((document) => document.issuedBy === 'customer' && !document.voidedBecause)
    .map((document) => document.kind)
  return accept({ required: required.value, given })
}

/** 业务受理: accept with one proof, or give the one complete one-time notice. */
export const acceptApplication = taskUseCase<AcceptApplication>({
  name: 'accept-application',
  form: AcceptApplication,
  prefill: prefillExistingSupply,
  decide({ file, form, standards, today }) {
    const documents = documentsOf(file, standards, today, form.importance)
    if (!documents.ok) return documents
    const { required, given } = documents.value
    const missingNow = missingFor(required, given, ['acceptance'])
    const hasProof = required.some((entry) => entry.proof && given.includes(entry.document))
    if (form.complete && (missingNow.length > 0 || !hasProof)) {
      return refuse({
        code: 'documents-missing',
        faults: missingNow.map((entry) => ({
          path: `documents.${entry.document}`,
          code: 'document-missing',
          data: { name: entry.nameZh },
        })),
      })
    }
    if (!form.complete && form.missing.length + missingNow.length === 0) {
      return refuse({ code: 'faulty-input', faults: [{ path: 'missing', code: 'name-what-is-missing' }] })
    }
    return form.complete
      ? acceptComplete(file, form, required, given, standards, today)
      : sendNotice(file, form, required, given, today)
  },
})

function acceptComplete(
  file: CaseFile,
  form: AcceptApplication,
  required: readonly RequiredDocument[],
  given: readonly string[],
  standards: PublishedStandards,
  today: PlainDate,
): Result<Outcome> {
  const { profile, variables } = file.state
  const faults = faultsOfExistingSupply(file, form.existingSupply)
  if (faults.length > 0) return refuse({ code: 'faulty-input', faults })
  const judged = judgeVariant(
    {
      kind: profile.kind,
      category: profile.category,
      voltageLevel: profile.voltageClass,
      importance: form.importance,
      residentialCompound: variables.residentialCompound === true,
      standardsConfirmed: form.standardsConfirmed,
      wantsShort: form.wantsShort,
      sources: form.sources,
      loadKw: Number(variables.loadKw),
    },
    standards,
    today,
  )
  if (!judged.ok) return judged
  if (judged.value.waitsFor) return refuse({ code: 'short-variant-waits', data: { waitsFor: judged.value.waitsFor } })
  const supplements = missingFor(required, given, gatesUpTo('energise'))
  const days = standards.setting('supplement-working-days', today)
  const dueOn = standards.calendar.addWorkingDays(today, days)
  const facts: NewFact[] = [
    {
      type: 'application-accepted',
      body: {
        importance: form.importance,
        importanceBasis: form.importanceBasis,
        sources: form.sources,
        variant: judged.value.variant,
        refusedRule: judged.value.refusedRule,
        note: form.note,
        // Recorded for the file; neither refuses acceptance.
        badCreditFlag: form.badCreditFlag,
        ownArrearsFen: form.ownArrearsFen,
      },
    },
    ...existingSupplyFact(form.existingSupply),
    ...supplements.map((entry) => ({
      type: 'supplement-asked',
      body: { document: entry.document, nameZh: entry.nameZh, nameEn: entry.nameEn, neededBy: entry.neededBy, dueOn },
    })),
  ]
  return accept({
    facts,
    variant: judged.value.variant,
    variables: {
      applicationComplete: true,
      importance: form.importance,
      sources: form.sources,
      limitClass: judged.value.limitClass,
      ...reviewsAsked(file, form.importance, standards, today),
    },
    documents: [oneTimeNotice(file, supplements, 'accepted', today, dueOn)],
    notices: [{ template: 'application-accepted', data: { caseNumber: file.state.profile.caseNumber } }],
  })
}

/** 一次性告知: everything that is missing, once; the customer's time begins. */
function sendNotice(
  file: CaseFile,
  form: AcceptApplication,
  required: readonly RequiredDocument[],
  given: readonly string[],
  today: PlainDate,
): Result<Outcome> {
  const named = form.missing.map((entry) => ({
    document: entry.document,
    neededBy: 'acceptance',
    proof: false,
    nameZh: required.find((candidate) => candidate.document === entry.document)?.nameZh ?? entry.document,
    nameEn: required.find((candidate) => candidate.document === entry.document)?.nameEn ?? entry.document,
    basis: entry.why,
  }))
  const missing = [
    ...named,
    ...missingFor(required, given, ['acceptance']).filter(
      (entry) => !named.some((other) => other.document === entry.document),
    ),
  ]
  return accept({
    facts: [
      {
        type: 'one-time-notice-given',
        body: {
          missing: missing.map(({ document, nameZh, nameEn, basis }) => ({ document, nameZh, nameEn, why: basis })),
        },
      },
    ],
    variables: { applicationComplete: false },
    documents: [oneTimeNotice(file, missing, 'incomplete', today, addDays(today, 30))],
    notices: [{ template: 'application-incomplete', data: { count: missing.length } }],
  })
}

import {
  type Actor,
  type ClockLimit,
  findLimits,
  type NewFact,
  type NoticeOrder,
  type OpenCase,
  type PublishedStandards,
  type StaffMember,
} from '#casefile'
import { accept, type Fault, type JsonObject, type PlainDate, type Result, refuse } from '#kernel'
import type { ApplicationForm } from './api.ts'
import { chooseAccountManager } from './rules/choose-account-manager.ts'
import { maskNumber } from './rules/identity-numbers.ts'
import { judgeVariant, judgeVoltage, wholeLoadKw } from './rules/judge-application.ts'
import { type RequiredDocument, requiredDocuments } from './rules/required-documents.ts'
import { faultsOfEnd } from './rules/temporary-end.ts'

export interface Submitting {
  readonly form: ApplicationForm
  readonly caseId: string
  readonly actor: Actor
  /** The account that will see the case. */
  readonly customerKey: string
  readonly standards: PublishedStandards
  readonly staff: readonly StaffMember[]
  readonly openCases: ReadonlyMap<string, number>
  readonly units: readonly { readonly unitId: string }[]
  /** What our own archive has under the account number the application names. */
  readonly existingSupply?: JsonObject | undefined
  readonly today: PlainDate
}

/** 用电申请: one application starts everything. Pure: the case it opens, or every fault at once. */
export function decideSubmission(input: Submitting): Result<OpenCase> {
  const { form, standards, today } = input
  const voltage = judgeVoltage(form, standards, today, Number(input.existingSupply?.voltageKv ?? 0))
  if (!voltage.ok) return voltage
  // An industry that usually is important makes the grade suspected until the government has spoken (GB/T 29328).
  const importance = suspectedImportance(form, standards, today)
  const judged = judgeVariant(
    { ...form, ...form.load, voltageLevel: voltage.value, importance, loadKw: wholeLoadKw(form) },
    standards,
    today,
  )
  if (!judged.ok) return judged
  const required = requiredDocuments(
    standards,
    {
      ...form,
      voltageLevel: voltage.value,
      applicantKind: form.applicant.kind,
      importance,
      ownGenerator: form.load.ownGenerator,
    },
    today,
  )
  if (!required.ok) return required
  const faults = faultsOf(input, required.value)
  if (faults.length > 0) return refuse({ code: 'faulty-input', faults })
  const limits = findLimits(standards, { limitClass: judged.value.limitClass }, 'acceptance', today)
  return accept({
    caseId: input.caseId,
    variant: judged.value.variant,
    profile: {
      kind: form.kind,
      category: form.category,
      unitId: form.unitId,
      voltageClass: voltage.value,
      customerKey: input.customerKey,
      customerName: form.applicant.name,
      address: form.premise.address,
      capacityKva: form.load.requestedKva ?? null,
    },
    outcome: {
      facts: openingFacts(input, required.value, voltage.value),
      variables: {
        category: form.category,
        kind: form.kind,
        importance,
        sources: form.load.sources,
        loadKw: wholeLoadKw(form),
        ...(form.kind === 'temporary' ? { temporaryUntil: form.load.neededUntil ?? '' } : {}),
        limitClass: judged.value.limitClass,
        ownGenerator: form.load.ownGenerator,
        residentialCompound: form.load.residentialCompound,
        greenChannel: false,
      },
      notices: [receivedNotice(limits, form.applicant.contactName)],
    },
  })
}

/** It has arrived, and by when it is taken up: by the tightest published limit, or by none where none is published. */
function receivedNotice(limits: readonly ClockLimit[], name: string): NoticeOrder {
  const [first, ...others] = limits.map((limit) => limit.workingDays)
  if (first === undefined) return { template: 'application-received-without-limit', data: { name } }
  const days = Math.min(first, ...others)
  return { template: days === 0 ? 'application-received-today' : 'application-received', data: { name, days } }
}

function suspectedImportance(form: ApplicationForm, standards: PublishedStandards, today: PlainDate): string {
  if (form.load.loadNature === 'important') return 'suspected'
  if (!form.load.industry) return 'none'
  const rows = standards.decide('importance-by-industry', { industry: form.load.industry }, today)
  const grade = rows.ok ? rows.value[0]?.outputs.suspectedGrade : undefined
  return typeof grade === 'string' && grade !== 'none' ? 'suspected' : 'none'
}

/** One-proof acceptance: one document that counts as the proof is enough; files named twice or of unknown kinds are named. */
function faultsOf({ form, units, standards, today }: Submitting, required: readonly RequiredDocument[]): Fault[] {
  const faults: Fault[] = []
  if (!units.some((unit) => unit.unitId === form.unitId)) faults.push({ path: 'unitId', code: 'unknown-unit' })
  const known = new Set(required.map((entry) => entry.document))
  for (const [index, given] of form.documents.entries()) {
    if (!known.has(given.document)) faults.push({ path: `documents.${index}.document`, code: 'document-not-asked' })
  }
  const proofs = required.filter((entry) => entry.proof)
  if (!form.documents.some((given) => proofs.some((proof) => proof.document === given.document))) {
    faults.push({
      path: 'documents',
      code: 'one-proof-needed',
      data: { proofs: proofs.map((proof) => proof.nameZh).join('、') },
    })
  }
  if (form.kind === 'increase') {
    if (!form.premise.existingAccountNumber) faults.push({ path: 'premise.existingAccountNumber', code: 'required' })
    if (form.load.existingKva <= 0) faults.push({ path: 'load.existingKva', code: 'required' })
  }
  if (form.kind === 'temporary') faults.push(...faultsOfEnd(form, standards, today))
  if (form.load.ownGenerator && form.load.ownGeneratorKw <= 0)
    faults.push({ path: 'load.ownGeneratorKw', code: 'required' })
  return faults
}

function openingFacts(input: Submitting, required: readonly RequiredDocument[], voltageClass: 'lv' | 'hv'): NewFact[] {
  const { form, standards, today } = input
  const manager = chooseAccountManager(
    input.staff,
    input.openCases,
    form.unitId,
    voltageClass,
    standards.setting('account-manager-open-cases', today),
    today,
  )
  const given = form.documents.map((entry) => documentFact(entry, required))
  return [
    {
      type: 'application-submitted',
      body: {
        channel: form.channel,
        applicant: { ...form.applicant, idNumber: maskNumber(form.applicant.idNumber) } as never,
        premise: form.premise as never,
        load: form.load as never,
        standardsConfirmed: form.standardsConfirmed,
        wantsShort: form.wantsShort,
        privacyAgreed: form.privacyAgreed,
      },
    },
    ...(input.existingSupply
      ? [{ type: 'existing-supply-found', body: { existingSupply: input.existingSupply } }]
      : []),
    ...given,
    ...(form.counterVisit ? [{ type: 'counter-visited', body: { cause: form.counterVisit.cause } }] : []),
    ...(manager
      ? [{ type: 'account-manager-assigned', body: { staffId: manager.staffId, name: manager.name } }]
      : [{ type: 'no-account-manager-free', body: {} }]),
  ]
}

/** A document received from the customer, named as the published table names it. */
export function documentFact(
  given: ApplicationForm['documents'][number],
  required: readonly RequiredDocument[],
): NewFact {
  const entry = required.find((candidate) => candidate.document === given.document)
  return {
    type: 'document-received',
    body: {
      documentId: `${given.document}-${given.file.sha256.slice(0, 8)}`,
      kind: given.document,
      name: entry?.nameZh ?? given.file.name,
      fileName: given.file.name,
      sha256: given.file.sha256,
    },
  }
}

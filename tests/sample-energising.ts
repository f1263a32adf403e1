import type { CaseFile, NewFact, PublishedStandards } from '#casefile'
import {
  countersignContract,
  determineFees,
  draftContract,
  registerOwnGenerator,
  settleFees,
  signContract,
  signDispatchAgreement,
} from '#journey/contract'
import { checkBeforeEnergising, energise, installMeter, permitEnergising, planOutage, tieIn } from '#journey/energise'
import { openDefects } from '#journey/works'
import type { JsonObject } from '#kernel'
import { appendFacts, customerActor, type Step, staffActor, takeStep } from './case-builder.ts'
import { contractDocuments, plannedCase, type SampleLoad, withDocuments } from './sample-plan.ts'

/** Documents due before the supply goes on, of an enterprise at high voltage. */
const energisingDocuments = ['completion-drawings', 'test-reports', 'electrician-certificates', 'emergency-plan']
/** What an important customer with a generator hands in before the contract. */
const hospitalDocuments = [
  'security-load-statement',
  'importance-confirmation',
  'generator-registration',
  'interlock-drawing',
]

export const signature = { name: '王建国', method: 'phone-code' }

export const sampleMeter = {
  meteringPoint: 1,
  meterNumber: '3310000010',
  accuracyClass: '0.5S',
  verifiedOn: '2026-02-10',
  certificateNumber: 'JD2026-0010',
  ctRatio: '50/5',
  ctPolarityChecked: true,
  wiringCorrect: true,
  seals: ['FY0010', 'FY0010B'],
  readings: { totalKwh: 1.2, peakKwh: 0.4, flatKwh: 0.5, valleyKwh: 0.3 },
}

export const meterForm = {
  installedAt: '2026-04-01T09:00:00+08:00',
  installedBy: '孙立',
  meters: [sampleMeter],
  terminal: { terminalNumber: 'ZD0010', online: true },
}

export const outageForm = {
  manner: 'live',
  plannedFrom: '2026-04-02T08:00:00+08:00',
  plannedTo: '2026-04-02T18:00:00+08:00',
  approvedBy: '秦峰',
}

export const checkForm = {
  checkedAt: '2026-04-02T10:00:00+08:00',
  firstChecker: '刘畅',
  secondChecker: '高建军',
  groundingRemoved: true,
  switchesOpen: true,
  insulationGood: true,
  protectionSet: true,
  peopleClear: true,
}

export const tieInForm = { tiedInAt: '2026-04-02T09:00:00+08:00', workLeader: '曹运', workTicketNumber: 'GZP-1' }
export const permitForm = {
  permittedAt: '2026-04-02T10:30:00+08:00',
  permittedBy: '值班调度',
  receivedBy: '吴鹏',
  orderNumber: 'DD-1',
}
export const energiseForm = {
  energisedAt: '2026-04-02T11:00:00+08:00',
  operator: '吴鹏',
  guardian: '孙立',
  switchingOrderNumber: 'CZP-1',
}

/** Steps of a sample case by name, each as its people do it; leave one out to see what it was needed for. */
export type SampleStep =
  | 'fees'
  | 'contract'
  | 'countersign'
  | 'dispatch-agreement'
  | 'own-generator'
  | 'inspection'
  | 'documents'
  | 'meter'
  | 'outage-plan'
  | 'tie-in'
  | 'check'
  | 'permission'
  | 'energise'

export const beforeEnergising: readonly SampleStep[] = [
  'fees',
  'contract',
  'countersign',
  'dispatch-agreement',
  'own-generator',
  'inspection',
  'documents',
  'meter',
  'outage-plan',
  'tie-in',
  'check',
  'permission',
]

const known = { companyName: '澄溪县供电公司' }

/** A case taken through these steps. */
export function caseAfter(
  steps: readonly SampleStep[],
  standards: PublishedStandards,
  load: SampleLoad = {},
): CaseFile {
  const by = (role: Parameters<typeof staffActor>[0], at: string): Step => ({
    actor: staffActor(role),
    at,
    standards,
    known,
  })
  const customer: Step = { actor: customerActor, at: '2026-03-13T10:00:00+08:00', standards }
  const doing: Record<SampleStep, (file: CaseFile) => CaseFile> = {
    fees(file) {
      const determined = takeStep(
        file,
        determineFees,
        { confirmed: true },
        by('marketing', '2026-03-10T10:00:00+08:00'),
      )
      const dueFen = Number(determined.state.variables.feesDueFen)
      if (dueFen === 0) return determined
      const paid = {
        paidFen: dueFen,
        paidOn: '2026-03-11',
        paymentMethod: 'bank-transfer',
        invoiceNumber: '0312345678',
      }
      return takeStep(determined, settleFees, paid, by('cashier', '2026-03-11T10:00:00+08:00'))
    },
    contract(file) {
      const terms = { paymentMethod: 'bank-transfer', paymentDay: 20, meterReadingDay: 1 }
      const drafted = takeStep(file, draftContract, terms, by('contract-officer', '2026-03-12T10:00:00+08:00'))
      const clausesRead = signContract.prefill?.(drafted, standards, '2026-03-13' as never, {} as never).clausesRead
      return takeStep(drafted, signContract, { agrees: true, clausesRead, signature }, customer)
    },
    countersign: (file) =>
      takeStep(file, countersignContract, { signature }, by('manager', '2026-03-13T15:00:00+08:00')),
    'dispatch-agreement': (file) =>
      file.state.variables.dispatched === true
        ? takeStep(
            file,
            signDispatchAgreement,
            {
              dispatchName: '宏远变',
              dispatchedEquipment: ['进线 101 断路器'],
              dutyContactName: '李值班',
              dutyContactPhone: '13900001111',
              signature,
            },
            by('dispatcher', '2026-03-14T10:00:00+08:00'),
          )
        : file,
    'own-generator': (file) =>
      file.state.variables.ownGenerator === true
        ? takeStep(
            file,
            registerOwnGenerator,
            {
              generators: [{ model: '柴油发电机组', capacityKw: 800, interlock: 'mechanical', interlockChecked: true }],
              agreementSigned: true,
              nonElectricalMeasures: '应急照明，手动泄压',
            },
            by('inspector', '2026-03-15T10:00:00+08:00'),
          )
        : file,
    inspection: passInspection,
    documents: (file) => withDocuments(file, energisingDocuments),
    meter: (file) => takeStep(file, installMeter, meterForm, by('meter-crew', '2026-04-01T10:00:00+08:00')),
    'outage-plan': (file) => takeStep(file, planOutage, outageForm, by('operation', '2026-04-01T11:00:00+08:00')),
    'tie-in': (file) => takeStep(file, tieIn, tieInForm, by('operation', '2026-04-02T09:10:00+08:00')),
    check: (file) => takeStep(file, checkBeforeEnergising, checkForm, by('inspector', '2026-04-02T10:10:00+08:00')),
    permission: (file) => takeStep(file, permitEnergising, permitForm, by('dispatcher', '2026-04-02T10:40:00+08:00')),
    energise: (file) => takeStep(file, energise, energiseForm, by('meter-crew', '2026-04-02T11:10:00+08:00')),
  }
  const planned = withDocuments(plannedCase(load), [...contractDocuments, ...hospitalDocuments])
  return steps.reduce((file, step) => doing[step](file), planned)
}

/** The completion inspection without a defect, as the works room records it. */
export function passInspection(file: CaseFile): CaseFile {
  const open = openDefects(file).map(({ defectId }) => ({ defectId, closed: true, note: '复验合格' }))
  return appendFacts(file, [inspectionFact('completion', { earlierDefects: open, inspectedOn: '2026-03-30' })])
}

/** An inspection as the works room records it; passed where nothing else is said. */
export const inspectionFact = (kind: 'interim' | 'completion', body: JsonObject): NewFact => ({
  type: `${kind}-inspected`,
  body: {
    elementId: `inspect-${kind}`,
    taskId: `inspect-${kind}#1`,
    inspection: kind,
    round: 1,
    passed: true,
    defects: [],
    earlierDefects: [],
    ...body,
  },
})

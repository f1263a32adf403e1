import type { Track } from '#casefile/form-shapes'
import type { StoryCustomer } from './customers.ts'
import { type FileRef, uploadPaper } from './paper.ts'
import type { Player } from './player.ts'

/** Parts of the customer's way that several stories walk; each does what its people would do, at the time already set. */

/** Stands for the account manager the case was given, whoever that is. */
export const accountManager = '@account-manager'

export interface Application {
  readonly customer: StoryCustomer
  readonly kind?: string
  readonly category: 'resident' | 'non-resident'
  readonly proof: string
  readonly load: Record<string, unknown>
  /** 户号 of the supply that the business amends. */
  readonly existingAccountNumber?: string
  readonly standardsConfirmed?: boolean
  readonly wantsShort?: boolean
  readonly documents?: readonly string[]
}

export async function applyOnPhone(player: Player, application: Application): Promise<void> {
  const { customer, proof, documents = [] } = application
  const given: { document: string; file: FileRef }[] = []
  for (const document of [proof, ...documents]) {
    given.push({
      document,
      file: await uploadPaper(player, customer.phone, document, [customer.name, customer.address]),
    })
  }
  await player.apply(customer.phone, {
    channel: 'portal',
    kind: application.kind ?? 'new',
    category: application.category,
    unitId: customer.unitId,
    applicant: {
      kind: customer.kind,
      name: customer.name,
      idKind: customer.idKind,
      idNumber: customer.idNumber,
      phone: customer.phone,
      contactName: customer.contactName,
    },
    premise: {
      address: customer.address,
      ...(application.existingAccountNumber ? { existingAccountNumber: application.existingAccountNumber } : {}),
    },
    load: application.load,
    documents: given,
    standardsConfirmed: application.standardsConfirmed ?? false,
    wantsShort: application.wantsShort ?? false,
    privacyAgreed: true,
  })
}

/** The government's letter on how important a customer is, put on record at the counter. */
export async function confirmImportance(
  player: Player,
  customer: StoryCustomer,
  grade: keyof typeof gradeWords,
): Promise<void> {
  const file = await uploadPaper(player, 'he-min', '重要性等级确认函', [customer.name, gradeWords[grade]])
  await player.verb('he-min', 'confirm-importance', {
    grade,
    confirmedBy: '澄溪县经济和信息化局',
    confirmedYear: 2026,
    document: { document: 'importance-confirmation', file },
  })
}

const gradeWords = { first: '一级', second: '二级' }

export async function accept(player: Player, clerk: string, overrides: Record<string, unknown> = {}): Promise<void> {
  await player.verb(clerk, 'claim-task', { taskId: player.taskId('accept-application') })
  await player.do(clerk, 'accept-application', {
    complete: true,
    importance: 'none',
    importanceBasis: '',
    sources: 1,
    wantsShort: false,
    standardsConfirmed: false,
    ...overrides,
  })
}

const place = { longitude: 120.5218, latitude: 29.8734, accuracyM: 8 }

export async function survey(player: Player, manager: string, found: Record<string, unknown>): Promise<void> {
  const photo = await uploadPaper(player, manager, '勘查照片', ['现场全景', player.today])
  await player.do(manager, 'survey-site', {
    surveyedOn: player.today,
    surveyors: ['客户经理'],
    canSupply: true,
    phases: 'three-phase',
    customerWorks: false,
    gridWorks: false,
    location: place,
    photos: [photo],
    ...found,
  })
}

export async function draftPlan(
  player: Player,
  designer: string,
  { route, ...overrides }: { readonly route?: Track } & Readonly<Record<string, unknown>> = {},
): Promise<void> {
  const plan = await fillPlan(player, designer, 'draft-supply-plan')
  const [first, ...others] = plan.sources as readonly object[]
  const sources = route ? [{ ...first, route }, ...others] : plan.sources
  await player.do(designer, 'draft-supply-plan', {
    ...plan,
    sources,
    opinion: '按现场勘查和接入规则拟定',
    ...overrides,
  })
}

/**
 * Where the customer is tied in: what the designer adds to the proposal from the network he knows. Lines newer than the
 * demonstration's network file: stories are played by the dozen and would use up what the capacity ledger has open.
 */
const accessPoints = [
  {
    substation: '110 kV 柳林变',
    busSection: '10 kV I 段',
    incomer: '1 号主变',
    feeder: '10 kV 滨河二线',
    accessPoint: 'HK13 环网柜 905 间隔',
    boundaryPoint: 'HK13 环网柜 905 间隔出线电缆终端连接处',
  },
  {
    substation: '35 kV 城东变',
    busSection: '10 kV II 段',
    incomer: '2 号主变',
    feeder: '10 kV 学府三线',
    accessPoint: '学府三线 09 号杆',
    boundaryPoint: '学府三线 09 号杆柱上断路器负荷侧接线端',
  },
] as const
const lowVoltagePoint = { substation: '35 kV 城东变', feeder: '滨河里 2 号公变', accessPoint: '0.4 kV 分支箱 F3' }

/** The system's proposal with the access points named; what it objects to is answered with a reason. */
export async function fillPlan(player: Player, designer: string, useCase: string): Promise<Record<string, unknown>> {
  const proposed = await player.prefill(designer, useCase)
  const sources = (proposed.sources ?? []) as readonly { voltageKv: number }[]
  return {
    ...proposed,
    sources: sources.map((source, index) => ({
      ...source,
      ...(source.voltageKv < 1 ? lowVoltagePoint : accessPoints[index]),
    })),
  }
}

const signers: Readonly<Record<string, string>> = {
  'sign-off-planning': 'han-li',
  'sign-off-operation': 'qin-feng',
  'sign-off-dispatching': 'he-zhiqiang',
  'sign-off-marketing': 'wei-qing',
}

/** Every open sign-off agrees. */
export async function signOff(player: Player): Promise<void> {
  const open = player.case.openTasks.filter((task) => task.useCase === 'sign-off-plan')
  for (const task of open) {
    await player.do(signers[task.elementId] ?? '', 'sign-off-plan', { agrees: true, opinion: '同意' }, task.elementId)
  }
}

export async function reply(player: Player, manager: string): Promise<void> {
  await player.do(manager, 'reply-supply-plan', { replyMethod: 'portal', note: '' })
}

export async function answerPlan(player: Player, customer: StoryCustomer, accepts = true, wishes = ''): Promise<void> {
  await player.do(customer.phone, 'answer-supply-plan', {
    accepts,
    wishes,
    ...(accepts ? { signature: await player.signature(customer, 'answer-supply-plan') } : {}),
  })
}

/** Charges by the published table; settled when something is due. */
export async function fees(player: Player): Promise<void> {
  await player.do('wei-qing', 'determine-fees', { confirmed: true, note: '' })
  if (!player.case.openTasks.some((task) => task.useCase === 'settle-fees')) return
  const { dueFen } = await player.prefill('jin-hui', 'settle-fees')
  await player.do('jin-hui', 'settle-fees', {
    paidFen: dueFen,
    paidOn: player.today,
    paymentMethod: 'bank-transfer',
    invoiceNumber: `FP${player.today.replaceAll('-', '')}001`,
    note: '',
  })
}

export async function draftContract(player: Player): Promise<void> {
  const proposed = await player.prefill('luo-simin', 'draft-contract')
  await player.do('luo-simin', 'draft-contract', {
    ...pick(proposed, ['temporaryUntil']),
    paymentMethod: 'phone-payment',
    paymentDay: 20,
    meterReadingDay: 1,
    wishes: [],
    note: '',
  })
}

export async function signContract(player: Player, customer: StoryCustomer): Promise<void> {
  const { clausesRead } = await player.prefill(customer.phone, 'sign-contract')
  await player.do(customer.phone, 'sign-contract', {
    agrees: true,
    clausesRead,
    signature: await player.signature(customer, 'sign-contract'),
    wishes: [],
  })
}

export async function countersignContract(player: Player): Promise<void> {
  await player.do('liu-jianping', 'countersign-contract', {
    signature: { name: '刘建平', method: 'handwritten' },
    note: '',
  })
}

export async function registerGenerator(player: Player, capacityKw: number): Promise<void> {
  await player.do('liu-chang', 'register-own-generator', {
    generators: [
      { model: '柴油发电机组', capacityKw, place: '一层发电机房', interlock: 'mechanical', interlockChecked: true },
    ],
    agreementSigned: true,
    nonElectricalMeasures: '手动泄压、应急照明、人工呼吸器各二套，每季演练',
  })
}

export async function dispatchAgreement(player: Player, customer: StoryCustomer): Promise<void> {
  await player.do('pan-wei', 'sign-dispatch-agreement', {
    dispatchName: `${customer.name}配电房`,
    dispatchedEquipment: ['进线 101 断路器', '母联 100 断路器'],
    dutyContactName: customer.contactName,
    dutyContactPhone: customer.phone,
    signature: { name: '潘炜', method: 'handwritten' },
    note: '',
  })
}

export async function gridWorks(player: Player, startedOn: string): Promise<void> {
  await player.do('cao-yun', 'build-grid-works', {
    scope: '新架 10 kV 支线并安装分界开关',
    startedOn,
    completedOn: player.today,
    delayReason: '',
    photos: [],
  })
}

export const builder = {
  name: '客户自选施工单位',
  licenceNumber: 'CZ-33-000123',
  licenceGrade: '承装三级',
  licenceValidUntil: '2028-12-31',
}

export async function reportCompletion(
  player: Player,
  customer: StoryCustomer,
  equipment: readonly Record<string, unknown>[] = [],
): Promise<void> {
  const drawing = await uploadPaper(player, customer.phone, '竣工图', [customer.name])
  const report = await uploadPaper(player, customer.phone, '交接试验报告', [customer.name])
  await player.do(customer.phone, 'report-completion', {
    builder,
    completedOn: player.today,
    asBuiltFiles: [drawing],
    testReports: [report],
    equipment,
    electricians: [{ name: '王志', certificateNumber: 'T330999123456', validUntil: '2029-03-31' }],
    wishedOn: player.today,
    note: '',
  })
}

interface InspectionItem {
  readonly item: string
  readonly min?: number | null
  readonly max?: number | null
}

interface Inspecting {
  readonly failing?: readonly string[]
  readonly rectifyBy?: string
  /** Where the line of a source with an approved route really runs. */
  readonly walked?: Track
}

/** An inspection by the published list; `failing` items become defects. */
export async function inspect(
  player: Player,
  useCase: 'inspect-completion' | 'inspect-interim',
  { failing = [], rectifyBy = player.today, walked }: Inspecting = {},
): Promise<void> {
  const sheet = await player.prefill('gao-jianjun', useCase)
  const items = (sheet.items ?? []) as readonly InspectionItem[]
  const earlier = (sheet.earlierDefects ?? []) as readonly { defectId: string }[]
  const failed = failing.length > 0 ? items.slice(0, failing.length) : []
  const photo = await uploadPaper(player, 'gao-jianjun', '检验照片', [player.today])
  await player.do('gao-jianjun', useCase, {
    inspectedOn: player.today,
    items: items.map((entry) => ({
      item: entry.item,
      result: failed.includes(entry) ? 'fail' : 'pass',
      ...measured(entry),
      note: '',
    })),
    earlierDefects: earlier.map(({ defectId }) => ({ defectId, closed: true, note: '复验合格' })),
    defects: failed.map((entry, index) => ({
      item: entry.item,
      description: failing[index],
      blocksEnergising: true,
      rectifyBy,
      recheck: 'site',
      photos: [photo],
    })),
    conclusion: failed.length > 0 ? '不合格，整改后复验' : '合格',
    signatures: [
      { name: '高建军', method: 'handwritten' },
      { name: '刘畅', method: 'handwritten' },
    ],
    location: place,
    photos: [photo],
    ...(useCase === 'inspect-completion' && { routes: walkRoutes(sheet, walked) }),
  })
}

/** The approved lines as they were walked: where `walked` says, else where they were walked before. */
function walkRoutes(sheet: Readonly<Record<string, unknown>>, walked: Track | undefined) {
  const routes = (sheet.routes ?? []) as readonly { sourceNumber: number; track?: Track }[]
  return routes.map(({ sourceNumber, track }) => ({ sourceNumber, track: walked ?? track }))
}

/** A reading well within the item's limits, where it is measured. */
function measured({ min, max }: InspectionItem): { measuredValue?: number } {
  if (typeof min === 'number' && typeof max === 'number') return { measuredValue: (min + max) / 2 }
  if (typeof max === 'number') return { measuredValue: max * 0.8 }
  if (typeof min === 'number') return { measuredValue: min * 1.5 }
  return {}
}

export async function rectify(player: Player, customer: StoryCustomer): Promise<void> {
  const { rectified } = await player.prefill(customer.phone, 'rectify-defects')
  await player.do(customer.phone, 'rectify-defects', {
    rectified: (rectified as readonly { defectId: string }[]).map(({ defectId }) => ({
      defectId,
      done: '已更换并重新试验，合格',
      photos: [],
    })),
    wishedOn: player.today,
    note: '',
  })
}

export async function installMeter(player: Player, serial: number): Promise<void> {
  const proposed = (await player.prefill('sun-li', 'install-meter')) as Readonly<
    Partial<Record<'meters' | 'removedMeters', readonly Record<string, unknown>[]>>
  >
  const meters = proposed.meters ?? []
  const number = (offset: number) => `33${String(10_000_000 + serial * 10 + offset)}`
  await player.do('sun-li', 'install-meter', {
    installedAt: player.now,
    installedBy: '孙立',
    meters: meters.map((meter, index) => ({
      ...meter,
      meterNumber: number(index),
      verifiedOn: player.day('2026-02-10'),
      certificateNumber: `JD2026-${number(index)}`,
      ctPolarityChecked: meter.ctRatio !== undefined,
      wiringCorrect: true,
      seals: [`FY${number(index)}`, `FY${number(index)}B`],
      readings: { totalKwh: 0, peakKwh: 0, flatKwh: 0, valleyKwh: 0 },
    })),
    removedMeters: (proposed.removedMeters ?? []).map((meter) => ({
      ...meter,
      lastReadings: { totalKwh: 48_213.6, peakKwh: 19_120.2, flatKwh: 17_884.1, valleyKwh: 11_209.3 },
      sealsIntact: true,
    })),
    terminal: { terminalNumber: `ZD${number(9)}`, online: true },
    location: place,
    photos: [],
    note: '',
  })
}

/** 停(送)电计划 of live work, from the time now. */
export async function planOutage(player: Player, to: string): Promise<void> {
  await player.do('qin-feng', 'plan-outage', {
    manner: 'live',
    plannedFrom: player.now,
    plannedTo: player.instant(to).toISOString(),
    customersConcerned: 0,
    approvedBy: '秦峰',
    note: '带电作业，不停电',
  })
}

export const tieInForm = (player: Player) => ({
  tiedInAt: player.now,
  workLeader: '曹运',
  workTicketNumber: `GZP-${player.today}`,
  photos: [],
  note: '',
})

export const energiseForm = (player: Player) => ({
  energisedAt: player.now,
  operator: '吴鹏',
  guardian: '孙立',
  switchingOrderNumber: `CZP-${player.today}`,
  note: '',
})

/** Tie-in to the signed energising form; the dispatcher permits high voltage, distribution operation low voltage. */
export async function switchOn(
  player: Player,
  customer: StoryCustomer,
  { dispatcher, dualSource = false }: { dispatcher: string; dualSource?: boolean },
): Promise<void> {
  await player.do('cao-yun', 'tie-in', tieInForm(player))
  await player.do('liu-chang', 'check-before-energising', {
    checkedAt: player.now,
    firstChecker: '刘畅',
    secondChecker: '高建军',
    groundingRemoved: true,
    switchesOpen: true,
    insulationGood: true,
    protectionSet: true,
    peopleClear: true,
    photos: [],
    note: '',
  })
  await player.do(dispatcher, 'permit-energising', {
    permittedAt: player.now,
    permittedBy: '值班调度',
    receivedBy: '吴鹏',
    orderNumber: `DD-${player.today}`,
    note: '',
  })
  await player.do('wu-peng', 'energise', energiseForm(player))
  await player.do('wu-peng', 'check-on-load', {
    checkedAt: player.now,
    checkedBy: '吴鹏',
    phaseRotationRight: true,
    meterRunsRight: true,
    ...(dualSource ? { phasedAt: player.now, phasesMatch: true } : {}),
    note: '',
  })
  await player.do(customer.phone, 'sign-energising-form', {
    signature: await player.signature(customer, 'sign-energising-form'),
    opinion: '',
  })
}

export async function aftercare(player: Player, serial: number): Promise<void> {
  await player.do('wei-qing', 'set-up-billing', {
    ...pick(await player.prefill('wei-qing', 'set-up-billing'), ['priceBasis']),
    meterReadingDay: 1,
    confirmed: true,
    note: '',
  })
  const { materials } = await player.prefill('fan-rui', 'archive-file')
  await player.do('fan-rui', 'archive-file', {
    archiveNumber: `DA-2026-${String(serial).padStart(5, '0')}`,
    place: '档案室 3 柜 2 层',
    materials,
    note: '',
  })
}

function pick(values: Record<string, unknown>, keys: readonly string[]): Record<string, unknown> {
  return Object.fromEntries(keys.filter((key) => values[key] !== undefined).map((key) => [key, values[key]]))
}

export async function returnVisit(player: Player, manager: string, satisfaction = 5): Promise<void> {
  await player.do(manager, 'return-visit', {
    visitedAt: player.now,
    channel: 'phone',
    reached: true,
    satisfaction,
    comment: '办得快，讲得清楚',
  })
}

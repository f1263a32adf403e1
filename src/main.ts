import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import {
  type Actor,
  actorRef,
  type CaseFile,
  CaseFiles,
  caseVerbs,
  companyDetails,
  type DocumentOrder,
  maySeeCase,
  type PublishedStandards,
} from '#casefile'
import { acceptanceUseCases, acceptanceVerbs } from '#journey/acceptance'
import { aftercareUseCases, aftercareVerbs, billingHandlers } from '#journey/aftercare'
import { labels as aftercareLabels } from '#journey/aftercare/labels'
import { contractUseCases, contractVerbs } from '#journey/contract'
import { labels as contractLabels } from '#journey/contract/labels'
import { endOfSupplyUseCases } from '#journey/end-of-supply'
import { labels as endOfSupplyLabels } from '#journey/end-of-supply/labels'
import { energiseUseCases } from '#journey/energise'
import { labels as energiseLabels } from '#journey/energise/labels'
import { supplyPlanUseCases, supplyPlanVerbs } from '#journey/supply-plan'
import { labels as supplyPlanLabels } from '#journey/supply-plan/labels'
import { worksUseCases, worksVerbs } from '#journey/works'
import { labels as worksLabels } from '#journey/works/labels'
import { accept, dateInShanghai, newId, type Result, refuse } from '#kernel'
import {
  type Accounts,
  createAccounts,
  type DemonstrationAccount,
  readServerSecret,
  writeAccountsFile,
} from '#platform/accounts/index'
import { type ClockKind, type Database, openDatabase } from '#platform/database/index'
import { formNotices } from '#platform/documents/form-notices'
import { renderDocument } from '#platform/documents/render-document'
import { Endings } from '#platform/endings'
import { FileStore, readUploadLimits } from '#platform/files/index'
import {
  checkRights,
  createHttpApp,
  type FilePort,
  type Log,
  listen,
  logToStandardError,
  readDatabaseTrouble,
  readServerClock,
  throwRefusal,
} from '#platform/http/index'
import { type BackgroundWork, startBackgroundWork } from '#platform/jobs/index'
import { openSenders } from '#platform/mail/index'
import { listStaff } from '#workforce/people/index'
import { catalogueOf } from './api/catalogue.ts'
import { contractOf } from './api/contract.ts'
import { deliverNotices } from './api/deliver-notices.ts'
import { rights } from './api/rights.ts'
import { routerOf } from './api/router.ts'
import type { Tongdian } from './api/tongdian.ts'
import { CheckpointFolder, keepCheckpoints } from './casefile/audit/index.ts'
import { compareProjections } from './casefile/compare-projections.ts'
import { decideTimer } from './casefile/limit-watch.ts'
import { countOpenByManager } from './casefile/views/case-list.ts'
import { findCaseId, nextCaseNumber } from './casefile/views/case-number.ts'
import { CaseReader, CaseWriter, forgetAnswers } from './casefile/write/index.ts'
import { foundDemonstration, foundEmptyCompany } from './founding/found-company.ts'
import { CapacityLedger, tellCases } from './service/capacity-ledger/index.ts'
import { ReportThread, settleFinding, WhatIfRuns } from './service/insight/index.ts'
import { NetworkRoom, type NetworkShelf } from './service/network/index.ts'
import { proveHandedIn } from './service/plan-options/index.ts'
import { checkSignatureCode, type SignatureCodePorts } from './service/signature-code/index.ts'
import { publishShipped, readShippedStandards, StandardsShelf } from './service/standards/index.ts'
import type { TerrainShelf } from './service/terrain/index.ts'
import { playDemonstration } from './stories/demonstration-cases.ts'

export interface StartOptions {
  readonly dataFolder: string
  /** 0: any free port. */
  readonly port: number
  readonly clock: ClockKind
  /** An open database to serve on; who gives it closes it. Undefined: one is opened, and closed with the server. */
  readonly database?: Database
  /** The company customers sign in to; TONGDIAN_COMPANY, or the first there is. */
  readonly companyId?: string
  /** What a database without a company gets: the demonstration with its cases, only its people, or one administrator. */
  readonly seed: 'demonstration' | 'people' | 'empty'
  /** Name of an empty company that is founded. */
  readonly companyName?: string
  /** Build (once) and serve portal and desk too. */
  readonly web?: boolean
  readonly log?: Log
  /** How documents are rendered; a simulated county's hundred thousands are given one sheet. */
  readonly renderDocument?: typeof renderDocument
}

export interface RunningTongdian {
  readonly url: string
  readonly tongdian: Tongdian
  readonly background: BackgroundWork
  /** Where the first administrator sets a password; only from the start that founded an empty company. */
  readonly setUpUrl?: string
  stop(): Promise<void>
}

const useCases = [
  ...acceptanceUseCases,
  ...supplyPlanUseCases,
  ...worksUseCases,
  ...contractUseCases,
  ...energiseUseCases,
  ...aftercareUseCases,
  ...endOfSupplyUseCases,
]
const verbs = [
  ...caseVerbs,
  ...acceptanceVerbs,
  ...supplyPlanVerbs,
  ...worksVerbs,
  ...contractVerbs,
  ...aftercareVerbs,
  settleFinding,
]
const labels = [supplyPlanLabels, worksLabels, contractLabels, energiseLabels, aftercareLabels, endOfSupplyLabels]

/** How long a repeated command gets its first answer; a client that tries again does so within minutes. */
const answersKeptDays = 30

/** The one place that wires rooms to platform: opens the database, founds a company where there is none, serves. */
export async function startTongdian(options: StartOptions): Promise<RunningTongdian> {
  const opened = new Endings()
  try {
    return await startOn(options.database ?? (await openOwn(options, opened)), options, opened)
  } catch (error) {
    // A start that fails half-way leaves no server of PostgreSQL and no worker behind.
    await opened.close().catch(() => undefined)
    throw error
  }
}

async function openOwn({ dataFolder, clock }: StartOptions, opened: Endings): Promise<Database> {
  const database = await openDatabase({ url: process.env.DATABASE_URL, dataFolder, clock })
  opened.add(() => database.close())
  return database
}

async function startOn(database: Database, options: StartOptions, opened: Endings): Promise<RunningTongdian> {
  const { dataFolder } = options
  // Thousands of lines of the demonstration's own requests would carry the addresses out of sight.
  const demonstration = { isPlaying: false }
  const write = options.log ?? logToStandardError
  const log: Log = (entry) => {
    if (!demonstration.isPlaying || entry.level !== 'info') write(entry)
  }
  const root = process.env.TONGDIAN_ROOT ?? process.cwd()
  const later: { background?: BackgroundWork; publicCompanyId?: string } = {}
  const catalogue = catalogueOf(labels)
  const senders = openSenders(process.env, dataFolder, () => database.clock.now())
  const accounts = createAccounts({
    database,
    secret: readServerSecret(dataFolder, process.env.TONGDIAN_SECRET),
    codeSender: {
      send: async (phone, code) =>
        await senders.sms.send({
          messageId: `code-${newId(Date.now())}`,
          phone,
          text: `【通电】验证码 ${code}，请勿告诉他人。`,
        }),
    },
    catalogue,
    log,
    get companyId() {
      return later.publicCompanyId
    },
  })
  opened.add(() => accounts.close())
  const founded = await foundIfNew(options, database, accounts, root, log)
  const publicCompanyId = options.companyId ?? process.env.TONGDIAN_COMPANY ?? founded.companyId
  later.publicCompanyId = publicCompanyId
  const files = new FileStore(database, dataFolder)
  const shelf = new StandardsShelf(database)
  const reader = new CaseReader(database)
  const writer = new CaseWriter(database, { wroteOutbox: (companyId) => later.background?.wroteOutbox(companyId) })
  const signatureCodes: SignatureCodePorts = {
    database,
    standards: (companyId) => shelf.get(companyId),
    send: async (customerKey, code) => {
      const phone = await accounts.findPhone(customerKey)
      if (!phone) return
      const text = `【通电】签名验证码 ${code}，用于签署本次用电业务文件，请勿告诉他人。`
      await senders.sms.send({ messageId: `signature-${newId(Date.now())}`, phone, text })
    },
  }
  const importLimit = readUploadLimits().networkImport
  const network = new NetworkRoom({
    database,
    importLimit,
    standards: (companyId) => shelf.get(companyId),
    listPromised: async (companyId) => await ledger.taken(companyId),
    settlePromised: async (companyId, now) => await ledger.settle(companyId, now),
  })
  const ledger = openLedger(database, network.shelf)
  const { ground } = network
  const render = options.renderDocument ?? renderDocument
  const parts = { database, reader, writer, shelf, files, signatureCodes, ground, network, render, ledger }
  const caseFiles = openCaseFiles(parts)
  const checkpoints = keepCheckpoints(
    database,
    new CheckpointFolder(process.env.TONGDIAN_CHECKPOINTS ?? join(dataFolder, 'checkpoints')),
    (what, error) =>
      log({
        level: 'error',
        event: readDatabaseTrouble(error) ? 'database-away' : 'internal-error',
        route: what,
        detail: String(error),
      }),
  )
  opened.add(() => checkpoints.stop())
  const background = await startBackgroundWork({
    database,
    trouble: (what, error) =>
      log({
        level: 'error',
        event: readDatabaseTrouble(error) ? 'database-away' : 'internal-error',
        route: `background: ${what}`,
        detail: error instanceof Error ? (error.stack ?? error.message) : String(error),
      }),
    handlers: {
      ...deliverNotices({ database, senders, accounts, labels: Object.assign({}, ...labels) }),
      ...tellCases(caseFiles),
      ...billingHandlers({ url: process.env.BILLING_URL, caseFiles }),
    },
    nightly: {
      'compare-projections': async () =>
        await compareProjections(database, reader, shelf, ({ caseId, detail }) =>
          log({
            level: 'error',
            event: 'internal-error',
            route: 'compare-projections',
            detail: `${caseId}: ${detail}`,
          }),
        ),
      'forget-answers': async () =>
        void (await forgetAnswers(database, new Date(database.clock.now().getTime() - answersKeptDays * 86_400_000))),
      // The name under which the nightly job is known in databases that run already.
      'expire-capacity': async () => await ledger.settleAll(database.clock.now()),
      'forget-old-sign-ins': async () => await accounts.forgetOld(new Date()),
    },
    onTimer: async (timer) => {
      const actor: Actor = { kind: 'system', companyId: timer.companyId, name: 'limit-watch' }
      const command = { actor, commandId: `timer:${timer.timerId}`, form: timer.body }
      const recorded = await caseFiles.record(timer.caseId, timer.kind, command, (file, standards) =>
        decideTimer(file, timer.kind, timer.body, standards.calendar),
      )
      if (!recorded.ok) throw new Error(`refused: ${recorded.refusal.code}`)
      return await caseFiles.findTimer(timer.companyId, timer.caseId)
    },
  })
  opened.add(() => background.stop())
  later.background = background
  const reports = new ReportThread(database)
  const whatIfRuns = new WhatIfRuns()
  opened.add(() => reports.close())
  opened.add(() => whatIfRuns.close())
  const logs = new ReportThread(database)
  opened.add(() => logs.close())
  const tongdian: Tongdian = {
    database,
    reader,
    caseFiles,
    shelf,
    useCases,
    verbs,
    publicCompanyId,
    signatureCodes,
    reports,
    logs,
    network,
    ledger,
    whatIfRuns,
    staffAccounts: {
      invite: async (account) => await accounts.inviteStaff(account),
      deactivate: async (companyId, staffId) => void (await accounts.deactivate({ companyId, staffId })),
      changed: async (companyId, staffId) => await accounts.forgetStaff({ companyId, staffId }),
    },
    customerKeyOf: async (actor, applicant) => await customerKeyOf(accounts, actor, applicant),
    now: () => database.clock.now(),
  }
  const contract = contractOf(useCases, verbs)
  const faults = checkRights(contract, rights)
  if (faults.undeclared.length > 0) throw new Error(`routes without rights: ${faults.undeclared.join(', ')}`)
  const serverClock = readServerClock(database)
  // Base64 carries three bytes in four letters; the rest of the body is small.
  const importBytes = Math.ceil((importLimit.mostBytes * 4) / 3) + 64 * 1024
  const app = createHttpApp({
    contract,
    router: routerOf(contract, tongdian) as never,
    rights,
    catalogue,
    accounts,
    log,
    clock: {
      ...serverClock,
      ...(database.testClock ? { setTestClock: async (now) => await moveClock(database, background, now) } : {}),
    },
    version: '0.1.0',
    maxBodyBytes: 8 * 1024 * 1024,
    largerBodies: { '/api/v1/network/versions': importBytes, '/api/v1/network/ground': importBytes },
    databaseIsUp: () => database.isReachable(),
    files: filePort(files, caseFiles),
    ...(options.web ? { webRoot: join(root, 'dist', 'web') } : {}),
  })
  const server = await listen(app, { port: options.port })
  if (founded.isNew && options.seed === 'demonstration') {
    demonstration.isPlaying = true
    const history = makeHistory(server.url, dataFolder, database).finally(() => {
      demonstration.isPlaying = false
    })
    opened.add(async () => await history)
  }
  opened.add(() => server.close())
  const { setupToken } = founded
  return {
    url: server.url,
    tongdian,
    background,
    ...(setupToken ? { setUpUrl: `${server.url}/desk/set-up?token=${setupToken}` } : {}),
    stop: () => opened.close(),
  }
}

/** The demonstration company's cases, played while the pages are already served; then the clock follows the real time. */
async function makeHistory(url: string, dataFolder: string, database: Database): Promise<void> {
  const accounts = JSON.parse(readFileSync(join(dataFolder, 'accounts.json'), 'utf8')) as DemonstrationAccount[]
  console.error('Demonstration cases are being made by playing real commands (about half a minute) …')
  try {
    const made = await playDemonstration({ baseUrl: url, accounts, dataFolder }, new Date())
    console.error(`${made} demonstration cases are made.`)
  } catch (error) {
    console.error(`The demonstration cases could not all be made: ${String(error)}`)
  } finally {
    await database.testClock?.set(null)
  }
}

/** Timers between now and then fire at their own time; letting the clock go back to real time fires nothing. */
async function moveClock(database: Database, background: BackgroundWork, now: Date | null): Promise<void> {
  if (now === null || now <= database.clock.now()) await database.testClock?.set(now)
  else await background.advanceTestClock(now)
}

async function foundIfNew(
  options: StartOptions,
  database: Database,
  accounts: Accounts,
  root: string,
  log: Log,
): Promise<{ companyId: string; isNew: boolean; setupToken?: string }> {
  const standards = readShippedStandards(join(root, 'standards'))
  const companies = await database.listCompanies()
  for (const { companyId } of companies) {
    const own = await publishShipped(database, companyId, standards, database.clock.now())
    for (const standard of own) log({ level: 'warn', event: 'own-standard-kept', detail: `${companyId}: ${standard}` })
  }
  const [company] = companies
  if (company) return { companyId: company.companyId, isNew: false }
  if (options.seed === 'empty') {
    const founded = await foundEmptyCompany({ database, accounts, standards }, options.companyName)
    return { companyId: founded.companyId, isNew: true, setupToken: founded.setupToken }
  }
  const town = {
    network: readFileSync(join(root, 'standards/demonstration/network.csv'), 'utf8'),
    ground: new Uint8Array(readFileSync(join(root, 'standards/demonstration/ground.geojson'))),
  }
  const founded = await foundDemonstration({ database, accounts, standards, town })
  writeAccountsFile(options.dataFolder, founded.accounts)
  return { companyId: founded.companyId, isNew: true }
}

interface CaseFileParts {
  readonly database: Database
  readonly reader: CaseReader
  readonly writer: CaseWriter
  readonly shelf: StandardsShelf
  readonly files: FileStore
  readonly signatureCodes: SignatureCodePorts
  readonly ground: TerrainShelf
  readonly network: NetworkRoom
  readonly render: typeof renderDocument
  readonly ledger: CapacityLedger
}

/** The ledger counts against the network in force; a company without one promises nothing by it. */
function openLedger(database: Database, shelf: NetworkShelf): CapacityLedger {
  return new CapacityLedger({
    database,
    findNetwork: async (companyId, now) => {
      const inForce = await shelf.get(companyId, dateInShanghai(now))
      if (!inForce.ok) return undefined
      const { prepared, open, standards } = inForce.value
      const { network } = prepared
      return { network, open, measured: network.measured, parameters: standards.parameters }
    },
  })
}

function openCaseFiles(parts: CaseFileParts): CaseFiles {
  const { database, reader, writer, shelf, files, signatureCodes, ground, network, render, ledger } = parts
  const caseFiles: CaseFiles = new CaseFiles({
    store: {
      append: async (write, also) => await writer.append(write, await ledger.rowsOf(write, also)),
      loadCase: async (companyId, caseId) => {
        const facts = await reader.loadFacts(companyId, caseId)
        const row = await reader.findCase(companyId, caseId)
        return row && { facts, tokens: row.tokens }
      },
      findVersion: async (companyId, caseId) => (await reader.findCase(companyId, caseId))?.version,
      findAnswer: (companyId, commandId) => reader.findAnswer(companyId, commandId),
      nextCaseNumber: (companyId, today) =>
        database.withCompany(companyId, (tx) => nextCaseNumber(tx, companyId, today)),
    },
    world: {
      read: (companyId, query) => database.withCompany(companyId, query),
      listStaff: (companyId) => database.withCompany(companyId, (tx) => listStaff(tx, companyId)),
      findCaseByNumber: async (companyId, caseNumber) => {
        const caseId = await database.withCompany(companyId, (tx) => findCaseId(tx, companyId, caseNumber))
        return caseId === undefined ? undefined : await caseFiles.find(companyId, caseId)
      },
      countOpenCases: (companyId) => database.withCompany(companyId, (tx) => countOpenByManager(tx, companyId)),
      listGround: async (companyId, plane) => (await ground.find(companyId, plane))?.features ?? [],
      proveOnNetwork: async (file, plan) =>
        await proveHandedIn(network, file, plan, await shelf.get(file.companyId), database.clock.now()),
      findFile: (companyId, sha256) => files.findFile(companyId, sha256),
    },
    standards: (companyId) => shelf.get(companyId),
    issue: async (companyId, order) =>
      await issueDocument({ database, files, render, standards: await shelf.get(companyId) }, companyId, order),
    checkSignatureCode: ({ companyId, customerKey }, caseId, taskId, code) =>
      checkSignatureCode(signatureCodes, { companyId, customerKey, caseId, taskId }, code),
    useCases: new Map(useCases.map((useCase) => [useCase.name, useCase])),
    now: () => database.clock.now(),
  })
  return caseFiles
}

/** Renders a document under the company's name with its published notices and keeps it; its hash goes into the fact. */
async function issueDocument(
  {
    database,
    files,
    render,
    standards,
  }: Pick<CaseFileParts, 'database' | 'files' | 'render'> & { readonly standards: PublishedStandards },
  companyId: string,
  order: DocumentOrder,
): Promise<Result<{ sha256: string; pages: number }>> {
  const { language, issuedOn, notices: own = [] } = order.document
  const library = standards.library('document', 'notices', issuedOn)
  const values = { ...companyDetails(standards, issuedOn), ...order.noticeValues }
  const published = formNotices(library, order.kind, language, issuedOn, values)
  if (!published.ok) return published
  const notices = [...own, ...published.value]
  const companies = await database.listCompanies()
  const company = companies.find((entry) => entry.companyId === companyId)?.name ?? ''
  const rendered = render({ ...order.document, company, notices }, { unprintable: 'spell-out' })
  if (!rendered.ok) return rendered
  const kept = await files.keep(
    companyId,
    { name: `${order.name}.pdf`, mediaType: 'application/pdf', bytes: rendered.value.pdf },
    'system:documents',
  )
  return accept({ sha256: kept.sha256, pages: rendered.value.pages })
}

async function customerKeyOf(
  accounts: Accounts,
  actor: Actor,
  applicant: { phone: string; contactName: string },
): Promise<string> {
  if (actor.kind === 'customer') return actor.customerKey
  const ensured = await accounts.ensureCustomer({
    companyId: actor.companyId,
    phone: applicant.phone,
    name: applicant.contactName,
  })
  return ensured.ok ? ensured.value.customerKey : throwRefusal(ensured.refusal)
}

/** A file is opened by who uploaded it, and by who may see the case it belongs to (`CASE~SHA256`). */
function filePort(files: FileStore, caseFiles: CaseFiles): FilePort {
  return {
    async receive(upload, { actor }) {
      if (!actor) return refuse({ code: 'not-signed-in' })
      const stored = await files.receive(actor.companyId, upload, actorRef(actor))
      return stored.ok ? accept({ ...stored.value }) : stored
    },
    async open(fileId, { actor }) {
      if (!actor) return refuse({ code: 'not-signed-in' })
      const [caseId, sha256] = fileId.split('~')
      if (!caseId || !sha256) return refuse({ code: 'not-found' })
      const file = await caseFiles.find(actor.companyId, caseId)
      if (!file || !maySeeCase(actor, file)) return refuse({ code: 'not-found' })
      if (!mayOpen(actor, file, sha256)) return refuse({ code: 'not-found' })
      const read = await files.readFile(actor.companyId, sha256)
      if (!read) return refuse({ code: 'not-found' })
      return accept({ body: read.content, name: read.name, mediaType: read.mediaType, size: read.bytes })
    },
  }
}

/** A customer opens what is his or was issued to him; staff every file the case names, photos of visits too. */
function mayOpen(actor: Actor, file: CaseFile, sha256: string): boolean {
  const documents = file.state.documents.filter((document) => document.sha256 === sha256)
  if (actor.kind === 'customer') return documents.some((document) => document.customerVisible)
  return documents.length > 0 || JSON.stringify(file.facts.map((fact) => fact.body)).includes(sha256)
}

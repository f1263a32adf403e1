import { once } from 'node:events'
import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import { type Actor, caseVerbs, type StaffActor } from '#casefile'
import { getAccepted } from '#kernel'
import { signInStaff } from '#platform/accounts/sign-in-client'
import { type RunningTongdian, startTongdian } from '../../src/main.ts'
import { resident } from '../../src/stories/customers.ts'
import { demonstrationPeople } from '../../src/stories/demonstration-company.ts'
import { applyOnPhone } from '../../src/stories/passages.ts'
import { Player, type StaffAccount } from '../../src/stories/player.ts'
import { say } from '../report.ts'
import { moveCases, type Round } from './clients.ts'
import type { HttpClientsData } from './http-clients.ts'

const clients = 16
const pairsInRound = 30
const clerk = 'he-min'

interface OpenedCase {
  readonly caseId: string
  readonly taskId: string
}

/**
 * The same durable transition (a clerk claims a task and gives it back) through the whole server with signing in, rights,
 * validation and routes, and straight through the pipeline of the same process: what HTTP costs.
 */
export async function measureHttp(rounds: number): Promise<{ inProcess: Round[]; overHttp: Round[] }> {
  const dataFolder = mkdtempSync(join(tmpdir(), 'tongdian-bench-http-'))
  chmodSync(dataFolder, 0o711)
  const server = await startTongdian({ dataFolder, port: 0, clock: 'test', seed: 'people', log: () => undefined })
  try {
    const accounts = JSON.parse(readFileSync(join(dataFolder, 'accounts.json'), 'utf8')) as StaffAccount[]
    const player = new Player({ baseUrl: server.url, accounts, dataFolder })
    const opened = await openCases(player)
    const result = { inProcess: [] as Round[], overHttp: [] as Round[] }
    const overHttpRound = await startHttpClients(server.url, accounts, opened)
    for (let n = 0; n <= rounds; n += 1) {
      const inProcess = await inProcessRound(server, opened, n)
      const overHttp = await overHttpRound()
      if (n === 0) continue // The first round warms both up.
      result.inProcess.push(inProcess)
      result.overHttp.push(overHttp)
      say(
        `process: claim and release: in process ${Math.round(inProcess.perSecond)}/s, over HTTP ${Math.round(overHttp.perSecond)}/s`,
      )
    }
    return result
  } finally {
    await httpClients?.terminate()
    await server.stop()
    rmSync(dataFolder, { recursive: true, force: true })
  }
}

/** Applications from the phone, each with its acceptance task open for the clerk of the unit. */
async function openCases(player: Player): Promise<readonly OpenedCase[]> {
  const opened: OpenedCase[] = []
  await player.at('2026-03-02 09:05')
  for (let n = 0; n < clients; n += 1) {
    const customer = resident(700 + n, '张三丰', `澄溪县城关镇滨河里 ${n + 1} 幢 101 室`)
    await applyOnPhone(player, {
      customer,
      category: 'resident',
      proof: 'identity-card',
      load: { requestedKw: 8, isThreePhase: false },
    })
    const task = player.case.openTasks.find((open) => open.role === 'clerk')
    if (!task)
      throw new Error(`no task for the clerk; open: ${player.case.openTasks.map((open) => open.useCase).join(', ')}`)
    opened.push({ caseId: player.case.caseId, taskId: task.taskId })
  }
  return opened
}

/** The same task of each case claimed and given back by turns, straight through the pipeline. */
async function inProcessRound(
  { tongdian }: RunningTongdian,
  opened: readonly OpenedCase[],
  round: number,
): Promise<Round> {
  const person = demonstrationPeople.find((someone) => someone.staffId === clerk)
  if (!person) throw new Error(`${clerk} does not work here`)
  const { staffId, name, unitId, grants } = person
  const actor: StaffActor & Actor = {
    kind: 'staff',
    companyId: tongdian.publicCompanyId,
    staffId,
    name,
    unitId,
    grants,
  }
  return await moveCases(clients, opened.length, (n) => ({
    open: async () => undefined,
    steps: Array.from({ length: pairsInRound * 2 }, (_, step) => async () => {
      const { caseId = '', taskId = '' } = opened[n] ?? {}
      const verb = caseVerbs.find((candidate) => candidate.name === (step % 2 === 0 ? 'claim-task' : 'release-task'))
      if (!verb) throw new Error('claiming and releasing are no verbs any more')
      const command = { actor, commandId: `in-process-${round}-${n}-${step}`, form: { taskId } }
      getAccepted(await tongdian.caseFiles.doVerb(caseId, verb, command))
    }),
  }))
}

let httpClients: Worker | undefined

/** Signs the clerk in and gives what plays one round over HTTP. */
async function startHttpClients(
  url: string,
  accounts: readonly StaffAccount[],
  tasks: readonly OpenedCase[],
): Promise<() => Promise<Round>> {
  const account = accounts.find((candidate) => candidate.login === clerk)
  if (!account) throw new Error(`accounts.json has no ${clerk}`)
  const workerData: HttpClientsData = {
    url,
    cookie: await signInStaff(url, account),
    clients,
    pairs: pairsInRound,
    tasks,
  }
  const worker = new Worker(new URL('./http-clients.ts', import.meta.url), { workerData })
  httpClients = worker
  return async () => {
    worker.postMessage('round')
    const [round] = (await once(worker, 'message')) as [Round]
    return round
  }
}

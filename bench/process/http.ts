import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Actor, caseVerbs, type StaffActor } from '#casefile'
import { getAccepted } from '#kernel'
import { type RunningTongdian, startTongdian } from '../../src/main.ts'
import { resident } from '../../src/stories/customers.ts'
import { demonstrationPeople } from '../../src/stories/demonstration-company.ts'
import { applyOnPhone } from '../../src/stories/passages.ts'
import { Player, type StaffAccount } from '../../src/stories/player.ts'
import { say } from '../report.ts'
import { moveCases, type Round } from './clients.ts'

const clients = 16
const pairsInRound = 30

interface OpenedCase {
  readonly caseId: string
  readonly taskId: string
  readonly login: string
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
    for (let n = 0; n <= rounds; n += 1) {
      const inProcess = await claimAndRelease(opened, n, inProcessCaller(server))
      const overHttp = await claimAndRelease(opened, n, httpCaller(player))
      if (n === 0) continue // The first round warms both up.
      result.inProcess.push(inProcess)
      result.overHttp.push(overHttp)
      say(
        `process: claim and release: in process ${Math.round(inProcess.perSecond)}/s, over HTTP ${Math.round(overHttp.perSecond)}/s`,
      )
    }
    return result
  } finally {
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
    opened.push({ caseId: player.case.caseId, taskId: task.taskId, login: 'he-min' })
  }
  return opened
}

type Call = (verb: 'claim-task' | 'release-task', on: OpenedCase, commandId: string) => Promise<void>

async function claimAndRelease(opened: readonly OpenedCase[], round: number, call: Call): Promise<Round> {
  return await moveCases(clients, clients, (n) => {
    const on = opened[n % opened.length] as OpenedCase
    return {
      open: async () => undefined,
      steps: Array.from({ length: pairsInRound * 2 }, (_, step) => async () => {
        await call(step % 2 === 0 ? 'claim-task' : 'release-task', on, `${call.name}-${round}-${n}-${step}`)
      }),
    }
  })
}

function inProcessCaller({ tongdian }: RunningTongdian): Call {
  const person = demonstrationPeople.find((someone) => someone.staffId === 'he-min')
  if (!person) throw new Error('he-min does not work here')
  const { staffId, name, unitId, grants } = person
  const actor: StaffActor & Actor = {
    kind: 'staff',
    companyId: tongdian.publicCompanyId,
    staffId,
    name,
    unitId,
    grants,
  }
  return async function inProcess(verbName, { caseId, taskId }, commandId) {
    const verb = caseVerbs.find((candidate) => candidate.name === verbName)
    if (!verb) throw new Error(`no verb ${verbName}`)
    getAccepted(await tongdian.caseFiles.doVerb(caseId, verb, { actor, commandId, form: { taskId } }))
  }
}

function httpCaller(player: Player): Call {
  return async function overHttp(verbName, { caseId, taskId, login }) {
    await player.call('POST', `/api/v1/cases/${caseId}/${verbName}`, { taskId }, login)
  }
}

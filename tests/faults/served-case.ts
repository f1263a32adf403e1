import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect } from 'vitest'
import { type RunningTongdian, startTongdian } from '../../src/main.ts'
import type { Database } from '../../src/platform/database/index.ts'
import { lvResident } from '../../src/stories/lv-resident.ts'
import { Player, type StaffAccount, StoppedAtStage } from '../../src/stories/player.ts'
import { type Reply, sendTo } from '../journey/open-journey.ts'

/** A server about to meet a fault, and on it a resident's case half-way. */
export interface ServedCase {
  readonly server: RunningTongdian
  readonly player: Player
  /** Everything the server logged as a mistake of its own. */
  readonly internalErrors: readonly string[]
  /** The customer writes a message into the case. */
  post(text: string, commandId: string, language?: string): Promise<Reply>
  /** Messages the case holds, oldest first. */
  listPosted(): Promise<readonly (string | undefined)[]>
  /** Another case of the kind, from application to close. */
  playAnother(): Promise<void>
}

/** `database`: one to go through instead of the server's own. */
export async function serveCase(dataFolder: string, database?: Database): Promise<ServedCase> {
  const internalErrors: string[] = []
  const server = await startTongdian({
    ...(database ? { database } : {}),
    dataFolder,
    port: 0,
    clock: 'test',
    seed: 'people',
    log: (entry) => void (entry.event === 'internal-error' && internalErrors.push(`${entry.route}: ${entry.detail}`)),
  })
  try {
    const accounts = JSON.parse(readFileSync(join(dataFolder, 'accounts.json'), 'utf8')) as StaffAccount[]
    const people = { baseUrl: server.url, accounts, dataFolder }
    const player = new Player({ ...people, until: 'plan-reply' })
    await expect(lvResident.play(player, lvResident.customer)).rejects.toThrow(StoppedAtStage)
    const cookie = await player.cookieOf(lvResident.customer.phone)
    const path = `/api/v1/cases/${player.case.caseId}/post-message`
    return {
      server,
      player,
      internalErrors,
      post: async (text, commandId, language = 'zh-CN') =>
        await sendTo(server.url, 'POST', path, { body: { text }, commandId, language }, cookie),
      async listPosted() {
        const { facts } = (await player.view('liu-jianping')) as { facts: { type: string; body: { text?: string } }[] }
        return facts.filter((fact) => fact.type === 'message-posted').map((fact) => fact.body.text)
      },
      async playAnother() {
        const another = new Player(people, player)
        await lvResident.play(another, lvResident.customer)
        expect(another.case.status).toBe('closed')
      },
    }
  } catch (error) {
    await server.stop()
    throw error
  }
}

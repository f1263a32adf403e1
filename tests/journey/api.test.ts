import { Validator } from '@seriousme/openapi-schema-validator'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { rights } from '../../src/api/rights.ts'
import {
  type ApiDescription,
  arbitraryRequest,
  type FuzzRequest,
  judgeAnswer,
} from '../../src/platform/http/fuzz-requests.ts'
import { greenChannel } from '../../src/stories/green-channel.ts'
import { hvFactory } from '../../src/stories/hv-factory.ts'
import { lvResident } from '../../src/stories/lv-resident.ts'
import { type Player, StoppedAtStage } from '../../src/stories/player.ts'
import type { Story } from '../../src/stories/story.ts'
import { type Journey, openJourney } from './open-journey.ts'

/** The real contract, described and fuzzed: what is sent may be anything, what comes back is always what the description says. */
let journey: Journey
let description: ApiDescription
const opened: Player[] = []

async function openCase(story: Story, until: string): Promise<void> {
  const player = journey.newPlayer({ until })
  await expect(story.play(player, story.customer)).rejects.toThrow(StoppedAtStage)
  opened.push(player)
}

beforeAll(async () => {
  journey = await openJourney()
  for (const [story, until] of [
    [lvResident, 'acceptance'],
    [lvResident, 'works'],
    [hvFactory, 'completion-inspection'],
    [greenChannel, 'connect'],
  ] as const)
    await openCase(story, until)
  description = (await journey.send('GET', '/api/openapi.json')).body as ApiDescription
})
afterAll(async () => await journey.close())

describe('the description', () => {
  it('is valid OpenAPI 3.1', async () => {
    const result = await new Validator().validate(structuredClone(description) as never)
    expect(result.errors ?? []).toEqual([])
    expect(result.valid).toBe(true)
    expect((description as unknown as { openapi: string }).openapi).toMatch(/^3\.1/)
  })

  it('has every route of the rights table, and each says what it refuses with', () => {
    const operations = Object.values(description.paths).flatMap((item) => Object.values(item))
    const ids = operations.map((operation) => operation.operationId ?? '')
    expect(Object.keys(rights).filter((key) => !ids.includes(key))).toEqual([])
    expect(new Set(ids).size).toBe(ids.length)
    for (const operation of operations.filter((entry) => rights[entry.operationId ?? '']))
      expect(Object.keys(operation.responses ?? {}).length, operation.operationId).toBeGreaterThan(3)
  })
})

const runs = Number(process.env.TONGDIAN_FUZZ_RUNS ?? 2_000)

describe('fuzzing', () => {
  it(`${runs} requests to every route, by everybody: no mistake of ours, nothing undocumented`, async () => {
    const callers = [
      '',
      lvResident.customer.phone,
      hvFactory.customer.phone,
      ...journey.accounts.map((account) => account.login),
    ]
    const cookies = await Promise.all(
      callers.map(async (who) => ({ who, cookie: who ? await journey.newPlayer().cookieOf(who) : '' })),
    )
    // The clock of all and the sign-ins are not what is tried here, and signing out would end the try.
    const isMeant = (path: string) => !path.startsWith('/api/test') && !path.includes('/auth/')
    const requests = arbitraryRequest(description, knownIds(), isMeant)
    const tried = new Set<string>()
    const statuses = new Map<number, number>()
    const wrong: string[] = []
    await fc.assert(
      fc.asyncProperty(requests, fc.constantFrom(...cookies), async (request, { who, cookie }) => {
        const answer = await send(request, cookie)
        tried.add(request.operationId)
        statuses.set(answer.status, (statuses.get(answer.status) ?? 0) + 1)
        const trouble = judgeAnswer(request, answer)
        if (trouble)
          wrong.push(
            `${who || 'nobody'} ${request.method} ${request.path} ${request.body?.slice(0, 300) ?? ''}: ${trouble.slice(0, 300)}`,
          )
        return true
      }),
      { numRuns: runs },
    )
    expect(wrong).toEqual([])
    expect(journey.internalErrors).toEqual([])
    expect(tried.size).toBeGreaterThan(80)
    // It must get past the doors: some succeed, some are refused by rules, some by rights.
    for (const status of [200, 401, 403, 404, 422]) expect(statuses.get(status) ?? 0, String(status)).toBeGreaterThan(0)
  })

  it('the server is well afterwards, and every case still plays', async () => {
    const health = await journey.send('GET', '/api/health')
    expect(health.body).toMatchObject({ ok: true, database: 'up' })
    const player = journey.newPlayer()
    await lvResident.play(player, lvResident.customer)
    expect((await journey.showCase(player.case.caseId)).status).toBe('closed')
  })
})

/** Ids that exist: of cases in several stages, of their open steps, of people and standards. */
function knownIds() {
  return {
    caseId: opened.map((player) => player.case.caseId),
    taskId: opened.flatMap((player) => player.case.openTasks.map((task) => task.taskId)),
    // Not those of the story that is played afterwards: an administrator may well take their roles away.
    staffId: ['tang-yue', 'zheng-an', 'lu-ming', 'no-such-person'],
    kind: ['process', 'decision', 'calendar'],
    name: ['lv-standard', 'limits', '2026'],
  }
}

async function send(request: FuzzRequest, cookie: string) {
  const { method, headers, body } = request
  const response = await fetch(`${journey.server.url}${request.path}`, {
    method,
    headers: { ...headers, ...(cookie ? { cookie } : {}) },
    ...(body === undefined ? {} : { body }),
  })
  return { status: response.status, text: await response.text() }
}

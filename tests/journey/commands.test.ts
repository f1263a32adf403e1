import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { lvResident } from '../../src/stories/lv-resident.ts'
import { uploadPaper } from '../../src/stories/paper.ts'
import { type Player, StoppedAtStage } from '../../src/stories/player.ts'
import { type Journey, openJourney, type Reply } from './open-journey.ts'

/** A command has one effect and one answer, however often and by however many it is sent. */
let journey: Journey
const { customer } = lvResident

beforeAll(async () => {
  journey = await openJourney()
  for (const who of [customer.phone, 'he-min', 'zhou-lan', 'liu-jianping']) await journey.newPlayer().cookieOf(who)
})
afterAll(async () => await journey.close())

async function openCase(until = 'acceptance'): Promise<Player> {
  const player = journey.newPlayer({ until })
  await expect(lvResident.play(player, customer)).rejects.toThrow(StoppedAtStage)
  return player
}

const messagesOf = async (caseId: string) =>
  (await journey.showCase(caseId)).facts.filter((fact) => fact.type === 'message-posted')

const post = (caseId: string, text: string, commandId: string, as = customer.phone) =>
  journey.send('POST', `/api/v1/cases/${caseId}/post-message`, { as, body: { text }, commandId })

describe('the same command again', () => {
  it('one after the other: one effect, the first answer', async () => {
    const { caseId } = (await openCase()).case
    const commandId = randomUUID()
    const first = await post(caseId, '请问何时勘查', commandId)
    await post(caseId, '另一条', randomUUID())
    const again = await post(caseId, '请问何时勘查', commandId)
    expect(first.status).toBe(200)
    expect(again).toEqual(first)
    expect((await messagesOf(caseId)).map((fact) => fact.body.text)).toEqual(['请问何时勘查', '另一条'])
  })

  it('forty times at once: one effect, forty equal answers', async () => {
    const { caseId } = (await openCase()).case
    const commandId = randomUUID()
    const replies = await Promise.all(Array.from({ length: 40 }, () => post(caseId, '请尽快', commandId)))
    expect(new Set(replies.map((reply) => JSON.stringify(reply))).size).toBe(1)
    expect(replies[0]?.status).toBe(200)
    expect(await messagesOf(caseId)).toHaveLength(1)
  })

  it('a step, forty times at once: done once, every answer names the next step', async () => {
    const player = await openCase()
    const { caseId } = player.case
    const path = `/api/v1/cases/${caseId}/tasks/${encodeURIComponent(player.taskId('accept-application'))}/accept-application`
    const commandId = randomUUID()
    const replies = await Promise.all(
      Array.from({ length: 40 }, () => journey.send('POST', path, { as: 'he-min', body: acceptance, commandId })),
    )
    expect(new Set(replies.map((reply) => JSON.stringify(reply))).size).toBe(1)
    expect(replies[0]?.body.openTasks.map((task: { useCase: string }) => task.useCase)).toEqual(['survey-site'])
    const facts = (await journey.showCase(caseId)).facts.map((fact) => fact.type)
    expect(facts.filter((type) => type === 'application-accepted')).toHaveLength(1)
    expect(facts.filter((type) => type === 'document-issued')).toHaveLength(1)
  })

  it('an application, ten times at once: one case', async () => {
    const player = await openCase()
    const form = (await journey.showCase(player.case.caseId)).facts.find(
      (fact) => fact.type === 'application-submitted',
    )
    expect(form).toBeDefined()
    const before = await listOwn()
    const body = await applicationForm()
    const commandId = randomUUID()
    const replies = await Promise.all(
      Array.from({ length: 10 }, () =>
        journey.send('POST', '/api/v1/applications', { as: customer.phone, body, commandId }),
      ),
    )
    expect(replies.map((reply) => reply.status)).toEqual(Array(10).fill(200))
    expect(new Set(replies.map((reply) => reply.body.caseId)).size).toBe(1)
    expect(await listOwn()).toBe(before + 1)
  })

  it('with the answer lost on the way: the repeat gets it, and the effect stays one', async () => {
    const { caseId } = (await openCase()).case
    const cookie = await journey.newPlayer().cookieOf(customer.phone)
    const sent: string[] = []
    for (let delayMs = 0; delayMs < 40; delayMs += 2) {
      const commandId = randomUUID()
      const text = `断线 ${delayMs}`
      const cut = new AbortController()
      setTimeout(() => cut.abort(), delayMs)
      await fetch(`${journey.server.url}/api/v1/cases/${caseId}/post-message`, {
        method: 'POST',
        signal: cut.signal,
        headers: { 'content-type': 'application/json', 'idempotency-key': commandId, cookie },
        body: JSON.stringify({ text }),
      }).catch(() => undefined)
      expect((await post(caseId, text, commandId)).status).toBe(200)
      sent.push(text)
    }
    expect((await messagesOf(caseId)).map((fact) => fact.body.text).sort()).toEqual(sent.sort())
  })
})

describe('the same id for something else', () => {
  it('is refused: another body, another case, another person', async () => {
    const { caseId } = (await openCase()).case
    const other = (await openCase()).case.caseId
    const commandId = randomUUID()
    await post(caseId, '第一条', commandId)
    const refused: Reply[] = [
      await post(caseId, '第二条', commandId),
      await post(other, '第一条', commandId),
      await post(caseId, '第一条', commandId, 'zhou-lan'),
    ]
    expect(refused.map(({ status, code }) => `${status} ${code}`)).toEqual(Array(3).fill('422 command-id-reused'))
    expect(await messagesOf(caseId)).toHaveLength(1)
    expect(await messagesOf(other)).toHaveLength(0)
  })

  it('a command without an id is refused before anything happens', async () => {
    const { caseId } = (await openCase()).case
    const cookie = await journey.newPlayer().cookieOf(customer.phone)
    const response = await fetch(`${journey.server.url}/api/v1/cases/${caseId}/post-message`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', cookie },
      body: JSON.stringify({ text: '没有编号' }),
    })
    expect(response.status).toBe(422)
    expect(((await response.json()) as Reply['body']).faults[0].path).toBe('Idempotency-Key')
    expect(await messagesOf(caseId)).toHaveLength(0)
  })
})

describe('two people on one task', () => {
  it('the second is told who was first', async () => {
    const player = await openCase()
    const { caseId } = player.case
    const taskId = player.taskId('accept-application')
    const path = `/api/v1/cases/${caseId}/tasks/${encodeURIComponent(taskId)}/accept-application`
    const replies = await Promise.all(
      ['he-min', 'zhou-lan'].map((as) => journey.send('POST', path, { as, body: acceptance, language: 'en' })),
    )
    const won = replies.findIndex((reply) => reply.status === 200)
    const lost = replies[1 - won]
    expect(replies.map((reply) => reply.status).sort()).toEqual([200, 409])
    expect(lost?.code).toBe('task-done')
    expect(lost?.body.message).toContain(won === 0 ? '何敏' : '周岚')
    const facts = (await journey.showCase(caseId)).facts
    expect(facts.filter((fact) => fact.type === 'application-accepted')).toHaveLength(1)
  })

  it('who claims second is told who holds it', async () => {
    const player = await openCase()
    const body = { taskId: player.taskId('accept-application') }
    const path = `/api/v1/cases/${player.case.caseId}/claim-task`
    expect((await journey.send('POST', path, { as: 'he-min', body })).status).toBe(200)
    const second = await journey.send('POST', path, { as: 'zhou-lan', body })
    expect([second.status, second.code]).toEqual([409, 'task-taken'])
    expect(second.body.message).toContain('何敏')
  })

  it('fifty different commands at once: none is turned away, each is there once', async () => {
    const { caseId } = (await openCase()).case
    const texts = Array.from({ length: 50 }, (_, index) => `第 ${index} 条`)
    const replies = await Promise.all(texts.map((text) => post(caseId, text, randomUUID())))
    const done = texts.filter((_, index) => replies[index]?.status === 200)
    expect(done).toEqual(texts)
    expect((await messagesOf(caseId)).map((fact) => fact.body.text).sort()).toEqual(done.sort())
    const versions = replies.flatMap((reply) => (reply.status === 200 ? [reply.body.version] : []))
    expect(new Set(versions).size).toBe(done.length)
  })
})

describe('work at the counter for a customer', () => {
  it('needs the cause of the visit, and the visit is counted', async () => {
    const player = await openCase('plan-reply')
    await player.verb('liu-jianping', 'assign-account-manager', { staffId: 'zhou-lan', reason: '按片区调整' })
    const path = `/api/v1/cases/${player.case.caseId}/record-counter-visit`
    const without = await journey.send('POST', path, { as: 'he-min', body: {} })
    expect([without.status, without.faults[0]?.path]).toEqual([422, 'cause'])
    const counter = await journey.send('POST', '/api/v1/applications', {
      as: 'he-min',
      body: { ...(await applicationForm()), channel: 'counter' },
    })
    expect([counter.status, counter.faults[0]?.path]).toEqual([422, 'counterVisit.cause'])
    const withCause = await journey.send('POST', '/api/v1/applications', {
      as: 'he-min',
      body: { ...(await applicationForm()), channel: 'counter', counterVisit: { cause: '老人不会用手机' } },
    })
    expect(withCause.status).toBe(200)
  })

  it('of a step: refused without, done and counted with', async () => {
    const player = journey.newPlayer()
    const doStep = player.do.bind(player)
    const refused: string[] = []
    player.do = async (who, useCase, form, elementId) => {
      if (useCase !== 'sign-contract') return await doStep(who, useCase, form, elementId)
      const signed = { ...form, signature: { name: customer.contactName, method: 'handwritten' } }
      const path = `/api/v1/cases/${player.case.caseId}/tasks/${encodeURIComponent(player.taskId(useCase))}/${useCase}`
      const without = await journey.send('POST', path, { as: 'he-min', body: signed })
      refused.push(`${without.status} ${without.faults[0]?.path} ${without.faults[0]?.code}`)
      return await doStep('he-min', useCase, { ...signed, counterVisit: { cause: '客户要求当面签订' } }, elementId)
    }
    await lvResident.play(player, customer)
    expect(refused).toEqual(['422 counterVisit required'])
    const view = await journey.showCase(player.case.caseId)
    expect(view.counterVisits.map((visit) => visit.cause)).toEqual(['客户要求当面签订'])
  })
})

it('nothing of all this was a mistake of the server', () => {
  expect(journey.internalErrors).toEqual([])
})

const acceptance = {
  complete: true,
  importance: 'none',
  importanceBasis: '',
  sources: 1,
  wantsShort: false,
  standardsConfirmed: false,
}

async function listOwn(): Promise<number> {
  return (await journey.send('GET', '/api/v1/my/cases', { as: customer.phone })).body.cases.length
}

/** An application like the story's, with a freshly uploaded proof. */
async function applicationForm() {
  const file = await uploadPaper(journey.newPlayer(), customer.phone, '身份证', [customer.name])
  return {
    channel: 'portal',
    kind: 'new',
    category: 'resident',
    unitId: customer.unitId,
    applicant: {
      kind: customer.kind,
      name: customer.name,
      idKind: customer.idKind,
      idNumber: customer.idNumber,
      phone: customer.phone,
      contactName: customer.contactName,
    },
    premise: { address: customer.address },
    load: { requestedKw: 8, isThreePhase: false },
    documents: [{ document: 'identity-card', file }],
    standardsConfirmed: false,
    wantsShort: false,
    privacyAgreed: true,
  }
}

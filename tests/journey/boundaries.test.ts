import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { hvFactory } from '../../src/stories/hv-factory.ts'
import { hvHospitalDual } from '../../src/stories/hv-hospital-dual.ts'
import { lvResident } from '../../src/stories/lv-resident.ts'
import { lvShopOneProof } from '../../src/stories/lv-shop-one-proof.ts'
import { accept, accountManager, applyOnPhone, energiseForm, fillPlan, survey } from '../../src/stories/passages.ts'
import { type Player, StoppedAtStage } from '../../src/stories/player.ts'
import { type Journey, openJourney, sendTo } from './open-journey.ts'

/** What clerks try first, and what comes in from outside: at the edge of a rule, or past it. */
let journey: Journey

beforeAll(async () => {
  journey = await openJourney()
})
afterAll(async () => await journey.close())

const { customer } = lvResident
const resident = {
  customer,
  category: 'resident',
  proof: 'identity-card',
  load: { requestedKw: 8, isThreePhase: false },
} as const

/** Limit, days used while stopped, and due date of a step as the team's list gives them. */
async function listed(player: Player, useCase: string) {
  const path = `/api/v1/inbox?queue=team&useCase=${useCase}`
  const { body } = await journey.send('GET', path, { as: 'liu-jianping' })
  const row = body.tasks.find((task: { case_id: string }) => task.case_id === player.case.caseId)
  return [row?.limit_days, row?.used_days, row?.due_on]
}

describe('accepting on a Friday at 17:59 before a make-up Saturday', () => {
  it('counts that Saturday as the first day', async () => {
    const player = journey.newPlayer()
    await player.at('2026-05-08 17:40')
    await applyOnPhone(player, resident)
    await player.at('2026-05-08 17:59')
    await accept(player, 'he-min')
    const limitsOf = async () =>
      (await journey.showCase(player.case.caseId)).clocks
        .find((clock) => clock.clock === 'supply-plan#1')
        ?.limits.map(({ ruleSet, limitDays, dueOn, usedDays }) => [ruleSet, limitDays, dueOn, usedDays])
    expect(await limitsOf()).toEqual(
      expect.arrayContaining([
        ['promise', 1, '2026-05-09', 0],
        ['law', 3, '2026-05-12', 0],
      ]),
    )
    await player.at('2026-05-09 23:59')
    expect((await limitsOf())?.every(([, , , used]) => used === 1)).toBe(true)
    // The list says the same of it: the one-day promise, due that Saturday.
    expect(await listed(player, 'survey-site')).toEqual([1, null, '2026-05-09'])
    const breached = async () =>
      (await journey.showCase(player.case.caseId)).facts
        .filter((fact) => fact.type === 'limit-breached')
        .map((fact) => fact.body.ruleSet)
    expect(await breached()).toEqual([])
    // Sunday begins: the promise of one working day is broken, though nobody worked since.
    await player.at('2026-05-10 00:00')
    expect(await breached()).toEqual(['promise'])
  })
})

describe('a stop of the clock', () => {
  async function started(): Promise<Player> {
    const player = journey.newPlayer()
    await player.at('2026-03-04 09:00')
    await applyOnPhone(player, resident)
    await accept(player, 'he-min')
    return player
  }
  const ask = async (player: Player, form: Record<string, unknown>, as = 'zhou-lan') => {
    const path = `/api/v1/cases/${player.case.caseId}/ask-clock-pause`
    const evidence = (await journey.showCase(player.case.caseId)).documents[0]?.sha256
    return await journey.send('POST', path, {
      as,
      body: { reasonCode: 'customer-request', reason: '客户要求延期', evidence, ...form },
    })
  }

  it('is never back-dated, never without proof or a published reason', async () => {
    const player = await started()
    const tried = [
      await ask(player, { from: '2026-03-03' }),
      await ask(player, { reasonCode: 'too-busy' }),
      await ask(player, { evidence: 'a letter I have' }),
      await ask(player, { from: '2026-02-30' }),
    ]
    expect(
      tried.map(({ status, faults }) => `${status} ${faults.map((fault) => `${fault.path}: ${fault.code}`)}`),
    ).toEqual([
      '422 from: stop-backdated',
      '422 reasonCode: unknown-stop-reason',
      '422 evidence: evidence-not-in-case',
      expect.stringMatching(/^422 from: /),
    ])
    expect(tried[0]?.body.message).toContain('2026-03-03')
    expect((await journey.showCase(player.case.caseId)).pause).toBeNull()
  })

  it('is approved by somebody who neither asked nor handles the case, and begins then', async () => {
    const player = await started()
    expect((await ask(player, {}, 'liu-jianping')).status).toBe(200)
    const approve = async (as: string) => {
      const path = `/api/v1/cases/${player.case.caseId}/approve-clock-pause`
      const reply = await journey.send('POST', path, { as, body: { approves: true, opinion: '同意停表' } })
      return `${reply.status} ${reply.code ?? 'ok'}`
    }
    expect(await approve('liu-jianping')).toBe('403 approver-is-handler')
    expect(await approve('zhou-lan')).toBe('403 no-right')
    await player.at('2026-03-06 09:00')
    expect(await approve('song-ya')).toBe('200 ok')
    await player.at('2026-03-12 09:00')
    const clock = (await journey.showCase(player.case.caseId)).clocks.find((entry) => entry.clock === 'supply-plan#1')
    // Thursday and Friday were the company's; from the approval on the days are the customer's.
    expect(clock?.daysByOwner).toMatchObject({ company: 2, customer: 4 })
    // And the list keeps what is used while it stands still.
    expect(await listed(player, 'survey-site')).toEqual([1, 2, null])
  })
})

describe('energising with an open defect, an unsigned contract and an unpaid fee', () => {
  it('is refused with all three named, in the language of who asks', async () => {
    const player = journey.newPlayer()
    const doStep = player.do.bind(player)
    player.do = async (who, useCase, form, elementId) => {
      if (useCase === 'settle-fees') return player.case
      if (useCase !== 'inspect-completion') return await doStep(who, useCase, form, elementId)
      await doStep(who, useCase, withDefect(form, player.today), elementId)
      throw new StoppedAtStage('a defect is open')
    }
    await expect(hvHospitalDual.play(player, hvHospitalDual.customer)).rejects.toThrow('a defect is open')
    const path = `/api/v1/cases/${player.case.caseId}/tasks/energise%231/energise`
    for (const [language, words] of [
      ['zh-CN', /[\u4e00-\u9fff]/],
      ['en', /^[\x20-\x7e]+/],
    ] as const) {
      const refused = await journey.send('POST', path, { as: 'wu-peng', body: energiseForm(player), language })
      expect([refused.status, refused.code]).toEqual([409, 'safety-gate'])
      const named = refused.faults.map((fault) => fault.path)
      expect(named).toEqual(expect.arrayContaining(['defects-closed', 'contract-signed', 'fees-settled']))
      for (const fault of refused.faults) expect(fault.message, fault.code).toMatch(words)
    }
    const view = await journey.showCase(player.case.caseId)
    expect(view.facts.some((fact) => fact.type === 'supply-switched-on')).toBe(false)
  })
})

function withDefect(form: Record<string, unknown>, today: string): Record<string, unknown> {
  const items = form.items as { item: string }[]
  const [first] = items
  return {
    ...form,
    items: items.map((entry) => (entry === first ? { ...entry, result: 'fail' } : entry)),
    defects: [
      {
        item: first?.item,
        description: '接地电阻超过标准',
        blocksEnergising: true,
        rectifyBy: today,
        recheck: 'site',
        photos: form.photos,
      },
    ],
    conclusion: '不合格，整改后复验',
  }
}

describe('a plan at the edges of the rules', () => {
  /**
   * By hand: transformers come in 100, 315 and 400 kVA; below 315 kVA metered on the low side (DL/T 448), from 315 kVA on the high
   * side; two-part price from 315 kVA (发改价格〔2023〕526号); compensation 20 to 30 % of the transformer.
   */
  it.each([
    { kva: 99, sources: 1, approved: 100, mode: 'hl', meteredKv: 0.4, twoPart: false },
    { kva: 100, sources: 1, approved: 100, mode: 'hl', meteredKv: 0.4, twoPart: false },
    { kva: 315, sources: 1, approved: 315, mode: 'hh', meteredKv: 10, twoPart: true },
    { kva: 316, sources: 1, approved: 400, mode: 'hh', meteredKv: 10, twoPart: true },
    { kva: 400, sources: 2, approved: 400, mode: 'hh', meteredKv: 10, twoPart: true },
  ])('$kva kVA from $sources source(s)', async ({ kva, sources, approved, mode, meteredKv, twoPart }) => {
    const plan = await proposeFor(kva, sources)
    expect(plan.approvedCapacityKva).toBe(approved)
    expect(plan.transformers.reduce((sum, row) => sum + row.capacityKva * row.count, 0)).toBe(approved)
    expect(plan.sources.map((source) => source.capacityKva)).toEqual(Array(sources).fill(approved))
    expect(plan.metering.map((point) => [point.meteringMode, point.meteredKv])).toEqual(
      Array(sources).fill([mode, meteredKv]),
    )
    for (const point of plan.metering) expect(point.tariffClass.endsWith('two-part'), point.tariffClass).toBe(twoPart)
    expect(plan.compensationKvar / approved).toBeGreaterThanOrEqual(0.2)
    // Rounded up to capacitors of 5 kvar.
    expect(plan.compensationKvar).toBeLessThan(0.3 * approved + 5)
    expect(plan.checks.filter((check) => check.verdict !== 'met')).toEqual([])
  })

  it('a typed plan that breaks them is refused field by field, unless a reason is given', async () => {
    const player = await surveyed(315, 1)
    const plan = (await fillPlan(player, 'shen-yiwen', 'draft-supply-plan')) as unknown as Plan
    const metering = plan.metering.map((point) => ({ ...point, meteringMode: 'hl', meteredKv: 0.4 }))
    const path = `/api/v1/cases/${player.case.caseId}/tasks/${encodeURIComponent(player.taskId('draft-supply-plan'))}/draft-supply-plan`
    const refused = await journey.send('POST', path, {
      as: 'shen-yiwen',
      body: { ...plan, metering, compensationKvar: 5, opinion: '按习惯' },
    })
    expect(refused.status).toBe(422)
    expect(refused.faults.length).toBeGreaterThanOrEqual(2)
    const named = JSON.stringify(refused.faults)
    expect(named).toMatch(/计量方式/)
    expect(named).toMatch(/无功补偿/)
  })
})

interface Plan {
  readonly approvedCapacityKva: number
  readonly compensationKvar: number
  readonly transformers: readonly { capacityKva: number; count: number }[]
  readonly sources: readonly { capacityKva: number }[]
  readonly metering: readonly { meteringMode: string; meteredKv: number; tariffClass: string }[]
  readonly checks: readonly { check: string; verdict: string }[]
}

async function surveyed(kva: number, sources: number): Promise<Player> {
  const player = journey.newPlayer()
  await player.at('2026-03-02 09:00')
  await applyOnPhone(player, {
    customer: hvFactory.customer,
    category: 'non-resident',
    proof: 'business-licence',
    load: { requestedKw: Math.round(kva * 0.7), requestedKva: kva, isThreePhase: true, sources },
  })
  await accept(player, 'he-min', { sources })
  const found = { approvedCapacityKva: kva, customerWorks: true, gridWorks: false, lineDistanceM: 200 }
  await survey(player, accountManager, found)
  return player
}

const proposeFor = async (kva: number, sources: number) =>
  (await (await surveyed(kva, sources)).prefill('shen-yiwen', 'draft-supply-plan')) as unknown as Plan

describe('the short process', () => {
  async function asked(load: Record<string, unknown>): Promise<Player> {
    const player = journey.newPlayer()
    await player.at('2026-03-02 09:00')
    await applyOnPhone(player, {
      customer: lvShopOneProof.customer,
      category: 'non-resident',
      proof: 'business-licence',
      load: { requestedKw: 300, requestedKva: 400, isThreePhase: true, ...load },
      wantsShort: true,
      standardsConfirmed: true,
    })
    return player
  }
  const ruleOf = async (player: Player) => {
    const view = await journey.showCase(player.case.caseId)
    const rule = view.facts.find((fact) => fact.type === 'application-accepted')?.body.refusedRule
    return { variant: view.variant, rule: String(rule ?? '') }
  }

  it('is refused to an important customer and to a residential compound, naming the rule', async () => {
    const important = await asked({})
    await accept(important, 'he-min', { importance: 'second', importanceBasis: '县经信局名单', wantsShort: true })
    expect(await ruleOf(important)).toMatchObject({
      variant: 'hv-standard',
      rule: expect.stringMatching(/重要电力用户.*供电营业规则/),
    })
    const compound = await asked({ residentialCompound: true })
    await accept(compound, 'he-min', { wantsShort: true })
    expect(await ruleOf(compound)).toMatchObject({
      variant: 'hv-standard',
      rule: expect.stringMatching(/居民住宅小区.*供电营业规则/),
    })
    const ordinary = await asked({})
    await accept(ordinary, 'he-min', { wantsShort: true })
    expect(await ruleOf(ordinary)).toEqual({ variant: 'hv-short', rule: '' })
  })

  it('waits while a grade is only suspected, and without the confirmed construction standards', async () => {
    const suspected = await asked({})
    const refused = await suspected.refusedBy(() =>
      accept(suspected, 'he-min', { importance: 'suspected', wantsShort: true }),
    )
    expect([refused.status, refused.code]).toEqual([409, 'short-variant-waits'])
    const low = await asked({ requestedKw: 40, requestedKva: undefined })
    const unconfirmed = await low.refusedBy(() =>
      accept(low, 'he-min', { wantsShort: true, standardsConfirmed: false }),
    )
    expect([unconfirmed.status, unconfirmed.code]).toEqual([409, 'short-variant-waits'])
    expect((await journey.showCase(low.case.caseId)).tasks.map((task) => task.useCase)).toEqual(['accept-application'])
  })
})

describe('what nobody knows', () => {
  it.each([
    ['a case', 'GET', '/api/v1/cases/019c0000-0000-7000-8000-000000000000', 404, 'no-such-case'],
    ['a case that is no id', 'GET', '/api/v1/cases/..%2f..%2fetc', 404, 'no-such-case'],
    ['an id longer than any', 'GET', `/api/v1/cases/${'9'.repeat(300)}`, 422, 'faulty-input'],
    ['a route', 'GET', '/api/v1/no/such/route', 404, 'unknown-route'],
    ['a verb', 'POST', '/api/v1/cases/x/explode-case', 404, 'unknown-route'],
    ['a queue', 'GET', '/api/v1/inbox?queue=everything', 422, 'faulty-input'],
    ['a page', 'GET', '/api/v1/inbox?after=bm90LWEta2V5', 422, 'faulty-input'],
    [
      'a page of another list',
      'GET',
      `/api/v1/cases?after=${Buffer.from('{"place":"x"}').toString('base64url')}`,
      422,
      'faulty-input',
    ],
    [
      'a page that is no page',
      'GET',
      `/api/v1/cases?after=${Buffer.from('null').toString('base64url')}`,
      422,
      'faulty-input',
    ],
    [
      'a date that is none',
      'GET',
      `/api/v1/cases?after=${Buffer.from('{"openedAt":"soon","caseId":"x"}').toString('base64url')}`,
      422,
      'faulty-input',
    ],
    ['a file', 'GET', '/api/v1/files/nothing', 404, 'not-found'],
    ['a standard', 'GET', '/api/v1/standards/calendar/content?name=1999', 404, 'not-found'],
    ['a kind of standard', 'GET', '/api/v1/standards/wishes/content?name=x', 422, 'faulty-input'],
  ] as const)('%s: a refusal with its code', async (_, method, path, status, code) => {
    for (const language of ['zh-CN', 'en', 'tlh', ',;q=']) {
      const reply = await journey.send(method, path, {
        as: 'liu-jianping',
        language,
        ...(method === 'POST' ? { body: {} } : {}),
      })
      expect([reply.status, reply.code]).toEqual([status, code])
      expect(reply.body.message).not.toContain(code)
      expect(JSON.stringify(reply.body)).not.toMatch(/at .*\.ts:|node_modules/)
    }
  })

  it('a role, a unit, a colleague: named as faults', async () => {
    const person = { staffId: 'new-person', name: '新人', unitId: 'nowhere', phone: '13900001111', login: 'new-person' }
    const grants = [{ role: 'clerk', unitId: 'nowhere-else', voltageClasses: ['lv'] }]
    const added = await journey.send('POST', '/api/v1/people', { as: 'administrator', body: { ...person, grants } })
    expect(added.faults.map((fault) => `${fault.path}: ${fault.code}`)).toEqual([
      'unitId: unknown-unit',
      'grants.0.unitId: unknown-unit',
    ])
    const wizard = [{ role: 'wizard', unitId: null, voltageClasses: ['lv'] }]
    const unknown = await journey.send('POST', '/api/v1/people', {
      as: 'administrator',
      body: { ...person, grants: wizard },
    })
    expect([unknown.status, unknown.faults[0]?.path]).toEqual([422, 'grants.0.role'])
    const changed = await journey.send('PATCH', '/api/v1/people/he-min', { as: 'administrator', body: { grants } })
    expect(changed.faults.map((fault) => fault.path)).toEqual(['grants.0.unitId'])
    const unit = { unitId: 'chengguan', name: '又一个', parentId: 'nowhere', kind: 'station' }
    const taken = await journey.send('POST', '/api/v1/units', { as: 'administrator', body: unit })
    expect(taken.faults.map((fault) => `${fault.path}: ${fault.code}`)).toEqual([
      'unitId: unit-id-taken',
      'parentId: unknown-unit',
    ])
    // A login that is taken leaves no person behind.
    const twice = await journey.send('POST', '/api/v1/people', {
      as: 'administrator',
      body: {
        ...person,
        unitId: 'chengguan',
        login: 'he-min',
        grants: [{ role: 'clerk', unitId: null, voltageClasses: ['lv'] }],
      },
    })
    expect([twice.status, twice.code]).toEqual([expect.any(Number), 'login-taken'])
    const { body } = await journey.send('GET', '/api/v1/people', { as: 'liu-jianping' })
    expect(body.staff.map((member: { staffId: string }) => member.staffId)).not.toContain('new-person')
  })

  it('all faults of a form at once, in the language asked for', async () => {
    const body = {
      kind: 'magic',
      category: 'resident',
      unitId: 'chengguan',
      applicant: {
        kind: 'owner',
        name: '',
        idKind: 'id-card',
        idNumber: '330102199001010000',
        phone: '12',
        contactName: '李',
      },
      premise: { address: '短' },
      load: { requestedKw: -1 },
      documents: [],
      privacyAgreed: false,
    }
    const chinese = await journey.send('POST', '/api/v1/applications', { as: customer.phone, body })
    const english = await journey.send('POST', '/api/v1/applications', { as: customer.phone, body, language: 'en' })
    const paths = chinese.faults.map((fault) => fault.path)
    for (const path of [
      'kind',
      'applicant.name',
      'applicant.phone',
      'premise.address',
      'load.requestedKw',
      'documents',
      'privacyAgreed',
    ])
      expect(paths).toContain(path)
    expect(english.faults.map((fault) => fault.path)).toEqual(paths)
    for (const fault of chinese.faults) expect(fault.message, fault.code).toMatch(/[\u4e00-\u9fff]/)
    for (const fault of english.faults) expect(fault.message, fault.code).not.toMatch(/[\u4e00-\u9fff]/)
  })
})

describe('uploads', () => {
  const upload = async (name: string, bytes: Uint8Array, type: string, as: string | undefined = customer.phone) => {
    const form = new FormData()
    form.set('file', new File([new Uint8Array(bytes)], name, { type }))
    const cookie = as ? await journey.newPlayer().cookieOf(as) : ''
    const response = await fetch(`${journey.server.url}/api/v1/files`, {
      method: 'POST',
      body: form,
      headers: { cookie, 'accept-language': 'en' },
    })
    const body = await response.json()
    return `${response.status} ${body.code ?? 'ok'}`
  }
  const text = (words: string) => new TextEncoder().encode(words)

  it('are judged by content, size and soundness, and refused with the reason', async () => {
    const jpeg = Uint8Array.from(atob('/9j/4AAQSkZJRgABAQEAYABgAAD/2wBD'), (letter) => letter.charCodeAt(0))
    expect(await upload('照片.jpg', text('#!/bin/sh\nrm -rf /\n'), 'image/jpeg')).toBe('422 file-kind-not-allowed')
    expect(await upload('程序.pdf', text('MZ\u0000\u0000 this is a program'), 'application/pdf')).toBe(
      '422 file-kind-not-allowed',
    )
    expect(await upload('半张.jpg', jpeg, 'image/jpeg')).toBe('422 file-broken')
    expect(await upload('空.pdf', new Uint8Array(0), 'application/pdf')).toBe('422 faulty-input')
    expect(
      await upload(
        '脚本.pdf',
        text('%PDF-1.7\n1 0 obj<</OpenAction<</S/JavaScript/JS(app.alert(1))>>>>endobj\n%%EOF'),
        'application/pdf',
      ),
    ).toMatch(/^422 file-(has-active-content|broken)$/)
    expect(await upload('大.pdf', new Uint8Array(25 * 1024 * 1024), 'application/pdf')).toMatch(
      /^4(13|22) (too-large|file-too-big)$/,
    )
    expect(await upload('谁的.jpg', jpeg, 'image/jpeg', '')).toBe('401 not-signed-in')
  })

  it('a form that names a file nobody uploaded is refused at that field', async () => {
    const player = journey.newPlayer()
    await player.at('2026-03-02 09:00')
    await applyOnPhone(player, resident)
    const file = { sha256: '0'.repeat(64), name: '没有.jpg' }
    const cookie = await journey.newPlayer().cookieOf(customer.phone)
    const path = `/api/v1/cases/${player.case.caseId}/supply-supplement`
    const refused = await sendTo(
      journey.server.url,
      'POST',
      path,
      { body: { documents: [{ document: 'evidence', file }] } },
      cookie,
    )
    expect(refused.faults.map((fault) => `${fault.path}: ${fault.code}`)).toEqual([
      expect.stringMatching(/^documents\.0\.file.*: file-not-uploaded$/),
    ])
  })
})

it('nothing of all this was a mistake of the server', () => {
  expect(journey.internalErrors).toEqual([])
})

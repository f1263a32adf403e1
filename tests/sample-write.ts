import {
  type CaseWrite,
  canonicalJson,
  type FactRow,
  hashFact,
  noHash,
  type Plain,
  uuidOf,
} from '../src/casefile/write/index.ts'

/** What a sample write differs in from the plain one. */
export interface SampleWriteOptions {
  readonly companyId: string
  readonly caseId: string
  readonly commandId: string
  /** Head of the case: version and hash; none: the write opens it. */
  readonly head?: { readonly version: number; readonly hash: string }
  readonly facts?: readonly { readonly type: string; readonly body: Plain }[]
  readonly at?: string
  readonly answer?: string
  readonly bodyHash?: string
  readonly customerName?: string
}

/** A complete, rightly chained write of a low-voltage case with one task, one timer and one message. */
export function sampleWrite(options: SampleWriteOptions): CaseWrite {
  const { companyId, caseId, commandId, head = { version: 0, hash: noHash }, at = '2026-03-02T01:00:00.000Z' } = options
  const facts = chainFacts(options, head, at)
  const version = head.version + facts.length
  const caseNumber = `TD-${caseId}`
  const customerName = options.customerName ?? '张三丰'
  const address = '杭州市西湖区解放路12号'
  const shown = { kind: 'new-supply', variant: 'lv-standard', caseNumber, customerName, flags: [] }
  return {
    companyId,
    caseId,
    commandId,
    bodyHash: options.bodyHash ?? `body of ${commandId}`,
    answer: options.answer ?? canonicalJson({ caseId, version }),
    expectedVersion: head.version,
    row: {
      ...shown,
      caseId,
      version,
      headHash: facts.at(-1)?.hash ?? head.hash,
      status: 'open',
      processName: 'lv-standard',
      processVersion: 1,
      stage: 'supply-plan',
      unitId: 'xihu',
      voltageClass: 'lv',
      customerKey: '13900000000',
      address,
      capacityKva: 12.5,
      accountManager: 'zhou-lan',
      tokens: canonicalJson({ tokens: [{ at: 'survey-site', id: version }] }),
      dueOn: '2026-03-09',
      openedAt: '2026-03-02T01:00:00.000Z',
      changedAt: at,
      search: `${customerName} ${caseNumber} ${address}`,
    },
    facts,
    tasks: {
      set: [
        {
          ...shown,
          taskId: `survey-site#${version}`,
          elementId: 'survey-site',
          useCase: 'survey-site',
          role: 'account-manager',
          unitId: 'xihu',
          voltageClass: 'lv',
          stage: 'supply-plan',
          assignee: null,
          candidates: [],
          openedAt: at,
          clockOwner: 'company',
          dueOn: '2026-03-09',
          urgency: 1,
          state: 'open',
          limitDays: null,
          usedDays: null,
        },
      ],
      closed: head.version > 0 ? [`survey-site#${head.version}`] : [],
    },
    timers: {
      set: [
        { timerId: `${caseId}/warn/${version}`, dueAt: '2026-03-05T01:00:00.000Z', kind: 'limit-warning', body: '{}' },
      ],
      cleared: head.version > 0 ? [`${caseId}/warn/${head.version}`] : [],
    },
    outbox: [
      { outboxId: uuidOf(`${companyId}/${commandId}`), kind: 'mail', body: canonicalJson({ to: 'a@b.c', caseId }) },
    ],
  }
}

function chainFacts(
  options: SampleWriteOptions,
  head: { version: number; hash: string },
  at: string,
): readonly FactRow[] {
  const { companyId, caseId, commandId } = options
  const chained: FactRow[] = []
  const contents = options.facts ?? [
    { type: 'task-completed', body: { taskId: 'x#1', useCase: 'accept-application' } },
    { type: 'task-opened', body: { elementId: 'survey-site', role: 'account-manager' } },
  ]
  for (const [index, { type, body }] of contents.entries()) {
    const fact = {
      seq: head.version + index + 1,
      type,
      happenedAt: at,
      recordedAt: at,
      actor: 'staff:zhou-lan',
      commandId,
      body: canonicalJson(body),
      prevHash: chained.at(-1)?.hash ?? head.hash,
    }
    chained.push({ ...fact, hash: hashFact(companyId, caseId, fact) })
  }
  return chained
}

import { z } from 'zod'
import {
  CaseFiles,
  type CaseStore,
  type OpenCase,
  type PublishedStandards,
  type StaffActor,
  taskUseCase,
} from '#casefile'
import { accept, getAccepted } from '#kernel'
import { readProcess } from '#process'
import { loadStandards, readShippedStandards } from '#service/standards/index'
import { benchCompanyId } from '../scratch-database.ts'

/** Human tasks of the measured process, one after another. */
export const stepCount = 6

/** All in one stage under one limit: a transition is then the work of the task itself, not the start and end of clocks. */
const stage = 'plan-reply'
const limitRow = 'supply-plan'
const stepNumbers = Array.from({ length: stepCount }, (_, n) => n)

function processXml(steps: number): string {
  const tasks = stepNumbers
    .slice(0, steps)
    .map(
      (n) =>
        `<userTask id="step-${n}" name="step ${n}" tongdian:useCase="do-step" tongdian:role="account-manager" ` +
        `tongdian:stage="${stage}" tongdian:limitRow="${limitRow}" tongdian:clockOwner="company" tongdian:customerVisible="true" />`,
    )
  const ids = ['start', ...stepNumbers.slice(0, steps).map((n) => `step-${n}`), 'end']
  const flows = ids.slice(1).map((to, n) => `<sequenceFlow id="f${n}" sourceRef="${ids[n]}" targetRef="${to}" />`)
  return `<?xml version="1.0"?>
<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:tongdian="https://tongdian.example/bpmn" id="d" targetNamespace="https://tongdian.example/bench">
<process id="bench" name="bench" isExecutable="true"><startEvent id="start" />${tasks.join('')}<endEvent id="end" />${flows.join('')}</process></definitions>`
}

/** The shipped standards (limits, calendar) with the measured process, of so many human tasks, in place of any other. */
export async function benchStandards(steps = stepCount): Promise<PublishedStandards> {
  const version = {
    version: 1,
    contentHash: '',
    sourceNote: '',
    publishedAt: '',
    publishedBy: '',
    effectiveFrom: '2020-01-01',
  }
  const shipped = readShippedStandards('standards').map((text) => ({ ...text, ...version }))
  const standards = getAccepted(await loadStandards(shipped))
  const graph = getAccepted(await readProcess(processXml(steps)))
  const bench = { name: 'bench', version: 1, contentHash: '0'.repeat(64), graph }
  return { ...standards, process: () => bench, processVersion: () => bench }
}

const doStep = taskUseCase<{ note: string }>({
  name: 'do-step',
  form: z.object({ note: z.string() }),
  decide: ({ form, actor }) =>
    accept({
      facts: [{ type: 'step-done', body: { note: form.note, by: actor.kind } }],
      notices: [{ template: 'step-done', data: { note: form.note } }],
    }),
})

export const benchActor: StaffActor = {
  kind: 'staff',
  companyId: benchCompanyId,
  staffId: 'zhou-lan',
  name: '周岚',
  unitId: 'chengguan',
  grants: [{ role: 'account-manager', unitId: null, voltageClasses: ['lv', 'hv'] }],
}

/** The product's own pipeline over a store: real decisions, real facts, real clocks, the measured process. */
export function openPipeline(store: CaseStore, standards: PublishedStandards): CaseFiles {
  return new CaseFiles({
    store,
    world: {
      read: async () => {
        throw new Error('the measured step looks nothing up')
      },
      listStaff: async () => [],
      findCaseByNumber: async () => undefined,
      countOpenCases: async () => new Map(),
      listGround: async () => [],
      proveOnNetwork: async () => undefined,
      findFile: async () => undefined,
    },
    standards: async () => standards,
    issue: async () => {
      throw new Error('the measured step issues no document')
    },
    checkSignatureCode: async () => {
      throw new Error('the measured step is not signed')
    },
    useCases: new Map([[doStep.name, doStep]]),
    now: () => measuredNow,
  })
}

/** A day the shipped calendar knows, so that limits are counted as in real work. */
export const measuredNow = new Date('2026-03-02T01:00:00Z')

/** One case for a pipeline: opened, then moved task by task. */
export function pipelineCase(caseFiles: CaseFiles, caseId: string, count = stepCount) {
  const opening: OpenCase = {
    caseId,
    variant: 'bench',
    profile: {
      kind: 'new-supply',
      category: 'resident',
      unitId: 'chengguan',
      voltageClass: 'lv',
      customerKey: '13900000000',
      customerName: '张三丰',
      address: '澄溪县城关镇滨河里 12 幢 3 单元 502 室',
      capacityKva: 8,
    },
    outcome: {
      facts: [{ type: 'application-submitted', body: { requestedKw: 8 } }],
      variables: { limitClass: 'resident' },
    },
  }
  return {
    open: async () => {
      getAccepted(
        await caseFiles.open({ actor: benchActor, commandId: `${caseId}/open`, form: {} }, async () => accept(opening)),
      )
    },
    steps: stepNumbers.slice(0, count).map((n) => async () => {
      const command = {
        actor: benchActor,
        commandId: `${caseId}/${n}`,
        form: { note: `第${n + 1}步已完成，现场情况正常。` },
      }
      getAccepted(await caseFiles.doTask(caseId, `step-${n}#1`, 'do-step', command))
    }),
  }
}

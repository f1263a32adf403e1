import type { StaffCaseView } from '../casefile/views/staff-view.ts'
import type { Player } from './player.ts'
import type { Story } from './story.ts'

export interface StoryReport {
  readonly name: string
  readonly ok: boolean
  readonly caseId: string | null
  readonly variant: string | null
  readonly status: string | null
  readonly stages: readonly {
    readonly name: string
    readonly startedAt: string
    readonly endedAt: string | null
    readonly owner: string
    readonly workingDays: number | 'undetermined' | null
    readonly limitDays: number | null
    readonly ruleSet: string | null
  }[]
  readonly gates: Player['gates']
  readonly counterVisits: number
  readonly documents: readonly { readonly kind: string; readonly sha256: string; readonly pages: number | null }[]
  readonly error?: string
}

/** What a story left behind, read through the API by a manager. */
export async function reportStory(story: Story, player: Player, error: unknown): Promise<StoryReport> {
  const failed = error === undefined ? {} : { error: error instanceof Error ? error.message : String(error) }
  if (!player.hasCase) {
    return {
      name: story.name,
      ok: false,
      caseId: null,
      variant: null,
      status: null,
      stages: [],
      gates: [],
      counterVisits: 0,
      documents: [],
      ...failed,
    }
  }
  const view = (await player.view('liu-jianping')) as unknown as StaffCaseView
  return {
    name: story.name,
    ok: error === undefined,
    caseId: view.caseId,
    variant: view.variant,
    status: view.status,
    stages: view.stages.filter((stage) => stage.startedAt).map((stage) => reportStage(stage, view)),
    gates: player.gates,
    counterVisits: view.counterVisits.length,
    documents: view.documents
      .filter((document) => document.issuedBy === 'company' && !document.voidedBecause)
      .map(({ kind, sha256, pages }) => ({ kind, sha256, pages })),
    ...failed,
  }
}

/** The clocks of each stage's limit rows; the first that ran names it. The short processes give the plan within their works. */
const clocksOfStage: Readonly<Record<string, readonly string[]>> = {
  acceptance: ['acceptance'],
  'plan-reply': ['supply-plan'],
  'design-review': ['design-review'],
  works: ['grid-works', 'interim-inspection', 'supply-plan'],
  'completion-inspection': ['completion-inspection'],
  connect: ['connect'],
  'temporary-use': ['extension'],
  removal: ['removal'],
}

function reportStage(stage: StaffCaseView['stages'][number], view: StaffCaseView): StoryReport['stages'][number] {
  const others = view.stages.filter((other) => other.stage !== stage.stage)
  const nodes = (clocksOfStage[stage.stage] ?? []).filter(
    (name) => !others.some((other) => clocksOfStage[other.stage]?.[0] === name),
  )
  const node = nodes.find((name) => view.clocks.some((clock) => clock.node === name))
  // A step that was done again has a clock of its own beside the first: the last one is what stands.
  const clock = view.clocks.findLast((candidate) => candidate.node === node)
  const tightest = clock?.limits[0]
  return {
    name: stage.stage,
    startedAt: stage.startedAt ?? '',
    endedAt: stage.endedAt ?? null,
    owner: stage.owners.includes('company') ? 'company' : (stage.owners[0] ?? 'company'),
    workingDays: clock?.usedDays ?? null,
    limitDays: tightest?.limitDays ?? null,
    ruleSet: tightest?.ruleSet ?? null,
  }
}

import type { z } from 'zod'
import type { PlainDate, Result } from '#kernel'
import type { Advance } from '#process'
import type { Actor } from '../actor.ts'
import type { CaseFile } from '../case-file.ts'
import type { StaffMember } from '../staff.ts'
import type { PublishedStandards } from '../standards.ts'
import type { Outcome } from '../use-case.ts'

export interface VerbInput<Form> {
  readonly file: CaseFile
  readonly form: Form
  readonly actor: Actor
  readonly now: Date
  readonly today: PlainDate
  readonly standards: PublishedStandards
  readonly staff: readonly StaffMember[]
}

/** What a verb on the queue or the whole case leaves behind; `move` when it moved the tokens. */
export interface VerbOutcome extends Outcome {
  readonly move?: Advance
  /** The tokens now belong to this version of this process. */
  readonly onProcess?: { readonly name: string; readonly version: number }
  readonly wentBack?: boolean
}

/** Something done to a task or case beside the process's own steps: claim, return, suspend … Pure. */
export interface CaseVerb<Form = unknown> {
  readonly name: string
  readonly form: z.ZodType<Form>
  /** The form names a colleague: the decision is handed the staff directory. */
  readonly namesColleague?: true
  decide(input: VerbInput<Form>): Result<VerbOutcome>
}

export function caseVerb<Form>(definition: CaseVerb<Form>): CaseVerb {
  return definition as unknown as CaseVerb
}

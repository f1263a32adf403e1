import type { Actor } from './actor.ts'

/** Every command says who, under which id, and what. */
export interface Command<Form = unknown> {
  readonly actor: Actor
  readonly commandId: string
  readonly form: Form
}

/** The answer of every command: where the case stands now. A repeat of the command gets the same answer. */
export interface CommandAnswer {
  readonly caseId: string
  readonly caseNumber: string
  readonly version: number
  readonly status: string
  readonly openTasks: readonly {
    readonly taskId: string
    readonly elementId: string
    readonly useCase: string
    readonly role: string
  }[]
}

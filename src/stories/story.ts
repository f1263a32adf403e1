import type { StoryCustomer } from './customers.ts'
import type { Player } from './player.ts'

/** One story: a case from the application to its end, or to where the story leaves it. */
export interface Story {
  readonly name: string
  readonly title: string
  readonly customer: StoryCustomer
  /** Played for the story's own customer, or for another one of the demonstration company. */
  play(player: Player, customer: StoryCustomer): Promise<void>
}

import type { Player } from './player.ts'

/** One story: a case from the application to its end, or to where the story leaves it. */
export interface Story {
  readonly name: string
  readonly title: string
  play(player: Player): Promise<void>
}

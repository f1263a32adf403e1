import type { StoryCustomer } from './customers.ts'
import { type Answer, Player } from './player.ts'
import type { Story } from './story.ts'

/** Thrown to leave a story where somebody else takes over. */
class TakenOver extends Error {}

class PausingPlayer extends Player {
  readonly #stopAt: string

  constructor(stopAt: string, ...rest: ConstructorParameters<typeof Player>) {
    super(...rest)
    this.#stopAt = stopAt
  }

  override async do(...call: Parameters<Player['do']>): Promise<Answer> {
    if (call[1] === this.#stopAt) throw new TakenOver()
    return await super.do(...call)
  }

  override async signature(...call: Parameters<Player['signature']>) {
    if (call[1] === this.#stopAt) throw new TakenOver()
    return await super.signature(...call)
  }
}

/** Plays a story until somebody would do this step, which is then left open; answers what the last command answered. */
export async function playUntil(
  story: Story,
  useCase: string,
  customer: StoryCustomer,
  ...player: ConstructorParameters<typeof Player>
): Promise<Answer> {
  const pausing = new PausingPlayer(useCase, ...player)
  try {
    await story.play(pausing, customer)
  } catch (error) {
    if (!(error instanceof TakenOver)) throw error
  }
  return pausing.case
}

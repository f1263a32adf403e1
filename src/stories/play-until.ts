import type { StoryCustomer } from './customers.ts'
import { type Answer, Player } from './player.ts'
import type { Story } from './story.ts'

/** Thrown to leave a story where somebody else takes over. */
class TakenOver extends Error {}

class PausingPlayer extends Player {
  /** The step that is left open; undefined once the story was left there. */
  #stopAt: string | undefined

  constructor(stopAt: string, ...rest: ConstructorParameters<typeof Player>) {
    super(...rest)
    this.#stopAt = stopAt
  }

  override async do(...call: Parameters<Player['do']>): Promise<Answer> {
    this.#leaveAt(call[1])
    return await super.do(...call)
  }

  override async signature(...call: Parameters<Player['signature']>) {
    this.#leaveAt(call[1])
    return await super.signature(...call)
  }

  #leaveAt(useCase: string): void {
    if (useCase !== this.#stopAt) return
    this.#stopAt = undefined
    throw new TakenOver()
  }
}

/** Plays a story until somebody would do this step, which is then left open; the player can go on from there. */
export async function playUntil(
  story: Story,
  useCase: string,
  customer: StoryCustomer,
  ...player: ConstructorParameters<typeof Player>
): Promise<Player> {
  const pausing = new PausingPlayer(useCase, ...player)
  try {
    await story.play(pausing, customer)
  } catch (error) {
    if (!(error instanceof TakenOver)) throw error
  }
  return pausing
}

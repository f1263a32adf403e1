import type { Effect } from './county-clock.ts'
import { type Call, DirectPlayer, type Stage } from './direct-player.ts'

/** Irregularities that the system lets people do, and records; what it refuses can only be planted in a log. */
export const misdeeds = ['back-dated', 'outside-system', 'too-quick', 'same-second-batch', 'clock-restarted'] as const
export type Misdeed = (typeof misdeeds)[number]

const hourMs = 3_600_000
/** Recorded so long after it was done: more than the published threshold, and over a weekend. */
const heldBackMs = 80 * hourMs
/** Said to have been done so long before it was sent: long before the system asked for it. */
const earlierMs = 44 * hourMs
const secondsMs = 3_000
/** Shanghai's 17:00 as UTC. */
const scriptHour = 9

/** Plays a case as everybody does, but for one misdeed. */
export class WaywardPlayer extends DirectPlayer {
  readonly #misdeed: Misdeed | undefined
  readonly #stage: Stage

  constructor(stage: Stage, shiftWeeks: number, random: () => number, misdeed: Misdeed | undefined) {
    super(stage, shiftWeeks, random)
    this.#stage = stage
    this.#misdeed = misdeed
  }

  protected override async comeToSend(call: Call, person: string, effect: Effect): Promise<unknown> {
    const { clock } = this.#stage
    const now = clock.now().getTime()
    const isAt = (misdeed: Misdeed, step: string) => this.#misdeed === misdeed && call.path.endsWith(`/${step}`)
    if (isAt('too-quick', 'check-before-energising')) {
      await clock.set(new Date(now + secondsMs))
      return call.body
    }
    if (isAt('same-second-batch', 'archive-file')) {
      await clock.set(new Date(new Date(now).setUTCHours(scriptHour, 0, 0, 0)))
      return call.body
    }
    if (isAt('back-dated', 'return-visit')) await clock.set(new Date(now + heldBackMs))
    const body = await super.comeToSend(call, person, effect)
    if (!isAt('outside-system', 'install-meter')) return body
    return { ...(body as object), installedAt: new Date(now - earlierMs).toISOString() }
  }
}

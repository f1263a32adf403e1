import { enterprise, resident, type StoryCustomer } from '../customers.ts'
import { greenChannel } from '../green-channel.ts'
import { hvFactory } from '../hv-factory.ts'
import { lvResident } from '../lv-resident.ts'
import { lvShopOneProof } from '../lv-shop-one-proof.ts'
import type { Story } from '../story.ts'
import { DirectPlayer, type Stage } from './direct-player.ts'

/** Of a thousand applications of a county: nearly all are homes and shops. */
const mix: readonly { readonly story: Story; readonly ofThousand: number; readonly isResident: boolean }[] = [
  { story: lvResident, ofThousand: 780, isResident: true },
  { story: lvShopOneProof, ofThousand: 180, isResident: false },
  { story: greenChannel, ofThousand: 15, isResident: false },
  { story: hvFactory, ofThousand: 25, isResident: false },
]

export interface CountyYear {
  /** Cases that were played. */
  readonly cases: number
  /** Stories that broke off, with what they said. */
  readonly failures: readonly string[]
}

export interface CountyYearOptions {
  readonly cases: number
  /** Cases played side by side. */
  readonly lanes: number
  /** No further case is begun after so long; what was begun is played to its end. */
  readonly mostSeconds?: number
  readonly tell?: (done: number) => void
}

/** Weeks of a year in which stories begin: the last ones end within it. */
const weeks = 40
const firstWeek = -8
const longestDelayMs = 110 * 60_000

/**
 * Plays a year of a county: every case by its people's commands through the rules, gates and documents, each in its own
 * time. The same number gives the same year. The limit watch does not run.
 */
export async function playCountyYear(
  stage: Stage,
  { cases, lanes, tell, mostSeconds }: CountyYearOptions,
): Promise<CountyYear> {
  const failures: string[] = []
  const stopAt = performance.now() + (mostSeconds ?? Number.POSITIVE_INFINITY) * 1000
  let next = 0
  let done = 0
  const lane = async () => {
    for (let serial = next++; serial < cases && performance.now() < stopAt; serial = next++) {
      await playOne(stage, serial).catch((error: unknown) => failures.push(`${serial}: ${String(error)}`))
      done += 1
      tell?.(done)
    }
  }
  await Promise.all(Array.from({ length: lanes }, lane))
  return { cases: done, failures }
}

async function playOne(stage: Stage, serial: number): Promise<void> {
  const random = randomFrom(serial)
  const { story, isResident } = wayOf(random() * 1000)
  const week = firstWeek + (serial % weeks)
  const customer = customerOf(story.customer, serial, isResident)
  await stage.clock.inLane(async () => {
    const player = new DelayedPlayer(stage, week, random, Math.floor(random() * longestDelayMs))
    await story.play(player, customer)
  })
}

/** A story some minutes later than it is written: not everybody applies at five past nine. */
class DelayedPlayer extends DirectPlayer {
  readonly #delayMs: number

  constructor(stage: Stage, week: number, random: () => number, delayMs: number) {
    super(stage, week, random)
    this.#delayMs = delayMs
  }

  override instant(time: string): Date {
    return new Date(super.instant(time).getTime() + this.#delayMs)
  }
}

function wayOf(place: number): (typeof mix)[number] {
  let before = 0
  for (const way of mix) {
    before += way.ofThousand
    if (place < before) return way
  }
  throw new Error('the mix does not make a thousand')
}

function customerOf(like: StoryCustomer, serial: number, isResident: boolean): StoryCustomer {
  const made = isResident
    ? resident(serial, '住户', `澄溪县城关镇 ${serial + 1} 号`)
    : enterprise(serial, `澄溪第${serial + 1}号用户`, '经办人', `澄溪县城关镇工业路 ${serial + 1} 号`)
  return { ...made, kind: like.kind, phone: `1${(36_0000_0000 + serial).toString()}` }
}

/** Mulberry32: small, and the same everywhere. */
function randomFrom(seed: number): () => number {
  let state = seed + 1
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

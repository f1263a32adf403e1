import { enterprise, resident, type StoryCustomer } from '../customers.ts'
import { greenChannel } from '../green-channel.ts'
import { hvFactory } from '../hv-factory.ts'
import { lvResident } from '../lv-resident.ts'
import { lvShopOneProof } from '../lv-shop-one-proof.ts'
import { applyOnPhone } from '../passages.ts'
import type { Player } from '../player.ts'
import type { Story } from '../story.ts'
import type { Stage } from './direct-player.ts'
import { hireManagers } from './hire-managers.ts'
import { type Misdeed, WaywardPlayer } from './misdeeds.ts'
import { planMisdeeds } from './plan-misdeeds.ts'

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
  /** What somebody did wrong on purpose, by the address of the case's customer. */
  readonly misdeeds: ReadonlyMap<string, Misdeed>
}

export interface CountyYearOptions {
  readonly cases: number
  /** Weeks of a year in which stories begin; with the usual number the last ones end within the year. */
  readonly weeks?: number
  /** Most commands on their way at once. */
  readonly sideBySide?: number
  /** So many cases in which somebody does wrong, of each kind that the system lets happen. */
  readonly misdeedsOfEach?: number
  readonly tell?: (done: number) => void
}

const usualWeeks = 40
const firstWeek = -8
const longestDelayMs = 110 * 60_000
const usuallySideBySide = 16

/**
 * Plays a year of a county: every case by its people's commands through the rules, gates and documents, in the order in
 * which a year brings them. So many cases are the same year again, fact by fact, but for ids, hashes and one-time codes.
 * The limit watch does not run.
 */
export async function playCountyYear(
  stage: Stage,
  { cases, weeks = usualWeeks, sideBySide = usuallySideBySide, misdeedsOfEach = 0, tell }: CountyYearOptions,
): Promise<CountyYear> {
  const failures: string[] = []
  let done = 0
  const staffed = await hireManagers(stage, cases / weeks)
  const made = Array.from({ length: cases }, (_, serial) => caseOf(serial, weeks))
  const residents = made.filter(({ story }) => story === lvResident).map(({ serial }) => serial)
  const plan = planMisdeeds(residents, weeks, misdeedsOfEach)
  await stage.clock.playAll(cases, sideBySide, async (serial) => {
    const one = made[serial]
    if (!one) throw new RangeError(`no case ${serial}`)
    await playOne(staffed, one, plan.get(serial)).catch((error: unknown) =>
      failures.push(`${serial}: ${String(error)}`),
    )
    done += 1
    tell?.(done)
  })
  const misdeeds = new Map([...plan].map(([serial, misdeed]) => [made[serial]?.customer.address ?? '', misdeed]))
  return { cases: done, failures, misdeeds }
}

interface CountyCase {
  readonly serial: number
  readonly story: Story
  readonly customer: StoryCustomer
  readonly week: number
  readonly delayMs: number
  readonly random: () => number
}

/** What a serial number makes: the same every time. */
function caseOf(serial: number, weeks: number): CountyCase {
  const random = randomFrom(serial)
  const { story, isResident } = wayOf(random() * 1000)
  const customer = customerOf(story.customer, serial, isResident)
  const delayMs = Math.floor(random() * longestDelayMs)
  return { serial, story, customer, week: firstWeek + (serial % weeks), delayMs, random }
}

async function playOne(stage: Stage, one: CountyCase, misdeed: Misdeed | undefined): Promise<void> {
  const { story, customer, week } = one
  if (misdeed !== 'clock-restarted') return await story.play(new CountyPlayer(stage, one, week, misdeed), customer)
  await applyInVain(new CountyPlayer(stage, one, week, undefined), customer)
  await story.play(new CountyPlayer(stage, one, week + 1, undefined), customer)
}

/** Applies and withdraws: whoever applies anew soon has a clock that begins again. */
async function applyInVain(player: Player, customer: StoryCustomer): Promise<void> {
  await player.at('2026-03-02 09:05')
  const load = { requestedKw: 8, isThreePhase: false }
  await applyOnPhone(player, { customer, category: 'resident', proof: 'identity-card', load })
  await player.at('2026-03-03 10:00')
  await player.verb(customer.phone, 'withdraw-application', { reason: '资料重新准备，过几天再来申请' })
}

/** A story some minutes later than it is written: not everybody applies at five past nine. */
class CountyPlayer extends WaywardPlayer {
  readonly #delayMs: number

  constructor(stage: Stage, { random, delayMs }: CountyCase, week: number, misdeed: Misdeed | undefined) {
    super(stage, week, random, misdeed)
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

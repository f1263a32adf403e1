import { caseOrder, permute, permuteFloat } from './case-order.ts'
import { Dictionary, ownText } from './dictionary.ts'
import { type EventLog, noCode } from './event-log.ts'
import { type GrowingFloat64, type GrowingUint32, growingFloat64, growingUint32 } from './growing-column.ts'

/** What an event may tell beside case, activity and time. */
export interface EventDetail {
  readonly resource?: string | undefined
  readonly startMs?: number | undefined
  readonly lifecycle?: string | undefined
}

/** `by-time` sorts the events of a case by time (stable), `as-added` keeps the order given, as the XES standard asks. */
export type EventOrder = 'by-time' | 'as-added'

/** Collects events in any order and turns them into a resident log. */
export class EventLogBuilder {
  readonly activities = new Dictionary()
  readonly resources = new Dictionary()
  readonly lifecycles = new Dictionary()
  readonly #caseIds: string[] = []
  readonly #caseCodes = new Map<string, number>()
  readonly #caseOf = growingUint32()
  readonly #activityOf = growingUint32()
  readonly #resourceOf = growingUint32()
  readonly #timeMs = growingFloat64()
  #startMs: GrowingFloat64 | undefined
  #lifecycleOf: GrowingUint32 | undefined

  get eventCount(): number {
    return this.#timeMs.length
  }

  get caseCount(): number {
    return this.#caseIds.length
  }

  /** A new case even if the name was used before: two XES traces of one name are two cases. */
  openCase(caseId: string): number {
    return this.#caseIds.push(ownText(caseId)) - 1
  }

  /** Renames a case whose name is told after its first event. */
  nameCase(caseCode: number, caseId: string): void {
    this.#caseIds[caseCode] = ownText(caseId)
  }

  /** The case of this name, opened at its first use. */
  caseCode(caseId: string): number {
    const known = this.#caseCodes.get(caseId)
    if (known !== undefined) return known
    const code = this.openCase(caseId)
    this.#caseCodes.set(this.#caseIds[code] ?? caseId, code)
    return code
  }

  add(caseId: string, activity: string, timeMs: number, detail: EventDetail = {}): void {
    this.addCoded(
      this.caseCode(caseId),
      this.activities.codeOf(activity),
      timeMs,
      detail.resource === undefined ? noCode : this.resources.codeOf(detail.resource),
      detail.startMs ?? Number.NaN,
      detail.lifecycle === undefined ? noCode : this.lifecycles.codeOf(detail.lifecycle),
    )
  }

  /** The fast way in: codes of this builder's own dictionaries. */
  addCoded(
    caseCode: number,
    activityCode: number,
    timeMs: number,
    resourceCode = noCode,
    startMs = Number.NaN,
    lifecycleCode = noCode,
  ): void {
    if (!Number.isNaN(startMs) && !this.#startMs) this.#startMs = filledFloat(this.eventCount, Number.NaN)
    if (lifecycleCode !== noCode && !this.#lifecycleOf) this.#lifecycleOf = filledUint(this.eventCount, noCode)
    this.#caseOf.push(caseCode)
    this.#activityOf.push(activityCode)
    this.#resourceOf.push(resourceCode)
    this.#timeMs.push(timeMs)
    this.#startMs?.push(startMs)
    this.#lifecycleOf?.push(lifecycleCode)
  }

  /** The finished log. The builder must not be used afterwards. */
  build(order: EventOrder): EventLog {
    const timeMs = this.#timeMs.finish()
    const { caseStarts, position } = caseOrder(this.#caseOf.finish(), this.#caseIds.length, timeMs, order)
    return {
      eventCount: timeMs.length,
      caseCount: this.#caseIds.length,
      caseIds: this.#caseIds,
      caseStarts,
      activities: this.activities.texts,
      activityOf: permute(this.#activityOf.finish(), position),
      resources: this.resources.texts,
      resourceOf: permute(this.#resourceOf.finish(), position),
      timeMs: permuteFloat(timeMs, position),
      lifecycles: this.lifecycles.texts,
      ...(this.#startMs && { startMs: permuteFloat(this.#startMs.finish(), position) }),
      ...(this.#lifecycleOf && { lifecycleOf: permute(this.#lifecycleOf.finish(), position) }),
    }
  }
}

function filledFloat(count: number, value: number): GrowingFloat64 {
  const column = growingFloat64(Math.max(1024, count))
  for (let i = 0; i < count; i++) column.push(value)
  return column
}

function filledUint(count: number, value: number): GrowingUint32 {
  const column = growingUint32(Math.max(1024, count))
  for (let i = 0; i < count; i++) column.push(value)
  return column
}

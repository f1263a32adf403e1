import type { EventLog } from '../log/event-log.ts'
import type { AcceptingNet } from '../petri/petri-net.ts'
import { variants } from '../process-map/variants.ts'
import { ReplayAutomaton, type ReplayCounts } from './replay-automaton.ts'

export interface TokenReplay extends ReplayCounts {
  /** ½ (1 − missing / consumed) + ½ (1 − remaining / produced), over the whole log. */
  readonly tokenFitness: number
  /** Share of cases that were replayed with nothing missing and nothing remaining, per cent. */
  readonly percentFitTraces: number
  /** Counts of each variant, in the order of `variants(log)`. */
  readonly byVariant: readonly ReplayCounts[]
}

/**
 * Token-based replay by A. Rozinat and W. M. P. van der Aalst, "Conformance checking of processes based on monitoring real
 * behavior", Information Systems 33 (2008), sections 4.1 and 4.2: the environment puts the initial tokens and takes the
 * final ones; a transition that is not enabled, and that no sequence of silent ones enables, fires all the same and the
 * tokens it lacks are counted as missing. Events whose activity the net does not have are passed over, so a log full of
 * foreign events may still fit: alignments tell more.
 */
export function tokenReplay(log: EventLog, net: AcceptingNet): TokenReplay {
  const automaton = new ReplayAutomaton(net)
  const labelOf = Int32Array.from(log.activities, (activity) => automaton.labelCode(activity))
  const found = variants(log)
  const byVariant = Array.from(found.exampleCase, (c) => {
    const codes = log.activityOf.subarray(log.caseStarts[c], log.caseStarts[c + 1])
    return automaton.replay(codes, labelOf)
  })
  const sum = { produced: 0, consumed: 0, missing: 0, remaining: 0 }
  let fit = 0
  byVariant.forEach((counts, v) => {
    const cases = found.caseCount[v] ?? 0
    sum.produced += counts.produced * cases
    sum.consumed += counts.consumed * cases
    sum.missing += counts.missing * cases
    sum.remaining += counts.remaining * cases
    if (counts.missing === 0 && counts.remaining === 0) fit += cases
  })
  return {
    ...sum,
    tokenFitness: (1 - sum.missing / sum.consumed) / 2 + (1 - sum.remaining / sum.produced) / 2,
    percentFitTraces: (100 * fit) / log.caseCount,
    byVariant,
  }
}

import type { Verdict } from '#service/insight/settling/settlement'
import { useStepWords } from '../../words/room-words.ts'
import type { FindingAnswer } from '../use-reports.ts'

/** The findings of one rule, as the server answers them. */
export type FindingGroup = FindingAnswer['groups'][number]
export type Finding = FindingGroup['findings'][number]

/** In the order in which they are offered and counted. */
export const verdicts: readonly Verdict[] = ['confirmed', 'justified', 'false-alarm']

/** What the steps that findings name are called in the reader's language. */
export function useStepNames(answer: FindingAnswer): (elementId: string) => string {
  const stepWords = useStepWords()
  return (elementId) => {
    const step = answer.steps.find((each) => each.elementId === elementId)
    return step ? stepWords(elementId, step.useCase, step.name) : elementId
  }
}

import { useStepWords } from '../../words/room-words.ts'
import { useProcessMap } from '../use-reports.ts'
import { ownLog } from './own-log.ts'

const everything = 1

/** What the steps of a log are called: our own by the process and in the reader's language, others as their file calls them. */
export function useLogWords(logId: string): (step: string) => string {
  const stepWords = useStepWords()
  const isOwn = logId === ownLog
  const map = useProcessMap({}, everything, everything, isOwn)
  return (step) => {
    if (!isOwn) return step
    const known = map.data?.activities.find(({ elementId }) => elementId === step)
    return stepWords(step, known?.useCase ?? step, known?.name)
  }
}

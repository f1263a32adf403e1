import { type CaseFile, findFact } from '#casefile'
import type { Fault } from '#kernel'
import type { AnsweredWish, ClauseWish } from '../api.ts'

/** What the customer asked for instead of signing, since the contract was drafted last. */
export function findAskedWishes(file: CaseFile): readonly ClauseWish[] {
  const asked = findFact(file, 'contract-changes-asked')
  const drafted = findFact(file, 'contract-drafted')
  if (!asked || (drafted && drafted.seq > asked.seq)) return []
  return asked.body.wishes as unknown as readonly ClauseWish[]
}

/** Every wish has an answer; a granted one says what was agreed, one that is not says who decides it. */
export function faultsOfAnswers(answered: readonly AnsweredWish[], asked: readonly ClauseWish[]): Fault[] {
  return [
    ...answered.flatMap((wish, index): Fault[] => {
      const path = `wishes.${index}`
      if (wish.granted) return wish.agreedText ? [] : [{ path: `${path}.agreedText`, code: 'required' }]
      return wish.escalatedTo ? [] : [{ path: `${path}.escalatedTo`, code: 'say-who-decides' }]
    }),
    ...asked
      .filter((wish) => !answered.some((answer) => answer.clauseId === wish.clauseId && answer.wish === wish.wish))
      .map((wish): Fault => ({ path: 'wishes', code: 'wish-unanswered', data: { ...wish } })),
  ]
}

import { expect, it } from 'vitest'
import { plainDate } from '#kernel'
import { appendFacts, openedCase } from '../../../../tests/case-builder.ts'
import { extensionConfirmation } from './extension-confirmation.ts'

const extension = { from: '2026-06-30', until: '2026-08-31', reason: '雨季停工', opinion: '同意' }
const today = plainDate('2026-06-11')

it('every extension has a confirmation of its own number', () => {
  const once = appendFacts(openedCase(), [{ type: 'application-submitted', body: {} }])
  const twice = appendFacts(once, [{ type: 'temporary-supply-extended', body: { ...extension } }])
  const numbers = [once, twice].map((file) => extensionConfirmation(file, extension, today).document.number)
  expect(numbers).toEqual([`${once.state.profile.caseNumber}-X1`, `${once.state.profile.caseNumber}-X2`])
})

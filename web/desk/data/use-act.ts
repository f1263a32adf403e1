import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useRef } from 'react'
import { apiPost, newCommandId } from '../../api/client.ts'
import type { CommandAnswer } from './rows.ts'

/** What a write changes on other pages. */
const touched = ['case', 'inbox', 'inbox-count', 'cases', 'overview', 'people', 'insight'] as const

/**
 * One act of a person: sent under one command id until it succeeds, so that trying again has one effect; the next act gets
 * a new id. Afterwards everything that may show it is read anew.
 */
export function useAct<Answer = CommandAnswer>(path: string, method: 'POST' | 'PATCH' = 'POST') {
  const queryClient = useQueryClient()
  const commandId = useRef(newCommandId())
  const sentBody = useRef('')
  return useMutation<Answer, Error, unknown>({
    mutationFn: (body) => {
      const text = JSON.stringify(body)
      // The same id with another body would be refused: what was corrected is another act.
      if (sentBody.current !== text) commandId.current = newCommandId()
      sentBody.current = text
      return apiPost<Answer>(path, body, commandId.current, method)
    },
    onSuccess: async () => {
      commandId.current = newCommandId()
      sentBody.current = ''
      await Promise.all(touched.map((key) => queryClient.invalidateQueries({ queryKey: [key] })))
    },
  })
}

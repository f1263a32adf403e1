import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useRef } from 'react'
import { apiPost, newCommandId } from '../../api/client.ts'

/**
 * One act of the customer outside a form. The same body keeps its command id through every retry; another body, or the next
 * act after a success, is another command. Afterwards the case is read anew.
 */
export function useAct(caseId: string) {
  const queryClient = useQueryClient()
  const sent = useRef({ body: '', commandId: newCommandId() })
  return useMutation<unknown, Error, { readonly path: string; readonly body: unknown }>({
    mutationFn: ({ path, body }) => {
      const text = JSON.stringify([path, body])
      if (sent.current.body !== text) sent.current = { body: text, commandId: newCommandId() }
      return apiPost(`/cases/${caseId}/${path}`, body, sent.current.commandId)
    },
    onSuccess: async () => {
      sent.current = { body: '', commandId: newCommandId() }
      await readAnew(queryClient, caseId)
    },
  })
}

/** After a task or a verb everything that shows the case is read again. */
export async function readAnew(queryClient: ReturnType<typeof useQueryClient>, caseId: string): Promise<void> {
  await Promise.all([
    queryClient.invalidateQueries({ queryKey: ['my-case', caseId] }),
    queryClient.invalidateQueries({ queryKey: ['my-cases'] }),
  ])
}

import { useQueryClient } from '@tanstack/react-query'
import { useLocation } from 'wouter'
import type { CustomerCaseView } from '#casefile/views/customer-view'
import { apiPost } from '../../api/client.ts'
import { readAnew } from '../data/use-act.ts'

export type OpenTask = CustomerCaseView['todo'][number]

/** Sends a task's form and its signing code; afterwards the case is read anew and shown. */
export function useTask(caseId: string, task: OpenTask) {
  const queryClient = useQueryClient()
  const [, navigate] = useLocation()
  const path = `/cases/${caseId}/tasks/${encodeURIComponent(task.taskId)}`
  return {
    draftKey: `${caseId}/${task.taskId}`,
    askCode: () => apiPost<{ validMinutes: number }>(`${path}/signature-code`, {}),
    send: async (body: unknown, commandId: string) => {
      await apiPost(`${path}/${task.useCase}`, body, commandId)
      await readAnew(queryClient, caseId)
      navigate(`/cases/${caseId}`)
    },
    reload: async () => {
      await readAnew(queryClient, caseId)
    },
  }
}

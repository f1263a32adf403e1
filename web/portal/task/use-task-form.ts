import { useQuery } from '@tanstack/react-query'
import { loadTaskForm } from '../../ui/tasks/load-task-form.ts'

/** Schema and words of a step, loaded when it is opened. */
export function useTaskForm(useCase: string) {
  return useQuery({
    queryKey: ['task-form', useCase],
    queryFn: () => loadTaskForm(useCase),
    staleTime: Number.POSITIVE_INFINITY,
  })
}

import { useQueries, useQuery } from '@tanstack/react-query'
import type { CustomerActor, StaffActor } from '#casefile/actor'
import type { CustomerCaseView } from '#casefile/views/customer-view'
import { apiGet } from '../../api/client.ts'
import type { Company, MyCaseRow, Session } from './shapes.ts'

export interface SignedInCustomer {
  readonly actor: CustomerActor
  /** The server's time: what "today" is. */
  readonly now: string
}

/** Who is signed in, and what time it is for the server. */
export function useSession() {
  return useQuery({
    queryKey: ['session'],
    queryFn: ({ signal }) => apiGet<Session>('/me', {}, signal),
    staleTime: 60_000,
  })
}

/** The customer, or undefined while nobody (or somebody of the staff) is signed in. */
export function customerOf(session: Session | undefined): SignedInCustomer | undefined {
  const actor: CustomerActor | StaffActor | null | undefined = session?.actor
  return session && actor?.kind === 'customer' ? { actor, now: session.now } : undefined
}

/** The server's now; the device's where nothing is known yet. */
export function useNow(): Date {
  const { data } = useSession()
  return data ? new Date(data.now) : new Date()
}

export function useCompany() {
  return useQuery({
    queryKey: ['company'],
    queryFn: ({ signal }) => apiGet<Company>('/company', {}, signal),
    staleTime: 600_000,
  })
}

export function useMyCases(isSignedIn: boolean) {
  return useQuery({
    queryKey: ['my-cases'],
    queryFn: async ({ signal }) => (await apiGet<{ cases: readonly MyCaseRow[] }>('/my/cases', {}, signal)).cases,
    enabled: isSignedIn,
  })
}

const caseQuery = (caseId: string) => ({
  queryKey: ['my-case', caseId],
  queryFn: ({ signal }: { signal: AbortSignal }) => apiGet<CustomerCaseView>(`/my/cases/${caseId}`, {}, signal),
})

export function useMyCase(caseId: string) {
  return useQuery(caseQuery(caseId))
}

export function useCaseViews(caseIds: readonly string[]) {
  return useQueries({ queries: caseIds.map(caseQuery) })
}

export function usePrefill(caseId: string, taskId: string, isWanted: boolean) {
  return useQuery({
    queryKey: ['prefill', caseId, taskId],
    queryFn: ({ signal }) =>
      apiGet<Readonly<Record<string, unknown>>>(
        `/cases/${caseId}/tasks/${encodeURIComponent(taskId)}/prefill`,
        {},
        signal,
      ),
    enabled: isWanted,
    // What the system proposes must not change under somebody's hands.
    staleTime: Number.POSITIVE_INFINITY,
  })
}

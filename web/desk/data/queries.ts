import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query'
import type { StaffCaseView } from '#casefile/views/staff-view'
import { apiGet } from '../../api/client.ts'
import type {
  CaseListAnswer,
  Company,
  InboxCounts,
  InboxPageAnswer,
  Overview,
  People,
  Session,
  StandardKind,
  StandardRow,
} from './rows.ts'

type Asked = Readonly<Record<string, string | undefined>>

const minute = 60_000

export const useSession = () =>
  useQuery({ queryKey: ['me'], queryFn: ({ signal }) => apiGet<Session>('/me', {}, signal), staleTime: minute })

export const useCompany = () =>
  useQuery({
    queryKey: ['company'],
    queryFn: ({ signal }) => apiGet<Company>('/company', {}, signal),
    staleTime: 10 * minute,
  })

export const usePeople = () =>
  useQuery({ queryKey: ['people'], queryFn: ({ signal }) => apiGet<People>('/people', {}, signal), staleTime: minute })

/** Pages of a work list, most urgent first; the key of the last row asks for the next page, so that rows do not shift. */
export const useInbox = (asked: Asked) =>
  useInfiniteQuery({
    queryKey: ['inbox', asked],
    queryFn: ({ pageParam, signal }) =>
      apiGet<InboxPageAnswer>('/inbox', { ...asked, limit: 100, after: pageParam }, signal),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next ?? undefined,
    placeholderData: keepPreviousData,
    refetchInterval: minute,
  })

export const useInboxCounts = () =>
  useQuery({
    queryKey: ['inbox-count'],
    queryFn: ({ signal }) => apiGet<InboxCounts>('/inbox/count', {}, signal),
    refetchInterval: minute,
  })

export const useCases = (asked: Asked) =>
  useInfiniteQuery({
    queryKey: ['cases', asked],
    queryFn: ({ pageParam, signal }) =>
      apiGet<CaseListAnswer>('/cases', { ...asked, limit: 50, after: pageParam }, signal),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next ?? undefined,
    placeholderData: keepPreviousData,
  })

export const useCaseSearch = (search: string) =>
  useQuery({
    queryKey: ['case-search', search],
    queryFn: ({ signal }) => apiGet<CaseListAnswer>('/cases', { search, limit: 8 }, signal),
    enabled: search.trim().length >= 2,
    placeholderData: keepPreviousData,
  })

export const useCase = (caseId: string | undefined) =>
  useQuery({
    queryKey: ['case', caseId],
    queryFn: ({ signal }) => apiGet<StaffCaseView>(`/cases/${caseId}`, {}, signal),
    enabled: caseId !== undefined,
  })

export interface ProcessPosition {
  readonly xml: string
  readonly active: readonly string[]
  readonly done: readonly string[]
}

export const useProcess = (caseId: string, enabled = true) =>
  useQuery({
    queryKey: ['case', caseId, 'process'],
    queryFn: ({ signal }) => apiGet<ProcessPosition>(`/cases/${caseId}/process`, {}, signal),
    enabled,
  })

export const usePrefill = (caseId: string, taskId: string) =>
  useQuery({
    queryKey: ['case', caseId, 'prefill', taskId],
    queryFn: ({ signal }) =>
      apiGet<Readonly<Record<string, unknown>>>(
        `/cases/${caseId}/tasks/${encodeURIComponent(taskId)}/prefill`,
        {},
        signal,
      ),
    // What the clerk has before him does not change while he types.
    refetchOnWindowFocus: false,
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
  })

export const useOverview = () =>
  useQuery({
    queryKey: ['overview'],
    queryFn: ({ signal }) => apiGet<Overview>('/overview', {}, signal),
    refetchInterval: minute,
  })

export const useStandards = () =>
  useQuery({
    queryKey: ['standards'],
    queryFn: ({ signal }) => apiGet<{ readonly standards: readonly StandardRow[] }>('/standards', {}, signal),
    staleTime: minute,
  })

export const useStandard = (kind: StandardKind, name: string, version?: number, enabled = true) =>
  useQuery({
    queryKey: ['standard', kind, name, version],
    queryFn: ({ signal }) =>
      apiGet<StandardRow & { readonly content: string }>(`/standards/${kind}/content`, { name, version }, signal),
    staleTime: 5 * minute,
    enabled,
  })

import { keepPreviousData, useQuery } from '@tanstack/react-query'
import type { OpenCapacityReport } from '#service/network/open-capacity'
import type { NetworkMap } from '#service/network/show-network'
import type { PlanOptions } from '#service/plan-options/draft-plans'
import type { ProvedPlan } from '#service/plan-options/prove-plan'
import type { TerrainMap } from '#service/terrain/show-terrain'
import { ApiError } from '../../api/api-error.ts'
import { apiGet, apiPost } from '../../api/client.ts'

export interface PlanQuestion {
  readonly laying: 'cable' | 'overhead'
  readonly forceNewFeeder: boolean
}

export interface DrawnSource {
  readonly accessPoint: string
  readonly feeder?: string
  readonly capacityKva: number
  readonly route: readonly { readonly longitude: number; readonly latitude: number }[]
  readonly conductor: string
}

const long = 5 * 60_000

export const usePlanOptions = (caseId: string, question: PlanQuestion) =>
  useQuery({
    queryKey: ['plan-options', caseId, question],
    queryFn: () => apiPost<PlanOptions>(`/cases/${caseId}/plan-options`, question),
    staleTime: 60_000,
    placeholderData: keepPreviousData,
    retry: false,
  })

/** The proof of what the designer drew; asked anew for each change. */
export const usePlanProof = (
  caseId: string,
  question: PlanQuestion,
  drawn: { readonly mode: string; readonly sources: readonly DrawnSource[] } | undefined,
) =>
  useQuery({
    queryKey: ['plan-proof', caseId, question, drawn],
    queryFn: () => apiPost<ProvedPlan>(`/cases/${caseId}/plan-proof`, { ...question, ...drawn }),
    enabled: drawn !== undefined,
    placeholderData: keepPreviousData,
    retry: false,
  })

export const useNetworkMap = () =>
  useQuery({
    queryKey: ['network-map'],
    queryFn: ({ signal }) => apiGet<NetworkMap>('/network/map', {}, signal),
    staleTime: long,
    retry: false,
  })

/** The ground; a company that imported none has none. */
export const useGround = () =>
  useQuery({
    queryKey: ['network-ground'],
    queryFn: async ({ signal }) => {
      try {
        return await apiGet<TerrainMap>('/network/ground', {}, signal)
      } catch (error) {
        if (error instanceof ApiError && error.code === 'no-ground') return null
        throw error
      }
    },
    staleTime: long,
    retry: false,
  })

export const useOpenCapacity = () =>
  useQuery({
    queryKey: ['open-capacity'],
    queryFn: ({ signal }) => apiGet<OpenCapacityReport>('/network/open-capacity', {}, signal),
    staleTime: long,
    retry: false,
  })

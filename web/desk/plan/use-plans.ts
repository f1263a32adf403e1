import { keepPreviousData, useQuery } from '@tanstack/react-query'
import type { PlanOptions } from '#service/plan-options/draft-plans'
import type { ProvedPlan } from '#service/plan-options/prove-plan'
import { apiPost } from '../../api/client.ts'

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

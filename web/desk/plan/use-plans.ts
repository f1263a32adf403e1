import { keepPreviousData, useQuery } from '@tanstack/react-query'
import type { PlanOptions } from '#service/plan-options/draft-plans'
import type { ProvedPlan } from '#service/plan-options/prove-plan'
import { apiPost } from '../../api/client.ts'

export interface Transformer {
  readonly unitKva: number
  readonly count: number
}

/** Where a customer who asks for more is fed today; at low voltage the public transformer, and kW. */
export interface Present {
  readonly feeder?: string
  readonly point: string
  readonly capacityKva: number
}

export interface PlanQuestion {
  readonly laying: 'cable' | 'overhead'
  readonly forceNewFeeder: boolean
  readonly present?: Present | undefined
  readonly transformer?: Transformer | undefined
}

export interface DrawnSource {
  readonly accessPoint: string
  readonly feeder?: string
  readonly capacityKva: number
  readonly existingKva?: number
  readonly route?: readonly { readonly longitude: number; readonly latitude: number }[]
  readonly conductor?: string
}

export const usePlanOptions = (caseId: string, question: PlanQuestion | undefined) =>
  useQuery({
    queryKey: ['plan-options', caseId, question],
    queryFn: () => apiPost<PlanOptions>(`/cases/${caseId}/plan-options`, question),
    enabled: question !== undefined,
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

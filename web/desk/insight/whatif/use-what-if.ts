import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { WhatIfBasis } from '#service/insight/what-if/what-if-basis'
import type { RunState } from '#service/insight/what-if/what-if-runs'
import { apiGet, apiPost, newCommandId } from '../../../api/client.ts'
import type { SameKeys } from '../../../i18n/text-tree.ts'
import type { Selection } from '../use-reports.ts'
import type { DraftScenario } from './draft-scenario.ts'
import { en } from './texts-en.ts'
import { zh } from './texts-zh.ts'

export type WhatIfTexts = SameKeys<typeof zh>

export function useWhatIfTexts(): WhatIfTexts {
  const { i18n } = useTranslation()
  return i18n.language === 'en' ? en : zh
}

export const useBasis = (selection: Selection) =>
  useQuery({
    queryKey: ['insight', 'what-if', selection],
    queryFn: ({ signal }) => apiGet<WhatIfBasis>('/insight/what-if/basis', selection, signal),
    staleTime: 60_000,
  })

/** What is asked of a run, as the API takes it. */
export interface WhatIfAsked {
  readonly selection: Selection
  readonly scenarios: readonly Omit<DraftScenario, 'key'>[]
  readonly people: readonly number[]
  readonly limitDays: number
  readonly furtherLimits: readonly number[]
}

export function useStart() {
  return useMutation({
    mutationFn: async ({ runId, asked }: { readonly runId: string; readonly asked: WhatIfAsked }) =>
      await apiPost<RunState>('/insight/what-if/runs', { runId, ...asked }, runId),
  })
}

export const useCancel = () =>
  useMutation({
    mutationFn: async (runId: string) => await apiPost<RunState>(`/insight/what-if/runs/${runId}/cancel`, {}),
  })

/** Looked at twice a second as long as it runs. */
export const useRun = (runId: string | undefined) =>
  useQuery({
    queryKey: ['what-if', 'run', runId],
    queryFn: ({ signal }) => apiGet<RunState>(`/insight/what-if/runs/${runId}`, {}, signal),
    enabled: runId !== undefined,
    refetchInterval: ({ state }) => (state.data?.status === 'running' && !state.error ? 500 : false),
    retry: false,
  })

export interface SavedEntry {
  readonly savedId: string
  readonly name: string
  readonly savedAt: string
}

export interface SavedContent {
  readonly name: string
  readonly savedAt: string
  readonly content: { readonly asked: WhatIfAsked; readonly state: Extract<RunState, { readonly status: 'done' }> }
}

export const useSavedList = () =>
  useQuery({
    queryKey: ['what-if', 'saved'],
    queryFn: ({ signal }) => apiGet<{ saved: readonly SavedEntry[] }>('/insight/what-if/saved', {}, signal),
  })

export const openSaved = async (savedId: string): Promise<SavedContent> =>
  await apiGet<SavedContent>(`/insight/what-if/saved/${savedId}`)

export function useSave() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: async (what: { readonly name: string; readonly runId: string; readonly asked: WhatIfAsked }) => {
      const savedId = newCommandId()
      return await apiPost<{ savedId: string }>('/insight/what-if/saved', { savedId, ...what }, savedId)
    },
    onSuccess: () => client.invalidateQueries({ queryKey: ['what-if', 'saved'] }),
  })
}

import { keepPreviousData, useQuery } from '@tanstack/react-query'
import type { Insight, PublishedAnswer } from '#service/insight/insight'
import type { ImportedLog } from '#service/insight/logs/imported-log'
import type { DiscoveredModel, LogFigures } from '#service/insight/logs/log-report'
import type { CaseRow } from '#service/insight/reports/case-rows'
import type { Comparison } from '#service/insight/reports/comparison'
import type { IndicatorReport } from '#service/insight/reports/indicator-report'
import type { Moves } from '#service/insight/reports/moves'
import type { ProcessMap } from '#service/insight/reports/process-map'
import type { InsightScope } from '#service/insight/reports/scope'
import { apiGet, apiPath } from '../../api/client.ts'

/** Which cases the page is about, as its address says. */
export type Selection = Readonly<Record<string, string | undefined>>

export type VariantAnswer = Awaited<ReturnType<Insight['variants']>>
export type FindingAnswer = Awaited<ReturnType<Insight['findings']>>
export type ClockAnswer = Awaited<ReturnType<Insight['clocks']>>
export interface CasesAnswer {
  readonly total: number
  readonly cases: readonly CaseRow[]
}

function useReport<Answer>(path: string, asked: Readonly<Record<string, string | number | undefined>>, enabled = true) {
  return useQuery({
    queryKey: ['insight', path, asked],
    queryFn: ({ signal }) => apiGet<Answer>(`/insight/${path}`, asked, signal),
    placeholderData: keepPreviousData,
    staleTime: 30_000,
    enabled,
  })
}

/** How far the history has been read, looked at every second as long as somebody waits for it. */
export const useReadingProgress = () =>
  useQuery({
    queryKey: ['insight', 'progress'],
    queryFn: ({ signal }) => apiGet<{ read: number; of: number }>('/insight/progress', {}, signal),
    refetchInterval: 1_000,
    gcTime: 0,
  })

export const useScope = () => useReport<InsightScope>('scope', {})
export const useProcessMap = (selection: Selection, activities: number, paths: number, enabled = true) =>
  useReport<ProcessMap>('process-map', { ...selection, activities, paths }, enabled)
export const usePublished = (selection: Selection, enabled: boolean) =>
  useReport<PublishedAnswer>('published-process', selection, enabled)
export const useVariants = (selection: Selection) => useReport<VariantAnswer>('variants', selection)
export const useFindings = (selection: Selection) => useReport<FindingAnswer>('findings', selection)
export const useClocks = (selection: Selection) => useReport<ClockAnswer>('clocks', selection)
export const useIndicators = (selection: Selection) => useReport<IndicatorReport>('indicators', selection)
export const useCasesBehind = (selection: Selection, question: Readonly<Record<string, string>>, limit: number) =>
  useReport<CasesAnswer>('cases', { ...selection, ...question, limit })

export const useMoves = (selection: Selection) => useReport<Moves>('moves', selection)

export const useLogs = () => useReport<{ readonly logs: readonly ImportedLog[] }>('logs', {})
export const useLogFigures = (logId: string) => useReport<LogFigures>(`logs/${logId}`, {})
export const useDiscovered = (logId: string, noise: number, enabled: boolean) =>
  useReport<DiscoveredModel>(`logs/${logId}/discovered`, { noise }, enabled)
export const logPath = (logId: string, format: 'xes' | 'ocel'): string =>
  apiPath(`/insight/logs/${logId}/export`, { format })

const sideOf = (side: string, selection: Selection) =>
  Object.fromEntries(Object.entries(selection).map(([field, value]) => [`${side}[${field}]`, value]))
export const useComparison = (a: Selection, b: Selection) =>
  useReport<Comparison>('comparison', { ...sideOf('a', a), ...sideOf('b', b) })

/** The address of a report as a file. */
export const exportPath = (report: string, selection: Selection, format: 'csv' | 'xlsx'): string =>
  apiPath('/insight/export', { ...selection, report, format })

import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { ReservationPage } from '#service/capacity-ledger/show-reservations'
import type { LedgerEntry } from '#service/capacity-ledger/store'
import { apiGet } from '../../../api/client.ts'
import type { SameKeys } from '../../../i18n/text-tree.ts'
import { en } from './texts/en.ts'
import { zh } from './texts/zh.ts'

type Asked = Readonly<Record<string, string | undefined>>
type PageAnswer = Omit<ReservationPage, 'next'> & { readonly next: string | null }

export type ReservationTexts = SameKeys<typeof zh>

/** The texts of reservations, which come with their pages and not with the desk. */
export function useReservationTexts(): ReservationTexts {
  const { i18n } = useTranslation()
  return i18n.language === 'en' ? en : zh
}

/** Pages of the ledger, earliest applicant first. */
export const useReservations = (asked: Asked) =>
  useInfiniteQuery({
    queryKey: ['network', 'reservations', asked],
    queryFn: ({ pageParam, signal }) =>
      apiGet<PageAnswer>('/network/reservations', { ...asked, limit: 50, after: pageParam }, signal),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next ?? undefined,
    placeholderData: keepPreviousData,
  })

export const useHistory = (reservation: string) =>
  useQuery({
    queryKey: ['network', 'reservation', reservation],
    queryFn: ({ signal }) =>
      apiGet<{ entries: readonly LedgerEntry[] }>('/network/reservations/history', { reservation }, signal),
  })

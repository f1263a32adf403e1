import { QueryClient } from '@tanstack/react-query'
import { ApiError, isPassing } from './api-error.ts'

/** Reads are tried again only where trying again can help; a refusal is an answer. Writes are never repeated by themselves. */
export function createQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        retry: (count, error) => count < 2 && isPassing(error),
        staleTime: 15_000,
        refetchOnWindowFocus: true,
        networkMode: 'always',
      },
      mutations: { retry: false, networkMode: 'always' },
    },
  })
}

export function isSignedOut(error: unknown): boolean {
  return error instanceof ApiError && error.status === 401
}

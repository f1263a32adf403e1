import { useQuery } from '@tanstack/react-query'
import type { ImportLimit } from '#platform/files/upload-limits'
import type { NetworkVersion } from '#service/network/network-version'
import type { OpenCapacityReport } from '#service/network/open-capacity'
import type { TerrainVersion } from '#service/terrain/terrain-version'
import { ApiError } from '../../api/api-error.ts'
import { apiGet } from '../../api/client.ts'
import type { MapFeatures } from '../map/map-features.ts'

const minute = 60_000

/** What was imported, oldest first, and how large a file may be. */
interface Imports<Version> {
  readonly versions: readonly Version[]
  readonly limit: ImportLimit
}

export const useVersions = () =>
  useQuery({
    queryKey: ['network', 'versions'],
    queryFn: ({ signal }) => apiGet<Imports<NetworkVersion>>('/network/versions', {}, signal),
    staleTime: minute,
  })

export const useGroundVersions = () =>
  useQuery({
    queryKey: ['network', 'ground-versions'],
    queryFn: ({ signal }) => apiGet<Imports<TerrainVersion>>('/network/ground/versions', {}, signal),
    staleTime: minute,
  })

export const useOpenCapacity = () =>
  useQuery({
    queryKey: ['network', 'open-capacity'],
    queryFn: ({ signal }) => orNothing(() => apiGet<OpenCapacityReport>('/network/open-capacity', {}, signal)),
    staleTime: minute,
  })

/** Kept as one object as long as the version is the same: the map sends a new one to its worker again. */
export const useNetworkMap = (version: number | undefined) =>
  useQuery({
    queryKey: ['network', 'map', version],
    queryFn: ({ signal }) => apiGet<MapFeatures & { readonly hasPlaces?: boolean }>('/network/map', {}, signal),
    staleTime: Number.POSITIVE_INFINITY,
    enabled: version !== undefined,
  })

export const useGround = (version: number | undefined) =>
  useQuery({
    queryKey: ['network', 'ground', version],
    queryFn: ({ signal }) => orNothing(() => apiGet<MapFeatures>('/network/ground', {}, signal)),
    staleTime: 10 * minute,
    enabled: version !== undefined,
  })

/** null where no network, or no ground, is imported yet: that is no failure. */
async function orNothing<Answer>(read: () => Promise<Answer>): Promise<Answer | null> {
  try {
    return await read()
  } catch (error) {
    if (error instanceof ApiError && ['no-network', 'no-ground'].includes(error.code)) return null
    throw error
  }
}

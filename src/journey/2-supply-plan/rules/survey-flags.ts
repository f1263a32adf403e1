import type { ApplicationForm } from '#journey/acceptance'
import type { SurveySite } from '../api.ts'

type Place = { readonly longitude: number; readonly latitude: number }

const earthRadiusM = 6_371_000
const radians = (degrees: number) => (degrees * Math.PI) / 180

/** Great-circle distance, m (haversine); good to half a percent, which is more than a phone knows. */
export function distanceM(from: Place, to: Place): number {
  const dLat = radians(to.latitude - from.latitude)
  const dLon = radians(to.longitude - from.longitude)
  const h =
    Math.sin(dLat / 2) ** 2 +
    Math.cos(radians(from.latitude)) * Math.cos(radians(to.latitude)) * Math.sin(dLon / 2) ** 2
  return 2 * earthRadiusM * Math.asin(Math.sqrt(h))
}

/**
 * What makes a visit doubtful: no position, no photo, or a position far from the address. Accepted all the same, but
 * recorded, because a survey from the desk is what an inspector looks for first.
 */
export function flagsOfSurvey(
  { location, photos }: SurveySite,
  premise: ApplicationForm['premise'],
  toleranceM: number,
): readonly string[] {
  const { longitude, latitude } = premise
  const isFar =
    location !== undefined &&
    longitude !== undefined &&
    latitude !== undefined &&
    distanceM(location, { longitude, latitude }) > toleranceM + (location.accuracyM ?? 0)
  return [
    ...(location ? [] : ['no-location']),
    ...(photos.length > 0 ? [] : ['no-photos']),
    ...(isFar ? ['location-far'] : []),
  ]
}

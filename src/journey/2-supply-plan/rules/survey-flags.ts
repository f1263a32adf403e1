import type { ApplicationForm } from '#journey/acceptance'
import { getGreatCircleM } from '#kernel'
import type { SurveySite } from '../api.ts'

type Place = { readonly longitude: number; readonly latitude: number }

/** Along the great circle, m: good to half a percent, which is more than a phone knows. */
export const distanceM = (from: Place, to: Place): number => getGreatCircleM(toGeo(from), toGeo(to))

const toGeo = ({ longitude, latitude }: Place) => ({ lon: longitude, lat: latitude })

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

import { createPlane } from '#kernel'
import type { Network, NetworkPoint, Section } from '../../src/power/index.ts'

/**
 * A town of any size for drafting: substations with two bus sections on a grid, eight feeders each, poles and ring main
 * units along them, a distribution transformer at every second place, a tie between neighbouring feeders.
 */
export function buildTown(busCount: number): Network {
  const plane = createPlane({ lon: 120, lat: 30 })
  const feedersPerStation = 8
  const pointsPerFeeder = 60
  const stationCount = Math.max(1, Math.round(busCount / (feedersPerStation * pointsPerFeeder)))
  const columns = Math.ceil(Math.sqrt(stationCount))
  const stations = Array.from({ length: stationCount }, (_, at) => ({
    name: `S${at}`,
    highKv: 110,
    x: (at % columns) * 6000,
    y: Math.floor(at / columns) * 6000,
  }))
  const busSections = stations.flatMap((station, substation) =>
    [1, 2].map((number) => ({
      name: `${station.name}-${number}`,
      point: 2 * substation + number - 1,
      substation,
      kv: 10,
      incomer: `T${number}-${station.name}`,
      spareBays: 2,
      setPu: 1.03,
      shortCircuitMva: 250,
      rOverX: 0.1,
    })),
  )
  const points: NetworkPoint[] = busSections.map((section) => {
    const { x = 0, y = 0 } = stations[section.substation] ?? {}
    return { name: section.name, kind: 'bus-section', kv: 10, spareBays: 2, x, y, path: '' }
  })
  const sections: Section[] = []
  const ends: number[] = []
  const feeders = Array.from({ length: stationCount * feedersPerStation }, (_, at) => {
    const substation = Math.floor(at / feedersPerStation)
    const busSection = 2 * substation + (at % 2)
    const angle = (2 * Math.PI * (at % feedersPerStation)) / feedersPerStation
    const start = stations[substation] ?? { x: 0, y: 0 }
    let from = busSection
    for (let step = 1; step <= pointsPerFeeder; step++) {
      const isUnit = step % 6 === 0
      const kind = isUnit ? ('ring-main-unit' as const) : ('pole' as const)
      const reach = 55 * step
      points.push({
        name: `F${at}-${step}`,
        kind,
        kv: 10,
        spareBays: isUnit ? 1 + (step % 3) : 0,
        x: start.x + reach * Math.cos(angle),
        y: start.y + reach * Math.sin(angle) + 3 * (step % 4),
        path: '',
      })
      const to = points.length - 1
      sections.push({
        name: `F${at}.${step}`,
        feeder: at,
        from,
        to,
        laying: 'overhead',
        model: 'JKLYJ-10-240',
        lengthM: 58,
        rOhm: 0.00725,
        xOhm: 0.0179,
        ratedA: 550,
        cNf: 0,
        path: '',
      })
      from = to
    }
    ends.push(from)
    return {
      name: `F${at}`,
      busSection,
      kv: 10,
      ratedA: 450,
      historicMaxA: 150 + ((at * 37) % 220),
      users: 20 + ((at * 7) % 35),
      promisedKva: (at % 3) * 300,
    }
  })
  return {
    plane,
    substations: stations,
    busSections,
    mainTransformers: busSections.map((section, at) => ({
      name: section.incomer,
      substation: section.substation,
      busSection: at,
      ratedMva: 40,
      historicMaxMva: 16 + (at % 5) * 3,
      promisedKva: 500,
    })),
    feeders,
    points,
    sections,
    switches: ends.flatMap((end, at) =>
      at % 2 === 0 && ends[at + 1] !== undefined
        ? [
            {
              name: `TIE${at}`,
              from: end,
              to: ends[at + 1] ?? end,
              kind: 'load-break' as const,
              isClosed: false,
              path: '',
            },
          ]
        : [],
    ),
    distributionTransformers: points.flatMap((point, at) =>
      point.kind !== 'bus-section' && at % 2 === 0
        ? [
            {
              name: `T${at}`,
              point: at,
              kva: 400,
              lowKv: 0.4,
              isPublic: at % 4 === 0,
              historicMaxKw: undefined,
              zone: 'B',
            },
          ]
        : [],
    ),
    lowVoltageLines: [],
    supplyPoints: [],
    hasPlaces: true,
    measured: undefined,
  }
}

import { describe, expect, it } from 'vitest'
import { readTrack, trackLengthM } from './track.ts'

const line = [
  { longitude: 119.1, latitude: 32.1 },
  { longitude: 119.101, latitude: 32.1 },
  { longitude: 119.101, latitude: 32.102 },
]

describe('a track file', () => {
  it('is read from GPX, GeoJSON and plain lines alike', () => {
    const points = line.map(
      ({ longitude, latitude }) => `<trkpt lat="${latitude}" lon="${longitude}"><ele>4</ele></trkpt>`,
    )
    const gpx = `<?xml version="1.0"?><gpx><wpt lat="1" lon="2"/><trk><trkseg>${points.join('\n')}</trkseg></trk></gpx>`
    const geojson = {
      type: 'FeatureCollection',
      features: [
        { type: 'Feature', geometry: { type: 'Point', coordinates: [1, 2] } },
        {
          type: 'Feature',
          geometry: { type: 'LineString', coordinates: line.map((place) => [place.longitude, place.latitude, 4]) },
        },
      ],
    }
    const text = `经度,纬度\n${line.map((place) => `${place.longitude}，${place.latitude}`).join('\n')}`
    for (const content of [gpx, JSON.stringify(geojson), text, `\uFEFF${text}`])
      expect(readTrack(content)).toEqual(line)
  })

  it('without two positions on the globe is not understood', () => {
    for (const content of [
      '',
      '119.1,32.1',
      '{"type": "LineString"}',
      '{"type": "LineString", "coordinates": [[119, 32], [null, 3]]}',
      '{broken',
      '<gpx><trkpt lat="x" lon="1"/><trkpt lat="2" lon="1"/></gpx>',
      '500,32\n501,32',
    ])
      expect(readTrack(content), content).toBeUndefined()
  })

  it('has a length in metres', () => {
    // 0.001° east at 32.1° is 94.3 m, 0.002° north is 222.6 m.
    expect(trackLengthM(line)).toBeCloseTo(94.3 + 222.64, 0)
  })
})

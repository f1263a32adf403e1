import { describe, expect, it } from 'vitest'
import { drawRouteMap } from './draw-route-map.ts'

// A thousand metres north: 1000 / 111320 of a degree.
const north = 1000 / 111_320
const straight = [
  { longitude: 120.5, latitude: 29.87 },
  { longitude: 120.5, latitude: 29.87 + north },
]
const source = (route?: typeof straight, accessPoint = 'HK03 环网柜') => ({
  sourceNumber: 1,
  accessPoint,
  ...(route ? { route } : {}),
})

describe('the route map of a reply', () => {
  it('is not drawn where no source has a route', () => {
    expect(drawRouteMap([source()], '供电路径')).toBeUndefined()
  })

  it('is drawn north up and to scale, from the circle of the access point to the square of the customer', () => {
    const svg = drawRouteMap([source(straight)], '供电路径') ?? ''
    // 260 − 2·34 − 20 = 172 px for 1000 m: from y = 206 up to y = 34, in the middle.
    expect(svg).toContain('<polyline points="240,206 240,34"')
    expect(svg).toContain('<circle cx="240" cy="206"')
    expect(svg).toContain('<rect x="235" y="29"')
    // A fifth of the width is 96 px, 558 m: the bar says 500 m, 86 px.
    expect(svg).toContain('h86v-5')
    expect(svg).toContain('>500 m<')
  })

  it('tells the second source apart by dashes, and escapes what was written', () => {
    const second = { ...source(straight, '<b>&"'), sourceNumber: 2 }
    const svg = drawRouteMap([source(straight), second], '供电路径') ?? ''
    expect(svg.match(/stroke-dasharray/g)).toHaveLength(1)
    expect(svg).not.toContain('<b>')
  })
})

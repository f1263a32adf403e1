import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'

const css = readFileSync(join(import.meta.dirname, 'tokens.css'), 'utf8')

function tokensAfter(mark: string): Record<string, string> {
  const start = css.indexOf(mark)
  const block = css.slice(css.indexOf('{', start) + 1, css.indexOf('}', start))
  return Object.fromEntries([...block.matchAll(/(--[\w-]+):\s*([^;]+);/g)].map((found) => [found[1], found[2]]))
}

const light = tokensAfter(':root {')
const dark = tokensAfter(':root:not([data-theme="light"])')

/** WCAG contrast of two `#rrggbb` colours. */
function contrast(one: string, other: string): number {
  const luminance = (hex: string) => {
    const [r = 0, g = 0, b = 0] = [1, 3, 5]
      .map((at) => Number.parseInt(hex.slice(at, at + 2), 16) / 255)
      .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4))
    return 0.2126 * r + 0.7152 * g + 0.0722 * b
  }
  const [bright = 0, dim = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a)
  return (bright + 0.05) / (dim + 0.05)
}

describe('tokens', () => {
  it('say the dark side twice alike: by the system and by hand', () => {
    expect(Object.keys(dark).length).toBeGreaterThan(20)
    expect(tokensAfter(':root[data-theme="dark"]')).toEqual(dark)
  })

  it.each([
    ['light', light],
    ['dark', { ...light, ...dark }],
  ])('are readable: 4.5 to 1 for every text on its ground, %s', (_, tokens) => {
    const pairs = [
      ...['--ink', '--ink-2', '--ink-3', '--accent-strong', '--late', '--ok', '--soon', '--info', '--stopped'].flatMap(
        (ink) => ['--paper', '--page', '--sunk'].map((ground) => [ink, ground]),
      ),
      ...['ok', 'soon', 'late', 'stopped', 'info'].map((name) => [`--${name}`, `--${name}-soft`]),
      ['--accent-strong', '--accent-soft'],
      ['--on-accent', '--accent'],
    ]
    const faint = pairs.filter(([ink = '', ground = '']) => contrast(tokens[ink] ?? '', tokens[ground] ?? '') < 4.5)
    expect(faint).toEqual([])
  })
})

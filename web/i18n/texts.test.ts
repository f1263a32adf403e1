import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { deskEn } from '../desk/texts/en.ts'
import { deskZh } from '../desk/texts/zh.ts'
import { portalEn } from '../portal/texts/en.ts'
import { portalZh } from '../portal/texts/zh.ts'
import { en } from './en.ts'
import { keysOf, type TextTree } from './text-tree.ts'
import { zh } from './zh.ts'

const pairs: readonly (readonly [string, TextTree, TextTree])[] = [
  ['ui', zh, en],
  ['portal', portalZh, portalEn],
  ['desk', deskZh, deskEn],
]

const textAt = (tree: TextTree, key: string): string =>
  String(key.split('.').reduce<unknown>((value, part) => (value as TextTree)[part], tree))
const placesOf = (text: string) => [...text.matchAll(/\{\{(\w+)\}\}/g)].map((found) => found[1]).sort()

const root = join(import.meta.dirname, '..')
const code = globSync('**/*.{ts,tsx}', { cwd: root })
  .filter((file) => !/[.]test[.]|\btexts\/|i18n\/(zh|en)[.]ts$/.test(file))
  .map((file) => readFileSync(join(root, file), 'utf8'))
  .join('\n')
/** Keys as the pages write them, and those put together from a fixed beginning: `stage.${name}`. */
const written = new Set([...code.matchAll(/['"]([\w.:-]+)['"]/g)].map((found) => found[1]))
const joined = [...code.matchAll(/`([\w-]+[.:]?[\w.:-]*\$\{[^`]*)`/g)].map(
  ([, template = '']) =>
    new RegExp(
      `^${template
        .split(/\$\{(?:[^{}]|\{[^}]*\})*\}/)
        .map((part) => part.replaceAll('.', '[.]'))
        .join('[^.]+')}$`,
    ),
)

describe.each(pairs)('texts of %s', (space, chinese, english) => {
  const keys = keysOf(chinese)

  it('are complete in both languages', () => {
    expect(keys.length).toBeGreaterThan(20)
    expect(keysOf(english)).toEqual(keys)
    // An empty text falls back to the other language.
    expect(keys.filter((key) => textAt(chinese, key) === '' || textAt(english, key) === '')).toEqual([])
  })

  it('are shown by some page', () => {
    const names = (key: string) => [key, `${space}:${key}`]
    const isShown = (key: string) =>
      names(key.replace(/_other$/, '')).some((name) => written.has(name) || joined.some((shape) => shape.test(name)))
    expect(keys.filter((key) => !isShown(key))).toEqual([])
  })

  it('have the same places for values', () => {
    const differing = keys.filter(
      (key) => placesOf(textAt(chinese, key)).join() !== placesOf(textAt(english, key)).join(),
    )
    expect(differing).toEqual([])
  })

  it('are written in their language', () => {
    expect(
      keys.filter((key) => /[\u4e00-\u9fff]/.test(textAt(english, key)) && !/^language[.]|^brand$/.test(key)),
    ).toEqual([])
  })
})

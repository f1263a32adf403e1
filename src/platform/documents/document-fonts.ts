import { readdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { type FontCoverage, readFontCoverage } from './font-coverage.ts'

/** The fonts documents are set in, and what they can draw together. */
export interface DocumentFonts {
  readonly files: readonly Buffer[]
  readonly coverage: FontCoverage
}

const package_ = '@expo-google-fonts/noto-sans-sc'
const weights = ['400Regular/NotoSansSC_400Regular.ttf', '700Bold/NotoSansSC_700Bold.ttf']

/**
 * Loads the two weights of the text font, and every font of `extraFolder` for characters the text font lacks
 * (it covers the basic plane and Extension A, hardly the later extensions that some personal names need).
 */
export function loadDocumentFonts(extraFolder?: string): DocumentFonts {
  const resolve = createRequire(import.meta.url).resolve
  const base = weights.map((file) => readFileSync(resolve(`${package_}/${file}`)))
  const extra = extraFolder === undefined ? [] : readFolder(extraFolder)
  const baseCoverage = base.map(readFontCoverage)
  const extraCoverage = extra.map(readFontCoverage)
  return {
    files: [...base, ...extra],
    coverage: {
      has: (code) => baseCoverage.every((font) => font.has(code)) || extraCoverage.some((font) => font.has(code)),
    },
  }
}

function readFolder(folder: string): Buffer[] {
  const names = readdirSync(folder).filter((name) => /\.(ttf|otf|ttc)$/i.test(name))
  return names.sort().map((name) => readFileSync(join(folder, name)))
}

import { accept, type Fault, type Result, refuse } from '#kernel'
import { type Cell, readRows } from '../sheet/columns.ts'
import { type NetworkSheets, networkSheets, optionalSheets, type SheetName } from './sheets.ts'

const names = Object.keys(networkSheets) as SheetName[]

/** Reads the sheets of a network, each a CSV text by its name. All faults of all sheets at once, as `sheet.csv:line.column`. */
export function readSheetTexts(
  texts: ReadonlyMap<string, { readonly file: string; readonly content: string }>,
): Result<NetworkSheets> {
  const faults: Fault[] = []
  const sheets: Partial<Record<SheetName, unknown>> = {}
  for (const name of names) {
    const found = texts.get(name)
    sheets[name] = []
    if (!found) {
      if (!optionalSheets.includes(name)) faults.push({ path: name, code: 'sheet.missing' })
      continue
    }
    const rows = readRows(found.file, found.content, networkSheets[name])
    if (rows.ok) sheets[name] = rows.value.map((row) => ({ ...row, path: `${found.file}:${row.line}` }))
    else faults.push(...(rows.refusal.faults ?? []))
  }
  for (const name of texts.keys())
    if (!(name in networkSheets)) faults.push({ path: name, code: 'sheet.unknown', data: { allowed: names } })
  return faults.length > 0 ? refuse({ code: 'network.faulty', faults }) : accept(sheets as NetworkSheets)
}

/**
 * Splits one text into sheets: each begins with a line `[sheetName]`. Line numbers stay those of the whole file, so
 * that a fault names the line an editor shows.
 */
export function splitBundle(file: string, content: string): Map<string, { file: string; content: string }> {
  const sheets = new Map<string, { file: string; content: string }>()
  let name = ''
  for (const [at, line] of content
    .replace(/^\uFEFF/, '')
    .split('\n')
    .entries()) {
    const heading = /^\[(\w+)\]\s*,*\s*$/.exec(line.trim())
    if (heading) {
      name = heading[1] ?? ''
      // As many empty lines as went before: the reader leaves them out and counts them.
      sheets.set(name, { file, content: '\n'.repeat(at + 1) })
    } else if (name !== '') {
      const sheet = sheets.get(name)
      if (sheet) sheet.content += `${line}\n`
    }
  }
  return sheets
}

/**
 * Reads a GeoJSON feature collection: each feature's property `sheet` names its sheet, its other properties are the
 * columns, a point gives `lon` and `lat`. A line's geometry is not kept; its `lengthM` counts.
 */
export function readGeoJson(file: string, content: unknown): Result<NetworkSheets> {
  const features = isRecord(content) && Array.isArray(content.features) ? (content.features as unknown[]) : undefined
  if (!features) return refuse({ code: 'network.faulty', faults: [{ path: file, code: 'geojson.noFeatures' }] })
  const faults: Fault[] = []
  const sheets: Record<string, unknown[]> = Object.fromEntries(names.map((name) => [name, []]))
  for (const [at, feature] of features.entries()) {
    const path = `${file}:features[${at}]`
    const properties: Record<string, unknown> =
      isRecord(feature) && isRecord(feature.properties) ? feature.properties : {}
    const name = names.find((sheet) => sheet === properties.sheet)
    if (!name) {
      faults.push({
        path: `${path}.properties.sheet`,
        code: 'sheet.unknown',
        data: { found: properties.sheet ?? null, allowed: names },
      })
      continue
    }
    const geometry = isRecord(feature) && isRecord(feature.geometry) ? feature.geometry : {}
    const point =
      geometry.type === 'Point' && Array.isArray(geometry.coordinates)
        ? { lon: geometry.coordinates[0], lat: geometry.coordinates[1] }
        : {}
    sheets[name]?.push(readFeature(path, networkSheets[name], { ...properties, ...point }, faults))
  }
  return faults.length > 0 ? refuse({ code: 'network.faulty', faults }) : accept(sheets as unknown as NetworkSheets)
}

function readFeature(
  path: string,
  columns: Readonly<Record<string, Cell<unknown>>>,
  properties: Readonly<Record<string, unknown>>,
  faults: Fault[],
): Record<string, unknown> {
  const row: Record<string, unknown> = { path }
  for (const [name, cell] of Object.entries(columns)) {
    const value = properties[name]
    const words = value === true ? 'yes' : value === false ? 'no' : String(value ?? '')
    const read = cell(words)
    if ('value' in read) row[name] = read.value
    else faults.push({ path: `${path}.${name}`, code: read.fault, ...(read.data && { data: read.data }) })
  }
  return row
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

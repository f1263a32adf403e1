/**
 * Where a fault is, from the outside in: `用电设备第2行 › 单台功率`. A part that only repeats the one around it (an address in
 * an address) is said once. `rowOf` says a list with the number of its row, from 1.
 */
export function placeOf(
  path: string,
  label: (path: string) => string,
  rowOf: (list: string, row: number) => string,
): string {
  const keys = path.split('.')
  const places: string[] = []
  for (const [index, key] of keys.entries()) {
    const outer = places.at(-1)
    if (/^\d+$/.test(key) && outer !== undefined) places[places.length - 1] = rowOf(outer, Number(key) + 1)
    else {
      const name = label(keys.slice(0, index + 1).join('.'))
      if (name !== outer) places.push(name)
    }
  }
  return places.join(' › ')
}

/** A sentence after a colon begins small in English; abbreviations keep their capitals, Chinese is as it was. */
export const withinSentence = (sentence: string): string =>
  sentence.replace(/^[A-Z](?=[a-z ])/, (letter) => letter.toLowerCase())

/** `town.csv:25.busSection` → row 25, column busSection; what is no such path is shown whole as the column. */
export function placeInFile(path: string): { readonly line: number | undefined; readonly column: string } {
  const found = /:(\d+)(?:\.(.+))?$/.exec(path)
  if (!found) return { line: undefined, column: path }
  return { line: Number(found[1]), column: found[2] ?? '' }
}

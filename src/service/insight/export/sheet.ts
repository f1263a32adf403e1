export type Cell = string | number | null

/** One table of an export: a heading for each column, then the rows. */
export interface Sheet {
  readonly name: string
  readonly head: readonly string[]
  readonly rows: readonly (readonly Cell[])[]
}

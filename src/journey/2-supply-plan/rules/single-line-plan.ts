import type { SymbolKind } from './single-line-symbols.ts'

/** One element on the way of a source or below the bus, with up to two lines of text beside it. */
export interface SingleLineElement {
  readonly kind: SymbolKind
  readonly label: string
  readonly note?: string
}

/** The way of one source, from the network's bus or line down to the customer, in the order of the current. */
export interface SingleLineSource {
  /** The bus or line it begins at: `柳林变 10 kV I 段母线`. */
  readonly from: string
  /** 主供, 备供 …; printed beside the beginning. */
  readonly role?: string
  readonly elements: readonly SingleLineElement[]
}

/** What hangs below the customer's bus: a transformer with its switch and load, an own generator. */
export interface SingleLineBranch {
  /** Index of the bus section it hangs at; 0 where there is one. */
  readonly section: number
  readonly elements: readonly SingleLineElement[]
}

/** A supply as a single-line diagram: sources side by side, the customer's bus across, branches below. */
export interface SingleLinePlan {
  /** What the picture shows, for people who cannot see it. */
  readonly title: string
  /** Between the role of a source and where it begins. */
  readonly colon: string
  readonly sources: readonly SingleLineSource[]
  /** Left out where the source feeds the load without a bus of the customer's own (low voltage). */
  readonly bus?: {
    readonly label: string
    /** One section per source, joined by a tie; otherwise all sources meet on one bus. */
    readonly sectioned: boolean
    readonly tie?: SymbolKind
  }
  readonly branches: readonly SingleLineBranch[]
}

/** A section of the bus and the columns above and below it. */
export interface Section {
  readonly first: number
  readonly count: number
}

export interface Arrangement {
  readonly columns: number
  readonly sections: readonly Section[]
  readonly sourceColumns: readonly number[]
  readonly branchColumns: readonly number[]
}

/** Each section is as wide as its branches; its source stands above its first column. On one bus all stand side by side. */
export function arrange({ sources, branches, bus }: SingleLinePlan): Arrangement {
  if (bus?.sectioned !== true) {
    const columns = Math.max(1, sources.length, branches.length)
    return {
      columns,
      sections: [{ first: 0, count: columns }],
      sourceColumns: sources.map((_, index) => index),
      branchColumns: branches.map((_, index) => index),
    }
  }
  const sections: Section[] = []
  const branchColumns: number[] = []
  for (const section of sources.keys()) {
    const first = sections.reduce((sum, { count }) => sum + count, 0)
    const own = branches.flatMap((branch, index) => (branch.section === section ? [index] : []))
    for (const [place, index] of own.entries()) branchColumns[index] = first + place
    sections.push({ first, count: Math.max(1, own.length) })
  }
  const columns = sections.reduce((sum, { count }) => sum + count, 0)
  return { columns, sections, sourceColumns: sections.map(({ first }) => first), branchColumns }
}

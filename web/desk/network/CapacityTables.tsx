import { useState } from 'react'
import type { OpenCapacityReport } from '#service/network/open-capacity'
import { ScrollRegion } from '../parts/ScrollRegion.tsx'
import { fill } from '../words/room-words.ts'
import { type CapacityRow, CapacityTable } from './CapacityTable.tsx'
import { loadingOf } from './loadings.ts'
import { useNetworkTexts } from './use-network-texts.ts'

const lists = ['feeders', 'mainTransformers', 'distributionTransformers'] as const
type List = (typeof lists)[number]

/** Rows shown at once; a large network has ten thousand transformers. */
const page = 100

interface CapacityTablesProps {
  readonly report: OpenCapacityReport
  /** Brings the element of this name into view on the map; undefined without a map. */
  readonly onShow: ((name: string) => void) | undefined
}

/** 可开放容量 of feeders, main transformers and distribution transformers: what the map shows, as figures. */
export function CapacityTables({ report, onShow }: CapacityTablesProps) {
  const texts = useNetworkTexts()
  const [list, setList] = useState<List>('feeders')
  const [asked, setAsked] = useState('')
  const [most, setMost] = useState(page)
  const choose = (next: List) => {
    setList(next)
    setMost(page)
  }
  const words = asked.trim().toLowerCase()
  const found = rowsOf(report, list).filter(({ name }) => name.toLowerCase().includes(words))
  const rows = found.slice(0, most)
  return (
    <section className="network-side" aria-label={texts.capacity}>
      <div className="network-side-head">
        <h2>{texts.capacity}</h2>
        <p className="quiet small">{texts.capacityNote}</p>
        <div className="row network-tools">
          <nav className="segments" aria-label={texts.chooseList}>
            {lists.map((each) => (
              <button key={each} type="button" aria-pressed={each === list} onClick={() => choose(each)}>
                {texts.lists[each]} {report[each].length}
              </button>
            ))}
          </nav>
          <input
            type="search"
            value={asked}
            placeholder={texts.find}
            aria-label={texts.find}
            onChange={(event) => setAsked(event.target.value)}
          />
        </div>
      </div>
      <ScrollRegion className="network-table" label={`${texts.capacity} ${texts.lists[list]}`}>
        <CapacityTable
          rows={rows}
          bands={list === 'distributionTransformers' ? undefined : report.loadingBands}
          onShow={list === 'mainTransformers' ? undefined : onShow}
        />
        {rows.length === 0 && <p className="quiet">{texts.none}</p>}
        {found.length > rows.length && (
          <button type="button" className="button more" onClick={() => setMost(most + page)}>
            {fill(texts.more, { count: Math.min(page, found.length - rows.length) })}
          </button>
        )}
      </ScrollRegion>
    </section>
  )
}

/** Feeders and main transformers with their loading; distribution transformers have no historic current to tell it by. */
function rowsOf(report: OpenCapacityReport, list: List): readonly CapacityRow[] {
  if (list === 'distributionTransformers')
    return report[list].map(({ kva, ...row }) => ({ ...row, key: row.name, ratedKva: kva }))
  return report[list].map((row) => ({ ...row, key: `${row.busSection} ${row.name}`, loading: loadingOf(row) }))
}

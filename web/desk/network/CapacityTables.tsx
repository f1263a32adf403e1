import { useState } from 'react'
import type { OpenCapacityReport, OpenCapacityRow, OpenTransformerRow } from '#service/network/open-capacity'
import { showNumber } from '../../ui/numbers.ts'
import { bandOf } from '../map/map-features.ts'
import { ScrollRegion } from '../parts/ScrollRegion.tsx'
import { fill } from '../words/room-words.ts'
import { loadingOf } from './loadings.ts'
import { useNetworkTexts } from './use-network-texts.ts'

const lists = ['feeders', 'mainTransformers', 'distributionTransformers'] as const
type List = (typeof lists)[number]

/** Rows shown at once; a large network has ten thousand transformers. */
const page = 100

interface CapacityTablesProps {
  readonly report: OpenCapacityReport
  /** Brings the element of this name into view on the map. */
  readonly onShow: (name: string) => void
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
  const found = report[list].filter(({ name }) => name.toLowerCase().includes(words))
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
        {list === 'distributionTransformers' ? (
          <TransformerTable rows={rows as readonly OpenTransformerRow[]} onShow={onShow} />
        ) : (
          <PlaceTable rows={rows as readonly OpenCapacityRow[]} {...(list === 'feeders' && { onShow })} />
        )}
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

interface TableProps<Row> {
  readonly rows: readonly Row[]
  readonly onShow?: (name: string) => void
}

function PlaceTable({ rows, onShow }: TableProps<OpenCapacityRow>) {
  const { column } = useNetworkTexts()
  return (
    <table className="table">
      <thead>
        <tr>
          <th scope="col">{column.name}</th>
          <th scope="col">{column.loading}</th>
          <th scope="col" className="number">
            {column.rated}
          </th>
          <th scope="col" className="number">
            {column.promised}
          </th>
          <th scope="col" className="number">
            {column.open}
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={`${row.busSection} ${row.name}`}>
            <th scope="row">
              <NameToShow name={row.name} onShow={onShow} />
              <span className="quiet small block">{row.substation}</span>
            </th>
            <td>
              <Loading share={loadingOf(row)} />
            </td>
            <td className="number">{whole(row.ratedKva)}</td>
            <td className="number">{whole(row.promisedKva)}</td>
            <td className="number">
              <Open kva={row.openKva} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function TransformerTable({ rows, onShow }: TableProps<OpenTransformerRow>) {
  const { column } = useNetworkTexts()
  return (
    <table className="table">
      <thead>
        <tr>
          <th scope="col">{column.name}</th>
          <th scope="col" className="number">
            {column.rated}
          </th>
          <th scope="col" className="number">
            {column.promised}
          </th>
          <th scope="col" className="number">
            {column.open}
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.name}>
            <th scope="row">
              <NameToShow name={row.name} onShow={onShow} />
            </th>
            <td className="number">{whole(row.kva)}</td>
            <td className="number">{whole(row.promisedKva)}</td>
            <td className="number">
              <Open kva={row.openKva} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function NameToShow({
  name,
  onShow,
}: {
  readonly name: string
  readonly onShow: ((name: string) => void) | undefined
}) {
  const texts = useNetworkTexts()
  if (!onShow) return <b>{name}</b>
  return (
    <button type="button" className="network-name" title={fill(texts.onMap, { name })} onClick={() => onShow(name)}>
      {name}
    </button>
  )
}

/** The bar says it at a glance, the figure exactly; 80 % is marked. */
function Loading({ share }: { readonly share: number | undefined }) {
  if (share === undefined) return <>—</>
  return (
    <span className="loading-line">
      <span className={`loading-bar ${bandOf(share)}`} aria-hidden="true">
        <i style={{ width: `${Math.min(100, share * 100)}%` }} />
      </span>
      {(share * 100).toFixed(1)}&nbsp;%
    </span>
  )
}

function Open({ kva }: { readonly kva: number | null }) {
  const texts = useNetworkTexts()
  if (kva === null) return <span className="quiet small">{texts.notKnown}</span>
  if (kva < 0) return <b className="network-over">{fill(texts.overPromised, { kva: whole(-kva) })}</b>
  return <b>{whole(kva)}</b>
}

const whole = (kva: number): string => showNumber(Math.round(kva))

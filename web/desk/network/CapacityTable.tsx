import type { CSSProperties } from 'react'
import { Link } from 'wouter'
import type { LoadingBands } from '#service/network/open-capacity'
import { showNumber } from '../../ui/numbers.ts'
import { bandOf } from '../map/map-features.ts'
import { fill } from '../words/room-words.ts'
import { useNetworkTexts } from './use-network-texts.ts'

export interface CapacityRow {
  readonly key: string
  readonly name: string
  readonly substation?: string
  readonly loading?: number | undefined
  readonly ratedKva: number
  readonly promisedKva: number
  /** null where its historic maximum is not known. */
  readonly openKva: number | null
}

interface CapacityTableProps {
  readonly rows: readonly CapacityRow[]
  /** Where the loading's colours change; no column of loading without it. */
  readonly bands: LoadingBands | undefined
  readonly onShow: ((name: string) => void) | undefined
}

/** What is rated, promised and open at each place, kVA. */
export function CapacityTable({ rows, bands, onShow }: CapacityTableProps) {
  const { column } = useNetworkTexts()
  return (
    <table className="table">
      <thead>
        <tr>
          <th scope="col">{column.name}</th>
          {bands && <th scope="col">{column.loading}</th>}
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
          <tr key={row.key}>
            <th scope="row">
              <NameToShow name={row.name} onShow={onShow} />
              {row.substation && <span className="quiet small block">{row.substation}</span>}
            </th>
            {bands && (
              <td>
                <Loading share={row.loading} bands={bands} />
              </td>
            )}
            <td className="number">{whole(row.ratedKva)}</td>
            <td className="number">
              <Promised row={row} />
            </td>
            <td className="number">
              <Open kva={row.openKva} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** What is promised, with the way to who holds it. */
function Promised({ row }: { readonly row: CapacityRow }) {
  const texts = useNetworkTexts()
  if (row.promisedKva === 0) return <>0</>
  return (
    <Link
      href={`/network/reservations?place=${encodeURIComponent(row.name.replaceAll(' + ', '+'))}`}
      title={fill(texts.promisedTo, { name: row.name })}
    >
      {whole(row.promisedKva)}
    </Link>
  )
}

function NameToShow({ name, onShow }: { readonly name: string; readonly onShow: CapacityTableProps['onShow'] }) {
  const texts = useNetworkTexts()
  if (!onShow) return <b>{name}</b>
  return (
    <button type="button" className="network-name" title={fill(texts.onMap, { name })} onClick={() => onShow(name)}>
      {name}
    </button>
  )
}

/** The bar says it at a glance, the figure exactly; the limit is marked. */
function Loading({ share, bands }: { readonly share: number | undefined; readonly bands: LoadingBands }) {
  if (share === undefined) return <>—</>
  return (
    <span className="loading-line">
      <span
        className={`loading-bar ${bandOf(share, bands)}`}
        style={{ '--limit': `${bands.high * 100}%` } as CSSProperties}
        aria-hidden="true"
      >
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

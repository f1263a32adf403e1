import { useTranslation } from 'react-i18next'
import type { TrackPoint } from '../../ui/form/track.ts'
import { showYuan } from '../../ui/numbers.ts'
import { TrackDrawing } from '../../ui/TrackDrawing.tsx'
import { useList } from '../words/list-words.ts'
import { useRoomWords } from '../words/room-words.ts'

interface RecordValueProps {
  readonly name: string
  readonly value: unknown
  readonly caseId: string
}

type Group = Readonly<Record<string, unknown>>

/** Of the program, not of the person who wrote. */
const notTold: ReadonlySet<string> = new Set([
  'byName',
  'sha256',
  'documentId',
  'staffId',
  'companyId',
  'customerKey',
  'clauses',
])

const isGroup = (value: unknown): value is Group => typeof value === 'object' && value !== null && !Array.isArray(value)

/** A line on the ground: drawn, since its positions tell nobody anything. */
const isTrack = (value: unknown): value is readonly TrackPoint[] =>
  Array.isArray(value) &&
  value.length >= 2 &&
  value.every((entry) => isGroup(entry) && typeof entry.longitude === 'number')

/** A recorded value as labels and words: groups as pairs, rows one under the other, files as links. */
export function RecordValue({ name, value, caseId }: RecordValueProps) {
  const words = useValueWords()
  const room = useRoomWords()
  const list = useList()
  if (isTrack(value))
    return <TrackDrawing tracks={[{ name, points: value, line: 'full' }]} label={room(name) ?? name} />
  if (Array.isArray(value)) {
    if (value.every((entry) => !isGroup(entry))) return <span>{list(value.map((entry) => words(name, entry)))}</span>
    return (
      <ol className="record-rows">
        {value.map((entry, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a row is its place
          <li key={index}>
            <RecordValue name={name} value={entry} caseId={caseId} />
          </li>
        ))}
      </ol>
    )
  }
  if (!isGroup(value)) return <span>{words(name, value)}</span>
  if (typeof value.sha256 === 'string') {
    return (
      <a href={`/api/v1/files/${caseId}~${value.sha256}`} target="_blank" rel="noreferrer">
        {String(value.name ?? value.sha256.slice(0, 8))}
      </a>
    )
  }
  return <Pairs group={value} caseId={caseId} />
}

function Pairs({ group, caseId }: { readonly group: Group; readonly caseId: string }) {
  const room = useRoomWords()
  const entries = Object.entries(group).filter(([key, value]) => !notTold.has(key) && !isEmpty(value) && room(key))
  return (
    <dl className="record-pairs">
      {entries.map(([key, value]) => (
        <div key={key} className={typeof value === 'object' ? 'long' : undefined}>
          <dt>{room(key)}</dt>
          <dd>
            <RecordValue name={key} value={value} caseId={caseId} />
          </dd>
        </div>
      ))}
    </dl>
  )
}

const isEmpty = (value: unknown): boolean =>
  value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0)

const units: readonly (readonly [RegExp, string])[] = [
  [/Kva$/, ' kVA'],
  [/Kvar$/, ' kvar'],
  [/Kw$/, ' kW'],
  [/Kwh$/, ' kWh'],
  [/Kv$/, ' kV'],
  [/M$/, ' m'],
]

function useValueWords(): (name: string, value: unknown) => string {
  const { t } = useTranslation('ui')
  const room = useRoomWords()
  return (name, value) => {
    if (typeof value === 'boolean') return t(value ? 'form.yes' : 'form.no')
    if (typeof value === 'number' && name.endsWith('Fen')) return t('unit.yuan', { amount: showYuan(value) })
    if (typeof value === 'number') return `${value}${units.find(([ending]) => ending.test(name))?.[1] ?? ''}`
    return room(`value.${name}.${String(value)}`) ?? String(value)
  }
}

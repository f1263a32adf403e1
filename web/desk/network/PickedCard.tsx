import type { OpenCapacityReport } from '#service/network/open-capacity'
import { showNumber } from '../../ui/numbers.ts'
import type { PickedElement } from '../map/picked-element.ts'
import { useMapTexts } from '../map/use-map-texts.ts'
import { type NetworkTexts, useNetworkTexts } from './use-network-texts.ts'

interface PickedCardProps {
  readonly picked: PickedElement
  readonly report: OpenCapacityReport
  readonly onClose: () => void
}

/** What was clicked on the map: its own figures, and what is open there. */
export function PickedCard({ picked, report, onClose }: PickedCardProps) {
  const texts = useNetworkTexts()
  const { element: words } = useMapTexts()
  const openKva = openOf(picked, report)
  return (
    <div className="network-picked" role="status">
      <div className="network-picked-head">
        <b>{picked.name}</b>
        <span className="tag">{(words as Readonly<Record<string, string>>)[picked.element] ?? picked.element}</span>
        <button type="button" className="button text small" onClick={onClose}>
          {texts.close}
        </button>
      </div>
      <dl>
        {linesOf(picked, texts).map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
        {openKva !== undefined && (
          <div>
            <dt>{texts.column.open}</dt>
            <dd>{openKva === null ? texts.notKnown : `${showNumber(Math.round(openKva))} kVA`}</dd>
          </div>
        )}
      </dl>
    </div>
  )
}

const units: Readonly<Record<string, string>> = { kva: ' kVA', lengthM: ' m', kv: ' kV', highKv: ' kV' }

function linesOf({ properties }: PickedElement, texts: NetworkTexts): readonly (readonly [string, string])[] {
  const laying = texts.laying as Readonly<Record<string, string>>
  return Object.entries(texts.details).flatMap(([key, name]) => {
    const value = properties[key]
    if (value === undefined || value === null || value === '') return []
    const said = typeof value === 'number' ? showNumber(value) : (laying[String(value)] ?? String(value))
    return [[name, `${said}${units[key] ?? ''}`] as const]
  })
}

/** undefined where nothing is counted at this kind of place; null where the maximum is not known. */
function openOf({ element, name, properties }: PickedElement, report: OpenCapacityReport): number | null | undefined {
  const feeder = element === 'feeder' ? name : element === 'section' ? properties.feeder : undefined
  if (feeder) return report.feeders.find((row) => row.name === feeder)?.openKva
  if (element !== 'distribution-transformer') return undefined
  return report.distributionTransformers.find((row) => row.name === name)?.openKva
}

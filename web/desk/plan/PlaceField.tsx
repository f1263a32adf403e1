import { useId, useMemo, useState } from 'react'
import type { MapFeatures } from '../map/map-features.ts'
import { usePlanTexts } from './use-plan-texts.ts'

/** Elements of the map that a customer can be tied in at. */
export const accessElements: Readonly<Record<'high' | 'low', ReadonlySet<unknown>>> = {
  high: new Set(['pole', 'ring-main-unit', 'switching-station', 'bus-section']),
  low: new Set(['distribution-transformer']),
}

interface PlaceFieldProps {
  readonly label: string
  readonly network: MapFeatures
  readonly elements: ReadonlySet<unknown>
  readonly value: string
  readonly onChoose: (name: string) => void
}

const mostOffered = 30

/** A place of the network by its name: what was typed is offered as far as the network knows it, and nothing else is taken. */
export function PlaceField({ label, network, elements, value, onChoose }: PlaceFieldProps) {
  const texts = usePlanTexts()
  const id = useId()
  const [typed, setTyped] = useState<string>()
  const names = useMemo(
    () =>
      network.features.flatMap(({ properties: { element, name } }) =>
        elements.has(element) && typeof name === 'string' ? [name] : [],
      ),
    [network, elements],
  )
  const words = (typed ?? value).trim().toLowerCase()
  const offered = names.filter((name) => name.toLowerCase().includes(words)).slice(0, mostOffered)
  const isUnknown = typed !== undefined && typed.trim() !== '' && !names.includes(typed.trim())
  return (
    <span className="place-field">
      <label className="small" htmlFor={id}>
        {label}
      </label>
      <input
        id={id}
        list={`${id}-names`}
        value={typed ?? value}
        autoComplete="off"
        aria-invalid={isUnknown || undefined}
        aria-describedby={isUnknown ? `${id}-unknown` : undefined}
        onChange={({ target }) => {
          setTyped(target.value)
          const name = target.value.trim()
          if (names.includes(name)) {
            setTyped(undefined)
            onChoose(name)
          }
        }}
      />
      <datalist id={`${id}-names`}>
        {offered.map((name) => (
          <option key={name} value={name} />
        ))}
      </datalist>
      {isUnknown && (
        <span id={`${id}-unknown`} className="small quiet block">
          {offered.length === 0 ? texts.placeUnknown : texts.placeChoose}
        </span>
      )}
    </span>
  )
}

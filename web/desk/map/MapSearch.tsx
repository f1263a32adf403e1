import { useId, useMemo, useState } from 'react'
import type { MapFeatures } from './map-features.ts'
import type { PickedElement } from './picked-element.ts'
import { useMapTexts } from './use-map-texts.ts'

interface MapSearchProps {
  readonly network: MapFeatures
  readonly labels: MapFeatures
  readonly onFound: (found: PickedElement) => void
}

const mostShown = 8

/** Finds what is on the map by a part of its name. */
export function MapSearch({ network, labels, onFound }: MapSearchProps) {
  const texts = useMapTexts()
  const listId = useId()
  const [asked, setAsked] = useState('')
  const known = useMemo(() => namedElements(network, labels), [network, labels])
  const words = asked.trim().toLowerCase()
  const found = words === '' ? [] : known.filter(({ name }) => name.toLowerCase().includes(words)).slice(0, mostShown)
  const choose = (each: PickedElement) => {
    setAsked('')
    onFound(each)
  }
  return (
    <search className="grid-map-search">
      <input
        type="search"
        value={asked}
        aria-label={texts.search}
        aria-controls={listId}
        placeholder={texts.search}
        title={texts.searchHint}
        onChange={(event) => setAsked(event.target.value)}
        onKeyDown={(event) => {
          const [first] = found
          if (event.key === 'Enter' && first) choose(first)
          if (event.key === 'Escape') setAsked('')
        }}
      />
      <ul id={listId} className="grid-map-found" hidden={words === ''}>
        {found.map((each) => (
          <li key={`${each.element} ${each.name}`}>
            <button type="button" onClick={() => choose(each)}>
              {each.name}
              <span className="quiet small">{wordOf(each.element, texts.element)}</span>
            </button>
          </li>
        ))}
        {found.length === 0 && <li className="quiet small">{texts.nothingFound}</li>}
      </ul>
    </search>
  )
}

const wordOf = (element: string, words: Readonly<Record<string, string>>): string => words[element] ?? element

/** Feeders by their label, places by their own; a section is found by its feeder. */
function namedElements(network: MapFeatures, labels: MapFeatures): readonly PickedElement[] {
  return [...labels.features, ...network.features].flatMap(({ geometry, properties }) => {
    const { element, name } = properties
    if (geometry.type !== 'Point' || typeof element !== 'string' || typeof name !== 'string') return []
    return [{ element, name, place: geometry.coordinates, properties }]
  })
}

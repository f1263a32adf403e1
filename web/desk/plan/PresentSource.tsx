import { useState } from 'react'
import type { StaffCaseView } from '#casefile/views/staff-view'
import type { PlanSource } from '#journey/supply-plan/api'
import { NetworkMap } from '../map/NetworkMap.tsx'
import { useNetworkMap, useVersions } from '../network/use-network.ts'
import { Failure } from '../parts/Failure.tsx'
import { accessElements, PlaceField } from './PlaceField.tsx'
import { usePlanTexts } from './use-plan-texts.ts'
import type { Present } from './use-plans.ts'

interface PresentSourceProps {
  readonly view: StaffCaseView
  readonly onGiven: (present: Present) => void
}

/** An increase begins where the customer is fed today: asked for once, by name or on the map. */
export function PresentSource({ view, onGiven }: PresentSourceProps) {
  const texts = usePlanTexts()
  const versions = useVersions()
  const newest = versions.data?.versions.reduce((highest, { version }) => Math.max(highest, version), 0)
  const network = useNetworkMap(newest || undefined)
  const isLow = view.profile.voltageClass === 'lv'
  const [point, setPoint] = useState('')
  const [capacity, setCapacity] = useState(String(existingCapacity(view) || ''))
  const elements = accessElements[isLow ? 'low' : 'high']
  const capacityKva = Number(capacity)
  const isGiven = point !== '' && capacityKva > 0
  if (network.isError) return <Failure error={network.error} />
  return (
    <div className="present-source">
      <form
        className="present-form"
        onSubmit={(event) => {
          event.preventDefault()
          if (isGiven) onGiven({ point, capacityKva })
        }}
      >
        <h2>{texts.present}</h2>
        <p>{isLow ? texts.presentWhatLow : texts.presentWhat}</p>
        <div className="row">
          {network.data && (
            <PlaceField
              key={point}
              label={isLow ? texts.publicTransformer : texts.accessPoint}
              network={network.data}
              elements={elements}
              value={point}
              onChoose={setPoint}
            />
          )}
          <label className="small">
            {isLow ? texts.presentKw : texts.presentKva}{' '}
            <input
              type="number"
              min={0}
              step="any"
              inputMode="decimal"
              value={capacity}
              onChange={({ target }) => setCapacity(target.value)}
            />
          </label>
          <button type="submit" className="button primary" aria-disabled={!isGiven}>
            {texts.presentGo}
          </button>
        </div>
        {!isGiven && <p className="small quiet">{isLow ? texts.presentHintLow : texts.presentHint}</p>}
      </form>
      <div className="plans-map">
        {network.data && (
          <NetworkMap network={network.data} onPick={({ element, name }) => elements.has(element) && setPoint(name)} />
        )}
      </div>
    </div>
  )
}

/** What the customer has: as recorded at acceptance, else as the application says. */
function existingCapacity({ facts }: StaffCaseView): number {
  const bodyOf = (type: string) => facts.findLast((fact) => fact.type === type && fact.stands)?.body
  const recorded = bodyOf('existing-supply-recorded')?.existingSupply as { capacityKva?: number } | undefined
  const asked = bodyOf('application-submitted')?.load as { existingKva?: number } | undefined
  return recorded?.capacityKva ?? asked?.existingKva ?? 0
}

/** The present source as an earlier draft of this case named it. */
export function findPresent({ facts }: StaffCaseView): Present | undefined {
  const drafted = facts.findLast(({ type, stands }) => type === 'supply-plan-drafted' && stands)
  const sources = (drafted?.body.sources ?? []) as unknown as readonly PlanSource[]
  const present = sources.find(({ existingKva = 0 }) => existingKva > 0)
  if (!present?.existingKva) return undefined
  const { feeder, accessPoint, existingKva, voltageKv } = present
  return voltageKv < 1
    ? { point: feeder, capacityKva: existingKva }
    : { feeder, point: accessPoint, capacityKva: existingKva }
}

import type { PlanOption, PlanOptions } from '#service/plan-options/draft-plans'
import type { MapFeatures } from '../map/map-features.ts'
import { Refused } from '../parts/Refused.tsx'
import { fill } from '../words/room-words.ts'
import { accessElements, PlaceField } from './PlaceField.tsx'
import type { Changes } from './use-changes.ts'
import { usePlanTexts } from './use-plan-texts.ts'

interface ChangePlanProps {
  /** As it is shown, with the changes on it. */
  readonly plan: PlanOption
  readonly options: PlanOptions
  readonly network: MapFeatures | undefined
  readonly changes: Changes
}

/** Access point, route and conductor of each source, and the transformers: every change is proved again at once. */
export function ChangePlan({ plan, options, network, changes }: ChangePlanProps) {
  const texts = usePlanTexts()
  if (!changes.isOn) {
    return (
      <p>
        <button type="button" className="button" onClick={changes.start}>
          {texts.change}
        </button>
      </p>
    )
  }
  return (
    <section className="change-plan" aria-label={texts.change}>
      {plan.sources.length > 1 && (
        <fieldset className="row" aria-label={texts.whichSource}>
          {plan.sources.map((source, at) => (
            <button
              // biome-ignore lint/suspicious/noArrayIndexKey: a source is its place
              key={at}
              type="button"
              className="button small"
              aria-pressed={changes.source === at}
              onClick={() => changes.take(at)}
            >
              {fill(texts.source, { number: at + 1 })} {source.accessPoint}
            </button>
          ))}
        </fieldset>
      )}
      <AccessPoint plan={plan} network={network} changes={changes} />
      <Route changes={changes} />
      <Conductor plan={plan} options={options} changes={changes} />
      {options.transformerSizesKva.length > 0 && <Transformers plan={plan} options={options} changes={changes} />}
      <p>
        <button type="button" className="button small" onClick={changes.stop}>
          {texts.undo}
        </button>
      </p>
      <p role="status" className="small">
        {changes.isProving && texts.proving}
      </p>
      <Refused error={changes.error} fields={[]} />
    </section>
  )
}

function AccessPoint({ plan, network, changes }: Pick<ChangePlanProps, 'plan' | 'network' | 'changes'>) {
  const texts = usePlanTexts()
  const source = plan.sources[changes.source]
  if (!source || !network) return null
  const isLow = source.kind === 'public-transformer'
  return (
    <div className="row">
      <PlaceField
        key={`${changes.source} ${source.accessPoint}`}
        label={isLow ? texts.publicTransformer : texts.accessPoint}
        network={network}
        elements={accessElements[isLow ? 'low' : 'high']}
        value={source.accessPoint}
        onChoose={changes.setAccessPoint}
      />
      <button
        type="button"
        className="button small"
        aria-pressed={changes.isPicking}
        onClick={() => changes.pick(!changes.isPicking)}
      >
        {texts.pickOnMap}
      </button>
      {changes.isPicking && (
        <span className="small" role="status">
          {isLow ? texts.pickTransformerHint : texts.pickHint}
        </span>
      )}
    </div>
  )
}

function Route({ changes }: Pick<ChangePlanProps, 'changes'>) {
  const texts = usePlanTexts()
  return (
    <div className="row">
      <span className="small">{texts.route}</span>
      <button type="button" className="button small" onClick={changes.addBend}>
        {texts.addBend}
      </button>
      <button
        type="button"
        className="button small"
        onClick={changes.dropBend}
        disabled={(changes.bends ?? []).length === 0}
      >
        {texts.dropBend}
      </button>
      <span className="small quiet">{texts.drawHint}</span>
    </div>
  )
}

function Conductor({ plan, options, changes }: Pick<ChangePlanProps, 'plan' | 'options' | 'changes'>) {
  const texts = usePlanTexts()
  const source = plan.sources[changes.source]
  const chosen = changes.changed?.sources[changes.source]?.conductor
  return (
    <label className="small">
      {texts.conductor}{' '}
      <select value={chosen ?? ''} onChange={({ target }) => changes.setConductor(target.value || undefined)}>
        <option value="">
          {chosen === undefined ? fill(texts.bySystem, { what: source?.conductor ?? '' }) : texts.bySystemShort}
        </option>
        {options.conductors
          .filter(({ laying }) => laying === source?.laying)
          .map(({ model }) => (
            <option key={model} value={model}>
              {model}
            </option>
          ))}
      </select>
    </label>
  )
}

const mostUnits = 4

function Transformers({ plan, options, changes }: Pick<ChangePlanProps, 'plan' | 'options' | 'changes'>) {
  const texts = usePlanTexts()
  const [row] = plan.form.transformers
  const unitKva = changes.changed?.transformer?.unitKva ?? row?.capacityKva ?? 0
  const count = changes.changed?.transformer?.count ?? row?.count ?? 1
  const sizes = [...new Set([...options.transformerSizesKva, unitKva])].toSorted((a, b) => a - b)
  return (
    <div className="row">
      <label className="small">
        {texts.transformer}{' '}
        <select
          value={unitKva}
          onChange={({ target }) => changes.setTransformer({ unitKva: Number(target.value), count })}
        >
          {sizes.map((kva) => (
            <option key={kva} value={kva}>
              {kva} kVA
            </option>
          ))}
        </select>
      </label>
      <label className="small">
        {texts.units}{' '}
        <select
          value={count}
          onChange={({ target }) => changes.setTransformer({ unitKva, count: Number(target.value) })}
        >
          {Array.from({ length: Math.max(mostUnits, count) }, (_, at) => at + 1).map((units) => (
            <option key={units} value={units}>
              {units}
            </option>
          ))}
        </select>
      </label>
    </div>
  )
}

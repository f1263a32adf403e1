import type { WhatIfBasis } from '#service/insight/what-if/what-if-basis'
import { usePeople } from '../../data/queries.ts'
import type { DraftScenario } from './draft-scenario.ts'
import { useGroupName } from './group-name.ts'
import { useWhatIfTexts } from './use-what-if.ts'

const mostMoves = 6

interface StaffMovesProps {
  readonly basis: WhatIfBasis
  readonly scenario: DraftScenario
  readonly onChange: (moves: DraftScenario['moves']) => void
}

/** People who leave their unit for another: who, how many, where to. */
export function StaffMoves({ basis, scenario: { moves }, onChange }: StaffMovesProps) {
  const texts = useWhatIfTexts()
  const nameOf = useGroupName(basis)
  const { data: people } = usePeople()
  const unitName = (unitId: string) => people?.units.find((unit) => unit.unitId === unitId)?.name ?? unitId
  const movable = basis.staff.filter(({ unitId }) => unitId !== null)
  const change = (place: number, part: Partial<DraftScenario['moves'][number]>) =>
    onChange(moves.map((move, at) => (at === place ? { ...move, ...part } : move)))
  const add = () => {
    const [group] = movable
    const unit = basis.units.find((each) => each !== group?.unitId)
    if (group && unit) onChange([...moves, { from: group.name, unit, people: 1 }])
  }
  return (
    <div className="staff-moves">
      {moves.map((move, place) => {
        const from = movable.find(({ name }) => name === move.from)
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: two moves may be alike, and only their places tell them apart
          <fieldset key={place} className="staff-move">
            <legend className="small">{texts.move}</legend>
            <select
              aria-label={texts.moveFrom}
              value={move.from}
              onChange={(event) => change(place, { from: event.target.value })}
            >
              {movable.map(({ name }) => (
                <option key={name} value={name}>
                  {nameOf(name)}
                </option>
              ))}
            </select>
            <input
              type="number"
              aria-label={texts.movePeople}
              min={0}
              max={from?.count ?? 0}
              value={move.people}
              onChange={(event) => change(place, { people: Number(event.target.value) })}
            />
            <select
              aria-label={texts.moveTo}
              value={move.unit}
              onChange={(event) => change(place, { unit: event.target.value })}
            >
              {basis.units.map((unit) => (
                <option key={unit} value={unit} disabled={unit === from?.unitId}>
                  {unitName(unit)}
                </option>
              ))}
            </select>
            <button
              type="button"
              className="button text small"
              onClick={() => onChange(moves.filter((_, at) => at !== place))}
            >
              {texts.remove}
            </button>
          </fieldset>
        )
      })}
      {movable.length > 0 && moves.length < mostMoves && (
        <button type="button" className="button small" onClick={add}>
          {texts.addMove}
        </button>
      )}
    </div>
  )
}

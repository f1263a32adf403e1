import { usePeople } from '../../data/queries.ts'
import { fill } from '../../words/room-words.ts'
import { useInsightTexts } from '../use-insight-texts.ts'
import type { FindingAnswer } from '../use-reports.ts'
import { type FindingGroup, useStepNames } from './finding-group.ts'

interface FindingRowProps {
  readonly group: FindingGroup
  readonly answer: FindingAnswer
  readonly isOpen: boolean
  readonly onToggle: () => void
}

/** One rule: how many cases, what it looks for, where they gather, and how many of its alarms were false. */
export function FindingRow({ group, answer, isOpen, onToggle }: FindingRowProps) {
  const texts = useInsightTexts()
  const steps = useStepNames(answer)
  const { data: people } = usePeople()
  const units = group.byUnit.slice(0, 2).map(({ unitId, cases }) => {
    const unit = people?.units.find((each) => each.unitId === unitId)?.name ?? unitId
    return fill(texts.findings.units, { unit, cases })
  })
  const where = group.byElement.slice(0, 2).map(({ elementId }) => steps(elementId))
  const falseAlarms = group.settled['false-alarm']
  const alarms = falseAlarms > 0 ? [fill(texts.findings.falseAlarms, { count: falseAlarms })] : []
  return (
    <button type="button" className="finding-row" aria-expanded={isOpen} onClick={onToggle}>
      <span className="finding-count number">{group.cases}</span>
      <span>
        <b>{texts.findings.kind[group.kind]}</b>{' '}
        <span className="small">{fill(texts.findings.rule[group.kind], { ...answer.limits })}</span>
        <span className="small quiet block">
          {[fill(texts.findings.at, { steps: where.join(texts.listGap) }), ...units, ...alarms].join(texts.partGap)}
        </span>
      </span>
    </button>
  )
}

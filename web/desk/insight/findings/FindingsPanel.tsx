import { useState } from 'react'
import { usePeople } from '../../data/queries.ts'
import { Failure } from '../../parts/Failure.tsx'
import { Skeleton } from '../../parts/Skeleton.tsx'
import { fill, useStepWords } from '../../words/room-words.ts'
import { CaseLines } from '../CaseLines.tsx'
import { DownloadLink } from '../DownloadLink.tsx'
import { showShare } from '../figures.ts'
import { useInsightTexts } from '../use-insight-texts.ts'
import { type FindingAnswer, type Selection, useFindings } from '../use-reports.ts'

const shownCases = 8

/** Where practice and standard differ, rule by rule; opening a rule lists its cases with the facts that show it. */
export function FindingsPanel({ selection }: { readonly selection: Selection }) {
  const texts = useInsightTexts()
  const found = useFindings(selection)
  const [open, setOpen] = useState<string>()
  if (found.isPending) return <Skeleton lines={6} label={texts.loading} />
  if (found.isError && !found.data) return <Failure error={found.error} retry={() => void found.refetch()} />
  const { groups, deviating, cases } = found.data
  return (
    <section className="insight-panel" aria-label={texts.findings.title}>
      <header className="row">
        <h2>{texts.findings.title}</h2>
        <span className="quiet small">
          {fill(texts.findings.summary, { deviating, share: showShare(cases === 0 ? 0 : deviating / cases) })}
        </span>
        <span className="quiet small push">{texts.findings.notGuilt}</span>
        <DownloadLink report="findings" name={texts.findings.title} selection={selection} />
      </header>
      {groups.length === 0 && <p className="quiet">{texts.findings.clean}</p>}
      <ul className="findings">
        {groups.map((group) => (
          <li key={group.kind} className={group.kind === open ? 'finding on' : 'finding'}>
            <FindingRow
              group={group}
              answer={found.data}
              isOpen={group.kind === open}
              onToggle={() => setOpen(group.kind === open ? undefined : group.kind)}
            />
            {group.kind === open && <FindingCases group={group} answer={found.data} />}
          </li>
        ))}
      </ul>
    </section>
  )
}

type Group = FindingAnswer['groups'][number]

interface FindingRowProps {
  readonly group: Group
  readonly answer: FindingAnswer
  readonly isOpen: boolean
  readonly onToggle: () => void
}

function FindingRow({ group, answer, isOpen, onToggle }: FindingRowProps) {
  const texts = useInsightTexts()
  const steps = useStepNames(answer)
  const { data: people } = usePeople()
  const units = group.byUnit.slice(0, 2).map(({ unitId, cases }) => {
    const unit = people?.units.find((each) => each.unitId === unitId)?.name ?? unitId
    return fill(texts.findings.units, { unit, cases })
  })
  const where = group.byElement.slice(0, 2).map(({ elementId }) => steps(elementId))
  return (
    <button type="button" className="finding-row" aria-expanded={isOpen} onClick={onToggle}>
      <span className="finding-count number">{group.cases}</span>
      <span>
        <b>{texts.findings.kind[group.kind]}</b>{' '}
        <span className="small">{fill(texts.findings.rule[group.kind], { ...answer.limits })}</span>
        <span className="small quiet block">
          {[fill(texts.findings.at, { steps: where.join(texts.listGap) }), ...units].join(texts.partGap)}
        </span>
      </span>
    </button>
  )
}

function FindingCases({ group, answer }: { readonly group: Group; readonly answer: FindingAnswer }) {
  const texts = useInsightTexts()
  const steps = useStepNames(answer)
  const ids = [...new Set(group.findings.map(({ caseId }) => caseId))]
  const rows = ids.slice(0, shownCases).flatMap((id) => answer.rows.find((row) => row.caseId === id) ?? [])
  return (
    <>
      <CaseLines
        rows={rows}
        note={({ caseId }) => {
          const first = group.findings.find((finding) => finding.caseId === caseId)
          if (!first) return ''
          return `${steps(first.elementId)} ${fill(texts.findings.evidence, { facts: first.facts.join(texts.listGap) })}`
        }}
      />
      {group.cases > shownCases && (
        <p className="quiet small">{fill(texts.findings.more, { count: group.cases - shownCases })}</p>
      )}
    </>
  )
}

function useStepNames(answer: FindingAnswer): (elementId: string) => string {
  const stepWords = useStepWords()
  return (elementId) => {
    const step = answer.steps.find((each) => each.elementId === elementId)
    return step ? stepWords(elementId, step.useCase, step.name) : elementId
  }
}

import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import { holds, useMe } from '../../data/use-me.ts'
import { fill } from '../../words/room-words.ts'
import { useInsightTexts } from '../use-insight-texts.ts'
import type { FindingAnswer } from '../use-reports.ts'
import { type Finding, type FindingGroup, useStepNames } from './finding-group.ts'
import { SettleForm } from './SettleForm.tsx'

const shownFirst = 8
const shownMore = 40

interface FindingCasesProps {
  readonly group: FindingGroup
  readonly answer: FindingAnswer
}

/** The findings of one rule, those still open first: the case, the facts that show it, and what the auditor said. */
export function FindingCases({ group, answer }: FindingCasesProps) {
  const texts = useInsightTexts()
  const { actor } = useMe()
  const [shown, setShown] = useState(shownFirst)
  const [settling, setSettling] = useState<string>()
  const { findings, settled } = group
  const total = Object.values(settled).reduce((sum, count) => sum + count, 0)
  return (
    <>
      <ul className="case-lines">
        {findings.slice(0, shown).map((finding) => {
          const key = `${finding.caseId} ${finding.elementId} ${finding.facts.join(' ')}`
          return (
            <li key={key}>
              <FindingLine
                finding={finding}
                answer={answer}
                onSettle={holds(actor, 'auditor') ? () => setSettling(key === settling ? undefined : key) : undefined}
              />
              {key === settling && (
                <SettleForm kind={group.kind} finding={finding} onDone={() => setSettling(undefined)} />
              )}
            </li>
          )
        })}
      </ul>
      {findings.length > shown && (
        <button type="button" className="button small" onClick={() => setShown(shown + shownMore)}>
          {fill(texts.findings.showMore, { count: Math.min(shownMore, findings.length - shown) })}
        </button>
      )}
      {findings.length <= shown && total > findings.length && (
        <p className="quiet small">{fill(texts.findings.more, { count: total - findings.length })}</p>
      )}
    </>
  )
}

interface FindingLineProps {
  readonly finding: Finding
  readonly answer: FindingAnswer
  readonly onSettle: (() => void) | undefined
}

function FindingLine({ finding, answer, onSettle }: FindingLineProps) {
  const texts = useInsightTexts()
  const { t } = useTranslation('desk')
  const steps = useStepNames(answer)
  const row = answer.rows.find(({ caseId }) => caseId === finding.caseId)
  const { settled } = finding
  const verdict = settled && t(`verdict.${settled.verdict}`)
  return (
    <>
      <Link href={`/cases/${finding.caseId}`} className="number">
        {row?.caseNumber ?? finding.caseId}
      </Link>
      <span className="cut" title={row?.address}>
        {row?.customerName}
      </span>
      <span className="quiet small">
        {steps(finding.elementId)} {fill(texts.findings.evidence, { facts: finding.facts.join(texts.listGap) })}
      </span>
      {settled && !onSettle && <span className={`verdict ${settled.verdict}`}>{verdict}</span>}
      {onSettle && (
        <button type="button" className={`link verdict ${settled?.verdict ?? ''}`} onClick={onSettle}>
          {verdict ?? texts.findings.settle}
        </button>
      )}
      {settled && (
        <span className="quiet small settled-why">
          {fill(texts.findings.settledBy, { reason: settled.reason, name: settled.byName })}
        </span>
      )}
    </>
  )
}

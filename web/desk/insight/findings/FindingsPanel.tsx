import { useState } from 'react'
import { Failure } from '../../parts/Failure.tsx'
import { Skeleton } from '../../parts/Skeleton.tsx'
import { fill } from '../../words/room-words.ts'
import { DownloadLink } from '../DownloadLink.tsx'
import { showShare } from '../figures.ts'
import { useInsightTexts } from '../use-insight-texts.ts'
import { type Selection, useFindings } from '../use-reports.ts'
import { FindingCases } from './FindingCases.tsx'
import { FindingRow } from './FindingRow.tsx'
import { SettledTally } from './SettledTally.tsx'

/** Where practice and standard differ, rule by rule; opening a rule lists its cases with the facts that show it, for the auditor to settle. */
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
      {groups.length === 0 ? <p className="quiet">{texts.findings.clean}</p> : <SettledTally groups={groups} />}
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

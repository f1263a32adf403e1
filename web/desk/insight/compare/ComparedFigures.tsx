import type { ReactNode } from 'react'
import type { Comparison, Pair } from '#service/insight/reports/comparison'
import { showShare } from '../figures.ts'
import { useInsightTexts } from '../use-insight-texts.ts'
import { Way } from '../Way.tsx'
import { type Direction, directionOfDays, directionOfShare, showPair, signOf } from './differences.ts'

interface ComparedFiguresProps {
  readonly comparison: Comparison
  readonly words: (elementId: string) => string
}

/** Whole figures, findings and ways of both sides. */
export function ComparedFigures({ comparison, words }: ComparedFiguresProps) {
  const texts = useInsightTexts()
  const { cases, companyDays, lateShare, deviatingShare, findings, variants } = comparison
  const [daysA, daysB] = showPair(companyDays.a.median, companyDays.b.median, texts.none)
  return (
    <section className="insight-panel" aria-label={texts.compare.figures}>
      <h2>{texts.compare.figures}</h2>
      <PairTable>
        <PairLine name={texts.compare.cases} a={String(cases[0])} b={String(cases[1])} direction="unclear" />
        <PairLine
          name={texts.compare.companyDays}
          a={daysA}
          b={daysB}
          p={companyDays.p}
          direction={directionOfDays(companyDays.a.median, companyDays.b.median, companyDays.isClear)}
        />
        <ShareLine name={texts.compare.late} share={lateShare} />
        <ShareLine name={texts.findings.title} share={deviatingShare} />
        {findings.map(({ kind, share }) => (
          <ShareLine key={kind} name={`· ${texts.findings.kind[kind]}`} share={share} />
        ))}
      </PairTable>
      <h2>{texts.variants.title}</h2>
      <PairTable>
        {variants.map(({ elementIds, share }) => (
          <ShareLine key={elementIds.join(' ')} share={share} isNeutral name={<Way names={elementIds.map(words)} />} />
        ))}
      </PairTable>
    </section>
  )
}

function PairTable({ children }: { readonly children: ReactNode }) {
  const texts = useInsightTexts()
  return (
    <table className="table pair-table">
      <thead>
        <tr>
          <th scope="col">{texts.compare.what}</th>
          {(['a', 'b', 'chance'] as const).map((column) => (
            <th key={column} scope="col" className="number">
              {texts.compare[column]}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>{children}</tbody>
    </table>
  )
}

interface ShareLineProps {
  readonly name: ReactNode
  readonly share: Pair<number>
  /** Neither more nor less is worse. */
  readonly isNeutral?: boolean
}

function ShareLine({ name, share, isNeutral = false }: ShareLineProps) {
  return (
    <PairLine
      name={name}
      a={showShare(share.a)}
      b={showShare(share.b)}
      {...(share.a !== share.b && { p: share.p })}
      direction={directionOfShare(share)}
      isNeutral={isNeutral}
    />
  )
}

interface PairLineProps {
  readonly name: ReactNode
  readonly a: string
  readonly b: string
  /** Left out where a difference is nothing to be tested. */
  readonly p?: number | null
  readonly direction: Direction
  readonly isNeutral?: boolean
}

function PairLine({ name, a, b, p, direction, isNeutral = false }: PairLineProps) {
  const { none } = useInsightTexts()
  return (
    <tr>
      <th scope="row">{name}</th>
      <td className="number">{a}</td>
      <td className={isNeutral ? 'number' : `number pair-${direction}`}>
        {b} {signOf[direction]}
      </td>
      {p === undefined ? <td className="number quiet small">{none}</td> : <Chance p={p} />}
    </tr>
  )
}

/** How likely a difference as large is by chance. */
export function Chance({ p }: { readonly p: number | null }) {
  const texts = useInsightTexts()
  const shown = p === null ? texts.compare.tooFew : p < 0.001 ? '< 0.001' : p.toFixed(3)
  return <td className="number quiet small">{shown}</td>
}

import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { MessageBox } from '../case/MessageBox.tsx'
import { useLanguage } from '../shell/use-language.ts'
import { ClauseText } from './ClauseText.tsx'
import { type Clause, inLanguage } from './clauses.ts'
import type { ReadingState } from './use-reading.ts'
import { WishBox } from './WishBox.tsx'

interface ClauseViewProps {
  readonly caseId: string
  readonly clauses: readonly Clause[]
  readonly at: number
  readonly reading: ReadingState
}

/** One clause: what it means first, then the text itself; ask about it, or want it otherwise. */
export function ClauseView({ caseId, clauses, at, reading }: ClauseViewProps) {
  const { t } = useTranslation('portal')
  const language = useLanguage()
  const [open, setOpen] = useState<'ask' | 'wish'>()
  const head = useRef<HTMLHeadingElement>(null)
  const moved = useRef(reading.read.length > 0)
  useEffect(() => {
    if (!moved.current) return
    head.current?.focus({ preventScroll: true })
    head.current?.scrollIntoView({ block: 'center' })
  }, [])
  const clause = clauses[at]
  if (!clause) return null
  const isLast = at === clauses.length - 1
  return (
    <section className="section clause" aria-labelledby="clause">
      <p className="clause-place">
        {t('contract.clauseOf', { n: at + 1, all: clauses.length })} · {inLanguage(clause.chapter, language)}
        {clause.changed && <span className="tag tag-info">{t('contract.different')}</span>}
      </p>
      <h2 id="clause" ref={head} tabIndex={-1}>
        {inLanguage(clause.title, language)}
      </h2>
      <h3 className="clause-part">{t('contract.plain')}</h3>
      <p className="clause-plain">{inLanguage(clause.plain, language)}</p>
      <h3 className="clause-part">{t('contract.original')}</h3>
      <ClauseText clause={clause} />
      <p className="note">{t('contract.basis', { basis: clause.basis })}</p>
      <div className="pair">
        <button
          type="button"
          className="button button-second"
          aria-expanded={open === 'ask'}
          onClick={() => setOpen('ask')}
        >
          {t('contract.ask')}
        </button>
        <button
          type="button"
          className="button button-second"
          aria-expanded={open === 'wish'}
          onClick={() => setOpen('wish')}
        >
          {t('contract.wish')}
        </button>
      </div>
      {open === 'ask' && (
        <MessageBox
          caseId={caseId}
          label={t('contract.askText')}
          send={t('contract.askSend')}
          about={`clause:${clause.clauseId}`}
          sent={t('contract.asked')}
        />
      )}
      <WishBox
        clauseId={clause.clauseId}
        isOpen={open === 'wish'}
        reading={reading}
        onDone={() => setOpen(undefined)}
      />
      <div className="clause-steps">
        <button type="button" className="button button-second" disabled={at === 0} onClick={() => reading.goTo(at - 1)}>
          {t('contract.previous')}
        </button>
        <button
          type="button"
          className="button"
          onClick={() => reading.understood(clause.clauseId, isLast ? at : at + 1)}
        >
          {t(isLast ? 'contract.last' : 'contract.next')}
        </button>
      </div>
    </section>
  )
}

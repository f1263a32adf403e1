import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { BilingualText, ClauseLibrary, LibraryClause } from '#journey/contract/rules/clause-library'
import { useList } from '../words/list-words.ts'
import { Confidence } from './StandardTable.tsx'

/** A clause library as people read it: by chapter, each clause with its plain words, where it stands and its basis. */
export function ClauseList({ content }: { readonly content: string }) {
  const { i18n } = useTranslation('desk')
  // What is published was checked by the server as a whole library.
  const library = useMemo(() => JSON.parse(content) as ClauseLibrary, [content])
  const text = (both: BilingualText) => (i18n.language === 'en' ? both.en : both.zh)
  return library.chapters.map((chapter) => (
    <section key={chapter.id} className="clause-chapter" aria-label={text(chapter.title)}>
      <h2>{text(chapter.title)}</h2>
      {library.clauses
        .filter((clause) => clause.chapter === chapter.id)
        .map((clause) => (
          <Clause key={clause.id} clause={clause} text={text} kindName={(kind) => titleOf(library, kind, text)} />
        ))}
    </section>
  ))
}

interface ClauseProps {
  readonly clause: LibraryClause
  readonly text: (both: BilingualText) => string
  readonly kindName: (kind: string) => string
}

function Clause({ clause, text, kindName }: ClauseProps) {
  const { t } = useTranslation('desk')
  const list = useList()
  return (
    <article className="clause-published">
      <h3>
        {text(clause.title)} <span className="quiet small">{clause.id}</span>
        {clause.mandatory && <span className="tag">{t('clause.mandatory')}</span>}
        {clause.fixed && <span className="tag">{t('clause.fixed')}</span>}
      </h3>
      <p>{text(clause.text)}</p>
      <p className="quiet small">
        {t('clause.plain')} {text(clause.plain)}
      </p>
      <p className="quiet small">
        {t('clause.standsIn')} {list(clause.kinds.map(kindName))} · {clause.basis} ·{' '}
        <Confidence mark={clause.confidence} /> · {clause.from}
        {clause.to && ` – ${clause.to}`}
      </p>
    </article>
  )
}

function titleOf(library: ClauseLibrary, kind: string, text: (both: BilingualText) => string): string {
  const title = library.titles[kind]
  return title ? text(title) : kind
}

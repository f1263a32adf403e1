import { type KeyboardEvent, useDeferredValue, useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useLocation } from 'wouter'
import { useCaseSearch } from '../data/queries.ts'
import { holds, useMe } from '../data/use-me.ts'
import { Dialog } from '../parts/Dialog.tsx'
import { useCaseWords } from '../words/case-words.ts'
import type { Place } from './places.ts'

interface PaletteProps {
  readonly places: readonly Place[]
  /** The search (`/`) looks for cases only; the palette (Ctrl K) goes anywhere. */
  readonly onlyCases: boolean
  readonly onClose: () => void
}

interface Entry {
  readonly id: string
  readonly path: string
  readonly title: string
  readonly detail: string
}

/** Type to go to a page or a case: arrows choose, Enter goes. */
export function CommandPalette({ places, onlyCases, onClose }: PaletteProps) {
  const { t } = useTranslation('desk')
  const [, navigate] = useLocation()
  const [typed, setTyped] = useState('')
  const [chosen, setChosen] = useState(0)
  const listId = useId()
  const entries = useEntries(places, onlyCases, typed)
  const active = Math.min(chosen, Math.max(0, entries.length - 1))
  const go = (entry: Entry | undefined) => {
    if (!entry) return
    onClose()
    navigate(entry.path)
  }
  const press = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (step !== undefined) {
      event.preventDefault()
      setChosen((active + step + entries.length) % Math.max(1, entries.length))
    } else if (event.key === 'Enter') {
      event.preventDefault()
      go(entries[active])
    }
  }
  return (
    <Dialog title={t(onlyCases ? 'palette.search' : 'palette.title')} onClose={onClose}>
      <input
        className="palette-input"
        role="combobox"
        aria-label={t(onlyCases ? 'palette.search' : 'palette.title')}
        aria-expanded="true"
        aria-controls={listId}
        aria-activedescendant={entries[active] ? `${listId}-${active}` : undefined}
        aria-autocomplete="list"
        autoComplete="off"
        placeholder={t('searchHint')}
        value={typed}
        onKeyDown={press}
        onChange={(event) => {
          setTyped(event.target.value)
          setChosen(0)
        }}
      />
      <div className="palette-list" role="listbox" id={listId} aria-label={t('palette.results')}>
        {entries.map((entry, index) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are the input's, as of every combobox
          <div
            key={entry.id}
            id={`${listId}-${index}`}
            role="option"
            tabIndex={-1}
            aria-selected={index === active}
            onClick={() => go(entry)}
          >
            <span>{entry.title}</span>
            <span className="quiet small">{entry.detail}</span>
          </div>
        ))}
      </div>
      <p className="small quiet" role="status">
        {entries.length === 0 ? t(typed.trim().length < 2 ? 'palette.typeMore' : 'palette.nothing') : t('palette.keys')}
      </p>
    </Dialog>
  )
}

function useEntries(places: readonly Place[], onlyCases: boolean, typed: string): readonly Entry[] {
  const { t } = useTranslation('desk')
  const { actor } = useMe()
  const words = useCaseWords()
  const wish = typed.trim()
  const asked = useDeferredValue(wish)
  const { data, isPlaceholderData } = useCaseSearch(asked)
  // Only what answers the words as they stand: whoever types fast and presses Enter must not land in another case.
  const isCurrent = asked === wish && !isPlaceholderData
  const pages = [
    ...places.map((place) => ({ id: place.key, path: place.path, title: t(`place.${place.key}`) })),
    ...(holds(actor, 'clerk', 'account-manager')
      ? [{ id: 'new', path: '/cases/new', title: t('newApplication.title') }]
      : []),
  ]
  const wanted = onlyCases ? [] : pages.filter((page) => page.title.toLowerCase().includes(wish.toLowerCase()))
  const cases = isCurrent && wish.length >= 2 ? (data?.cases ?? []) : []
  return [
    ...wanted.map((page) => ({ ...page, detail: t('palette.page') })),
    ...cases.map((row) => ({
      id: row.caseId,
      path: `/cases/${row.caseId}`,
      title: row.customerName,
      detail: [row.caseNumber, words.kind(row.kind, row.voltageClass), words.status(row.status)].join(' · '),
    })),
  ]
}

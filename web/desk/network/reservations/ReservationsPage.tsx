import { type FormEvent, useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, useSearchParams } from 'wouter'
import type { ReservationRow } from '#service/capacity-ledger/show-reservations'
import { Failure } from '../../parts/Failure.tsx'
import { Skeleton } from '../../parts/Skeleton.tsx'
import { VerbOnTask } from '../../verbs/VerbOnTask.tsx'
import { findVerb } from '../../verbs/verbs.ts'
import { fill } from '../../words/room-words.ts'
import '../network.css'
import { HistoryDialog } from './HistoryDialog.tsx'
import { ReservationTable } from './ReservationTable.tsx'
import './reservations.css'
import { useReservations, useReservationTexts } from './use-reservations.ts'

const lists = ['standing', 'queue', 'reserved', 'expiring', 'energised', 'absorbed', 'ended'] as const
type List = (typeof lists)[number]

type Open = { readonly what: 'history' | 'extend'; readonly row: ReservationRow } | undefined

/** 预留与排队: the capacity ledger as it stands, with its filters kept in the address. */
export function ReservationsPage() {
  const { t } = useTranslation('desk')
  const texts = useReservationTexts()
  const [search, setSearch] = useSearchParams()
  const [open, setOpen] = useState<Open>()
  const list = lists.find((each) => each === search.get('list')) ?? 'standing'
  const asked = { list, place: search.get('place') ?? undefined, search: search.get('search') ?? undefined }
  const found = useReservations(asked)
  const pages = found.data?.pages ?? []
  const rows = pages.flatMap((page) => page.rows)
  useEffect(() => {
    document.title = `${texts.title} · ${t('product')}`
  }, [t, texts])
  const change = (changes: Readonly<Record<string, string>>) =>
    setSearch((before) => {
      const after = new URLSearchParams(before)
      for (const [name, value] of Object.entries(changes)) {
        if (value === '') after.delete(name)
        else after.set(name, value)
      }
      return after
    })
  const isNarrowed = asked.place !== undefined || asked.search !== undefined
  return (
    <div className="page reservations">
      <header className="page-head">
        <h1>{texts.title}</h1>
        <span className="quiet" role="status">
          {found.data && fill(found.hasNextPage ? texts.firstRows : texts.counted, { count: rows.length })}
        </span>
        <span className="row">
          <Link className="button" href="/network">
            {texts.back}
          </Link>
        </span>
      </header>
      <Lists list={list} counts={pages[0]?.counts} onChoose={(next) => change({ list: next })} />
      <p className="quiet small">{fill(texts.listsWhat[list], { days: pages[0]?.expiresSoonDays ?? '' })}</p>
      <Filters key={`${asked.place} ${asked.search}`} asked={asked} onFind={change} />
      {found.isPending && <Skeleton lines={10} label={t('loading')} />}
      {found.isError && !found.data && <Failure error={found.error} retry={() => void found.refetch()} />}
      {found.data && rows.length === 0 && (
        <div className="empty">
          <p className="empty-title">{isNarrowed ? texts.none : texts.empty[list]}</p>
          {asked.place !== undefined && <p className="quiet">{texts.noneWhy}</p>}
          {isNarrowed && (
            <button type="button" className="button" onClick={() => change({ place: '', search: '' })}>
              {texts.clear}
            </button>
          )}
        </div>
      )}
      {rows.length > 0 && (
        <ReservationTable
          rows={rows}
          onPlace={(name) => change({ place: name })}
          onHistory={(row) => setOpen({ what: 'history', row })}
          onExtend={(row) => setOpen({ what: 'extend', row })}
        />
      )}
      {found.hasNextPage && (
        <button type="button" className="button more" onClick={() => void found.fetchNextPage()}>
          {found.isFetchingNextPage ? t('loading') : texts.more}
        </button>
      )}
      {open?.what === 'history' && <HistoryDialog row={open.row} onClose={() => setOpen(undefined)} />}
      {open?.what === 'extend' && open.row.caseId && (
        <VerbOnTask
          verb={findVerb('extend-plan-validity')}
          caseId={open.row.caseId}
          onClose={() => setOpen(undefined)}
        />
      )}
    </div>
  )
}

interface ListsProps {
  readonly list: List
  readonly counts: Readonly<Record<List, number | null>> | undefined
  readonly onChoose: (list: List) => void
}

function Lists({ list, counts, onChoose }: ListsProps) {
  const texts = useReservationTexts()
  return (
    <nav className="segments reservation-lists" aria-label={texts.title}>
      {lists.map((each) => (
        <button key={each} type="button" aria-pressed={each === list} onClick={() => onChoose(each)}>
          {texts.lists[each]} {counts?.[each] ?? ''}
        </button>
      ))}
    </nav>
  )
}

interface FiltersProps {
  readonly asked: Readonly<Record<'place' | 'search', string | undefined>>
  readonly onFind: (asked: Readonly<Record<string, string>>) => void
}

function Filters({ asked, onFind }: FiltersProps) {
  const texts = useReservationTexts()
  const [place, setPlace] = useState(asked.place ?? '')
  const [customer, setCustomer] = useState(asked.search ?? '')
  const submit = (event: FormEvent) => {
    event.preventDefault()
    onFind({ place: place.trim(), search: customer.trim() })
  }
  return (
    <search>
      <form className="filters reservation-filters" onSubmit={submit}>
        <input
          type="search"
          value={place}
          aria-label={texts.place}
          placeholder={texts.placeHint}
          onChange={(event) => setPlace(event.target.value)}
        />
        <input
          type="search"
          value={customer}
          aria-label={texts.search}
          placeholder={texts.searchHint}
          onChange={(event) => setCustomer(event.target.value)}
        />
        <button type="submit" className="button">
          {texts.find}
        </button>
      </form>
    </search>
  )
}

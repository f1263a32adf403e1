import { useCallback, useEffect, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useLocation, useSearchParams } from 'wouter'
import { Failure } from '../parts/Failure.tsx'
import { Skeleton } from '../parts/Skeleton.tsx'
import { useKeys } from '../shell/use-keys.ts'
import { VerbOnTask } from '../verbs/VerbOnTask.tsx'
import type { VerbName } from '../verbs/verb.ts'
import { findVerb } from '../verbs/verbs.ts'
import './inbox.css'
import { InboxHead } from './InboxHead.tsx'
import { InboxList } from './InboxList.tsx'
import { InboxSide } from './InboxSide.tsx'
import { readFilter, writeFilter } from './inbox-filter.ts'
import { rowKey } from './inbox-groups.ts'
import { KeyBar } from './KeyBar.tsx'
import { Preview } from './Preview.tsx'
import { Reassign } from './Reassign.tsx'
import { useInboxLines } from './use-inbox-lines.ts'
import { usePlaceKept } from './use-place-kept.ts'

/** 待办: the work list by urgency, driven by the keyboard, with a look into the chosen case beside it. */
export function InboxPage() {
  const { t } = useTranslation('desk')
  const [search, setSearch] = useSearchParams()
  const [, navigate] = useLocation()
  const filter = useMemo(() => readFilter(search), [search])
  const { inbox, groups, lines } = useInboxLines(filter)
  const place = usePlaceKept(writeFilter(filter))
  const [picked, setPicked] = useState<ReadonlySet<string>>(new Set())
  const [verb, setVerb] = useState<VerbName | 'reassign'>()
  const index = lines.findIndex((line) => rowKey(line.row) === place.chosen)
  const chosen = lines[index] ?? lines[0]
  useEffect(() => {
    document.title = `${t(`queue.${filter.queue ?? 'mine'}` as 'queue.mine')} · ${t('product')}`
  }, [filter.queue, t])
  const pick = useCallback((key: string) => {
    setPicked((before) => {
      const after = new Set(before)
      if (!after.delete(key)) after.add(key)
      return after
    })
  }, [])
  const keys = useMemo(() => {
    const move = (step: number) => () => {
      const from = index < 0 ? (step > 0 ? -1 : 1) : index
      const line = lines[Math.min(lines.length - 1, Math.max(0, from + step))]
      if (line) place.choose(rowKey(line.row), true)
    }
    const doing = (name: VerbName) => () => chosen && setVerb(name)
    const openChosen = () =>
      chosen && navigate(`/cases/${chosen.row.case_id}?task=${encodeURIComponent(chosen.row.task_id)}`)
    return {
      j: move(1),
      ArrowDown: move(1),
      k: move(-1),
      ArrowUp: move(-1),
      ['Enter' as string]: openChosen,
      c: doing('claim-task'),
      t: doing('transfer-task'),
      u: doing('urge-task'),
      x: () => chosen && pick(rowKey(chosen.row)),
    }
  }, [chosen, index, lines, navigate, pick, place])
  useKeys(keys, verb === undefined)

  return (
    <div className="inbox">
      <InboxSide filter={filter} />
      <section className="inbox-list" aria-label={t('place.inbox')}>
        <InboxHead
          filter={filter}
          onFilter={(next) => setSearch(new URLSearchParams(writeFilter(next)))}
          picked={picked.size}
          onReassign={() => setVerb('reassign')}
        />
        {inbox.isPending && <Skeleton lines={12} label={t('loading')} />}
        {inbox.isError && !inbox.data && <Failure error={inbox.error} retry={() => void inbox.refetch()} />}
        {inbox.data && (
          <InboxList
            groups={groups}
            inbox={inbox}
            filter={filter}
            chosen={chosen}
            place={place}
            picked={picked}
            onPick={pick}
          />
        )}
        <KeyBar />
      </section>
      <Preview line={chosen} onVerb={setVerb} />
      {verb === 'reassign' && (
        <Reassign
          lines={lines.filter((line) => picked.has(rowKey(line.row)))}
          onClose={() => setVerb(undefined)}
          onDone={() => setPicked(new Set())}
        />
      )}
      {verb && verb !== 'reassign' && chosen && (
        <VerbOnTask
          verb={findVerb(verb)}
          caseId={chosen.row.case_id}
          taskId={chosen.row.task_id}
          onClose={() => setVerb(undefined)}
        />
      )}
    </div>
  )
}

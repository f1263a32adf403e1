import { type ReactNode, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useLocation, useSearch } from 'wouter'
import type { StaffActor } from '#casefile/actor'
import { dateInShanghai } from '#kernel'
import { MeContext } from '../data/use-me.ts'
import { CommandPalette } from './CommandPalette.tsx'
import { placeOf, placesFor } from './places.ts'
import { Rail } from './Rail.tsx'
import { ShortcutHelp } from './ShortcutHelp.tsx'
import { TopBar } from './TopBar.tsx'
import { useKeys } from './use-keys.ts'

interface ShellProps {
  readonly actor: StaffActor
  readonly now: string
  readonly children: ReactNode
}

/** What stands round every page: rail, top bar, palette, shortcuts; and who is signed in, for the pages inside. */
export function Shell({ actor, now, children }: ShellProps) {
  const { t } = useTranslation('desk')
  const [path, navigate] = useLocation()
  const search = useSearch()
  const [open, setOpen] = useState<'palette' | 'help' | 'search'>()
  const places = useMemo(() => placesFor(actor.grants.map((grant) => grant.role)), [actor])
  const keys = useMemo(
    () => ({
      'ctrl+k': () => setOpen('palette'),
      '/': () => setOpen('search'),
      '?': () => setOpen('help'),
      n: () => actor.grants.some((grant) => grant.role === 'clerk') && navigate('/cases/new'),
    }),
    [actor, navigate],
  )
  useKeys(keys)
  const me = useMemo(() => ({ actor, today: dateInShanghai(new Date(now)), now: new Date(now) }), [actor, now])
  return (
    <MeContext value={me}>
      <div className="app">
        <a className="skip" href="#main">
          {t('skip')}
        </a>
        <TopBar onSearch={() => setOpen('search')} onHelp={() => setOpen('help')} />
        <Rail places={places} current={placeOf(path, search, places)} />
        <main id="main" tabIndex={-1}>
          {children}
        </main>
      </div>
      {(open === 'palette' || open === 'search') && (
        <CommandPalette places={places} onlyCases={open === 'search'} onClose={() => setOpen(undefined)} />
      )}
      {open === 'help' && <ShortcutHelp onClose={() => setOpen(undefined)} />}
    </MeContext>
  )
}

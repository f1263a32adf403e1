import { useState } from 'react'
import { Failure } from '../../parts/Failure.tsx'
import { useSave, useSavedList, useWhatIfTexts, type WhatIfAsked } from './use-what-if.ts'

interface SavedPanelProps {
  /** The run that may be saved; absent while there is none. */
  readonly run: { readonly runId: string; readonly asked: WhatIfAsked } | undefined
  readonly onOpen: (savedId: string) => void
}

/** Saves the run by name, and lists what was saved. */
export function SavedPanel({ run, onOpen }: SavedPanelProps) {
  const texts = useWhatIfTexts()
  const [name, setName] = useState('')
  const save = useSave()
  const list = useSavedList()
  const saved = list.data?.saved ?? []
  if (!run && saved.length === 0) return null
  return (
    <section className="what-if-saved" aria-label={texts.saved}>
      {run && (
        <form
          className="desk-field save-form"
          onSubmit={(event) => {
            event.preventDefault()
            if (name.trim() !== '') save.mutate({ name: name.trim(), ...run })
          }}
        >
          <label>
            <span>{texts.saveName}</span>
            <input value={name} maxLength={60} required onChange={(event) => setName(event.target.value)} />
          </label>
          <button type="submit" className="button" disabled={save.isPending}>
            {texts.save}
          </button>
          <span role="status">{save.isSuccess && texts.savedDone}</span>
        </form>
      )}
      {save.isError && <Failure error={save.error} />}
      {saved.length > 0 && (
        <>
          <h2>{texts.saved}</h2>
          <ul className="plain">
            {saved.map((entry) => (
              <li key={entry.savedId}>
                <button type="button" className="link" onClick={() => onOpen(entry.savedId)}>
                  <span className="ui-hidden">{texts.open} </span>
                  {entry.name}
                </button>{' '}
                <span className="small scenario-note number">{entry.savedAt.slice(0, 10)}</span>
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  )
}

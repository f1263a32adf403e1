import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { StaffCaseView, TaskView } from '#casefile/views/staff-view'
import { useMe } from '../data/use-me.ts'
import { VerbDialog } from '../verbs/VerbDialog.tsx'
import type { Verb } from '../verbs/verb.ts'
import { verbs } from '../verbs/verbs.ts'

interface VerbMenuProps {
  readonly view: StaffCaseView
  readonly task: TaskView | undefined
}

const groups = ['hold', 'sign', 'back', 'clock', 'case'] as const

/** Everything this person may do to the case now beside the form; nothing shown that cannot be used. */
export function VerbMenu({ view, task }: VerbMenuProps) {
  const { t } = useTranslation('desk')
  const { actor } = useMe()
  const [chosen, setChosen] = useState<Verb>()
  const ref = useRef<HTMLDetailsElement>(null)
  const fitting = verbs.filter((verb) => verb.fits({ view, task, actor }))
  const close = () => ref.current?.removeAttribute('open')
  useEffect(() => {
    const leave = (event: MouseEvent) => {
      if (ref.current && event.target instanceof Node && !ref.current.contains(event.target)) ref.current.open = false
    }
    document.addEventListener('click', leave)
    return () => document.removeEventListener('click', leave)
  }, [])
  if (fitting.length === 0) return null
  return (
    <>
      <details
        className="verb-menu"
        ref={ref}
        onKeyDown={(event) => {
          if (event.key !== 'Escape') return
          close()
          ref.current?.querySelector('summary')?.focus()
        }}
      >
        <summary className="button" aria-keyshortcuts="m">
          {t('doMore')}
        </summary>
        <div className="verb-list">
          {groups.map((group) => {
            const inGroup = fitting.filter((verb) => verb.group === group)
            if (inGroup.length === 0) return null
            return (
              <section key={group} aria-label={t(`verbGroup.${group}`)}>
                <p className="small quiet">{t(`verbGroup.${group}`)}</p>
                {inGroup.map((verb) => (
                  <button
                    type="button"
                    key={verb.name}
                    className={verb.heavy ? 'heavy' : undefined}
                    onClick={() => {
                      close()
                      setChosen(verb)
                    }}
                  >
                    {t(`verb.${verb.name}.name`)}
                  </button>
                ))}
              </section>
            )
          })}
        </div>
      </details>
      {chosen && <VerbDialog verb={chosen} view={view} task={task} onClose={() => setChosen(undefined)} />}
    </>
  )
}

import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Dialog } from '../parts/Dialog.tsx'
import { CheckField } from '../parts/Field.tsx'
import { Keys } from '../parts/Keys.tsx'
import { singleKeysOn, turnSingleKeys } from './use-keys.ts'

const groups = [
  {
    key: 'everywhere',
    keys: [
      ['Ctrl K', 'palette'],
      ['/', 'search'],
      ['N', 'newApplication'],
      ['?', 'help'],
      ['Esc', 'close'],
    ],
  },
  {
    key: 'list',
    keys: [
      ['J K', 'move'],
      ['Enter', 'open'],
      ['C', 'claim'],
      ['T', 'transfer'],
      ['U', 'urge'],
      ['X', 'choose'],
    ],
  },
  {
    key: 'case',
    keys: [
      ['F', 'form'],
      ['M', 'menu'],
      ['P', 'process'],
      ['B', 'back'],
    ],
  },
] as const

export function ShortcutHelp({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation('desk')
  const [on, setOn] = useState(singleKeysOn())
  return (
    <Dialog title={t('shortcuts')} onClose={onClose}>
      {groups.map((group) => (
        <section key={group.key} className="shortcut-group">
          <h3>{t(`key.${group.key}`)}</h3>
          <dl>
            {group.keys.map(([keys, what]) => (
              <div key={what}>
                <dt>
                  <Keys keys={keys} />
                </dt>
                <dd>{t(`key.${what}`)}</dd>
              </div>
            ))}
          </dl>
        </section>
      ))}
      <CheckField
        label={t('key.single')}
        hint={t('key.singleHint')}
        checked={on}
        onChange={(checked) => {
          turnSingleKeys(checked)
          setOn(checked)
        }}
      />
    </Dialog>
  )
}

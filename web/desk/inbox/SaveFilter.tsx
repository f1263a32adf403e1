import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Dialog } from '../parts/Dialog.tsx'
import { TextField } from '../parts/Field.tsx'

interface SaveFilterProps {
  readonly onSave: (name: string) => void
  readonly onClose: () => void
}

export function SaveFilter({ onSave, onClose }: SaveFilterProps) {
  const { t } = useTranslation('desk')
  const [name, setName] = useState('')
  const [missing, setMissing] = useState(false)
  return (
    <Dialog title={t('saveFilter')} onClose={onClose}>
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          setMissing(name.trim() === '')
          if (name.trim() !== '') onSave(name.trim())
        }}
      >
        <TextField label={t('filterName')} value={name} onChange={setName} error={missing ? t('needed') : undefined} />
        <div className="dialog-foot">
          <button type="submit" className="button primary">
            {t('save')}
          </button>
        </div>
      </form>
    </Dialog>
  )
}

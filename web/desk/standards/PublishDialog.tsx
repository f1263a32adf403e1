import { useQueryClient } from '@tanstack/react-query'
import { type ChangeEvent, type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ApiError } from '../../api/api-error.ts'
import type { StandardRow } from '../data/rows.ts'
import { useAct } from '../data/use-act.ts'
import { useMe } from '../data/use-me.ts'
import { Dialog } from '../parts/Dialog.tsx'
import { TextField } from '../parts/Field.tsx'
import { faultAt } from '../parts/Refused.tsx'

interface PublishDialogProps {
  readonly standard: StandardRow & { readonly content: string }
  readonly onClose: () => void
}

/** 发布新版: the text changed here or read from a file, from which day, on what ground; faults named by element and line. */
export function PublishDialog({ standard, onClose }: PublishDialogProps) {
  const { t } = useTranslation('desk')
  const { today } = useMe()
  const queryClient = useQueryClient()
  const [content, setContent] = useState(standard.content)
  const [effectiveFrom, setEffectiveFrom] = useState(today)
  const [sourceNote, setSourceNote] = useState('')
  const act = useAct<StandardRow>('/standards')
  const submit = (event: FormEvent) => {
    event.preventDefault()
    act.mutate(
      { kind: standard.kind, name: standard.name, content, effectiveFrom, sourceNote },
      {
        onSuccess: async () => {
          await queryClient.invalidateQueries({ queryKey: ['standards'] })
          await queryClient.invalidateQueries({ queryKey: ['standard'] })
          await queryClient.invalidateQueries({ queryKey: ['company'] })
          onClose()
        },
      },
    )
  }
  const readFile = async (event: ChangeEvent<HTMLInputElement>) => {
    const file = event.target.files?.[0]
    if (file) setContent(await file.text())
  }
  return (
    <Dialog title={t('publish.title')} onClose={onClose} wide>
      <form onSubmit={submit} noValidate>
        <p>{t('publish.what', { version: standard.version + 1 })}</p>
        <PublishFaults error={act.error} />
        <label className="file-read">
          {t('publish.file')}
          <input type="file" accept=".bpmn,.dmn,.xml,.json,.csv" onChange={(event) => void readFile(event)} />
        </label>
        <TextField label={t('publish.content')} lines={16} value={content} onChange={setContent} />
        <div className="field-grid">
          <TextField
            label={t('publish.from')}
            type="date"
            value={effectiveFrom}
            onChange={setEffectiveFrom}
            error={faultAt(act.error, 'effectiveFrom')}
          />
          <TextField
            label={t('publish.note')}
            hint={t('publish.noteHint')}
            value={sourceNote}
            onChange={setSourceNote}
            error={faultAt(act.error, 'sourceNote')}
          />
        </div>
        <div className="dialog-foot">
          <button type="submit" className="button primary" aria-disabled={act.isPending}>
            {act.isPending ? t('working') : t('publish.title')}
          </button>
        </div>
      </form>
    </Dialog>
  )
}

/** Every fault of the file in one list: where, and what. */
function PublishFaults({ error }: { readonly error: Error | null }) {
  const { t } = useTranslation('desk')
  if (!error) return null
  const faults =
    error instanceof ApiError
      ? error.faults.filter((fault) => !['effectiveFrom', 'sourceNote'].includes(fault.path))
      : []
  return (
    <div className="refused" role="alert">
      <p>{error.message || t('publish.failed')}</p>
      {faults.length > 0 && (
        <table className="table">
          <thead>
            <tr>
              <th scope="col">{t('publish.place')}</th>
              <th scope="col">{t('publish.fault')}</th>
            </tr>
          </thead>
          <tbody>
            {faults.map((fault) => (
              <tr key={`${fault.path} ${fault.code}`}>
                <td translate="no">{fault.path}</td>
                <td>{fault.message}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </div>
  )
}

import { useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ImportedNetwork } from '#service/network/network-room'
import { ApiError } from '../../api/api-error.ts'
import { useAct } from '../data/use-act.ts'
import { useMe } from '../data/use-me.ts'
import { Dialog } from '../parts/Dialog.tsx'
import { Field, TextField } from '../parts/Field.tsx'
import { faultAt, Refused } from '../parts/Refused.tsx'
import { FileFaults } from './FileFaults.tsx'
import { useNetworkTexts } from './use-network-texts.ts'

interface ImportDialogProps {
  readonly onClose: () => void
  readonly onImported: (version: ImportedNetwork) => void
}

/** What the server takes at most, in bytes of text. */
const mostBytes = 7_000_000

/** 导入电网: whole, or not at all with every fault by row and column. */
export function ImportDialog({ onClose, onImported }: ImportDialogProps) {
  const { t } = useTranslation('desk')
  const texts = useNetworkTexts()
  const { today } = useMe()
  const queryClient = useQueryClient()
  const [file, setFile] = useState<File>()
  const [fault, setFault] = useState<string>()
  const [effectiveFrom, setEffectiveFrom] = useState(today)
  const act = useAct<ImportedNetwork>('/network/versions')
  const choose = (chosen: File | undefined) => {
    setFile(chosen)
    setFault(chosen && chosen.size > mostBytes ? texts.tooLarge : undefined)
    act.reset()
  }
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    if (!file || fault) return setFault(fault ?? texts.noFile)
    const content = await file.text()
    act.mutate(
      { file: file.name, content, effectiveFrom },
      {
        onSuccess: async (version) => {
          await queryClient.invalidateQueries({ queryKey: ['network'] })
          onImported(version)
          onClose()
        },
      },
    )
  }
  const isAboutFile = act.error instanceof ApiError && act.error.faults.some(({ path }) => path !== 'effectiveFrom')
  return (
    <Dialog title={texts.import} onClose={onClose} wide>
      <form onSubmit={(event) => void submit(event)} noValidate>
        <p>{texts.importWhat}</p>
        {isAboutFile ? (
          <FileFaults error={act.error as ApiError} />
        ) : (
          <Refused error={act.error} fields={['effectiveFrom']} />
        )}
        <div className="field-grid">
          <Field label={texts.file} hint={texts.fileHint} error={fault}>
            {(given) => (
              <input
                {...given}
                type="file"
                accept=".csv,.json,.geojson,.txt"
                onChange={(event) => choose(event.target.files?.[0])}
              />
            )}
          </Field>
          <TextField
            label={texts.from}
            type="date"
            value={effectiveFrom}
            onChange={setEffectiveFrom}
            error={faultAt(act.error, 'effectiveFrom')}
          />
        </div>
        <div className="dialog-foot">
          <a className="button" href="/api/v1/network/template" download>
            {texts.template}
          </a>
          <button type="submit" className="button primary" aria-disabled={act.isPending}>
            {act.isPending ? t('working') : texts.import}
          </button>
        </div>
      </form>
    </Dialog>
  )
}

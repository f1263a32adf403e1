import { type FormEvent, type ReactNode, useState } from 'react'
import type { ImportLimit } from '#platform/files/upload-limits'
import { ApiError } from '../../api/api-error.ts'
import { Dialog } from '../parts/Dialog.tsx'
import { Field } from '../parts/Field.tsx'
import { Refused } from '../parts/Refused.tsx'
import { fill } from '../words/room-words.ts'
import { FileFaults } from './FileFaults.tsx'
import { type ImportProgress, useImport } from './use-import.ts'
import { useNetworkTexts } from './use-network-texts.ts'

interface ImportDialogProps<Imported> {
  readonly title: string
  readonly fileLabel: string
  readonly fileHint: string
  /** Endings of the files that are meant. */
  readonly accept: string
  readonly path: string
  readonly limit: ImportLimit
  /** What is sent beside the file. */
  readonly more?: Readonly<Record<string, unknown>>
  /** Fields beside the file, and the names the server may find fault with. */
  readonly children?: (error: Error | null) => ReactNode
  readonly fields?: readonly string[]
  readonly foot?: ReactNode
  readonly onClose: () => void
  readonly onImported: (imported: Imported) => void
}

const megabyte = 1024 * 1024

/** Brings in one file: whole, or not at all with every fault by its place. The network's and the ground's dialog alike. */
export function ImportDialog<Imported>(props: ImportDialogProps<Imported>) {
  const { title, limit, more = {}, fields = [], onClose } = props
  const texts = useNetworkTexts()
  const [file, setFile] = useState<File>()
  const [fault, setFault] = useState<string>()
  const { send, progress, error, cancel, reset } = useImport<Imported>(props.path, (imported) => {
    props.onImported(imported)
    onClose()
  })
  const choose = (chosen: File | undefined) => {
    setFile(chosen)
    const isTooLarge = chosen !== undefined && chosen.size > limit.mostUnpackedBytes
    setFault(isTooLarge ? fill(texts.tooLarge, { mb: Math.floor(limit.mostUnpackedBytes / megabyte) }) : undefined)
    reset()
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (progress) return
    if (!file || fault) setFault(fault ?? texts.noFile)
    else void send(file, more)
  }
  const isAboutFile = error instanceof ApiError && error.faults.some(({ path }) => !fields.includes(path))
  return (
    <Dialog title={title} onClose={progress ? cancel : onClose} wide>
      <form onSubmit={submit} noValidate>
        <p>{texts.importWhat}</p>
        {isAboutFile ? <FileFaults error={error} /> : <Refused error={error} fields={fields} />}
        <div className="field-grid">
          <Field label={props.fileLabel} hint={props.fileHint} error={fault}>
            {(given) => (
              <input
                {...given}
                type="file"
                accept={props.accept}
                disabled={progress !== undefined}
                onChange={(event) => choose(event.target.files?.[0])}
              />
            )}
          </Field>
          {props.children?.(error)}
        </div>
        {progress && <Progress progress={progress} />}
        <div className="dialog-foot">
          {props.foot}
          <button type="submit" className="button primary" aria-disabled={progress !== undefined}>
            {title}
          </button>
          {progress && progress.step !== 'checking' && (
            <button type="button" className="button text" onClick={cancel}>
              {texts.giveUp}
            </button>
          )}
        </div>
      </form>
    </Dialog>
  )
}

function Progress({ progress }: { readonly progress: ImportProgress }) {
  const texts = useNetworkTexts()
  const share = progress.step === 'sending' ? progress.share : undefined
  const percent = share === undefined ? undefined : Math.round(share * 100)
  return (
    <p className="import-progress" role="status">
      <progress value={share} max={1} aria-label={texts.progress[progress.step]} />
      {texts.progress[progress.step]} {percent === undefined ? '' : `${percent} %`}
    </p>
  )
}

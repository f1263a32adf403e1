import { useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { Icon } from '../../Icon.tsx'
import { FieldFrame, useFieldIds } from '../FieldFrame.tsx'
import { type FieldProps, useFormContext } from '../form-context.ts'
import { type StoredRef, useUploads } from '../use-uploads.ts'

/** Photos from the camera or files; each is sent at once, shows how far it is, and says why it was refused. */
export function FilesField({ shape, path, value }: FieldProps) {
  const { t } = useTranslation('ui')
  const { set, face } = useFormContext()
  const { id, aria } = useFieldIds(path)
  const input = useRef<HTMLInputElement>(null)
  const isSingle = shape.kind === 'file'
  const isPhoto = shape.kind === 'photos'
  const kept = (isSingle ? (value ? [value] : []) : Array.isArray(value) ? value : []) as readonly StoredRef[]
  const keep = (files: readonly StoredRef[]) => set(path, isSingle ? files.at(-1) : files)
  const { uploads, send, dismiss } = useUploads(kept, keep)
  return (
    <FieldFrame path={path} isRequired={shape.isRequired}>
      <ul className="files" aria-live="polite">
        {kept.map((file, index) => (
          <li key={file.sha256}>
            <Icon name="file" small />
            <span className="files-name">{file.name}</span>
            <button type="button" className="form-link" onClick={() => keep(kept.toSpliced(index, 1))}>
              {t('form.remove')}
            </button>
          </li>
        ))}
        {uploads.map((upload) => (
          <li key={upload.key} className={upload.refused === undefined ? undefined : 'files-refused'}>
            <span className="files-name">
              {upload.name}
              <span className="field-hint">
                {upload.refused === undefined
                  ? t('form.uploading', { percent: Math.round(upload.share * 100) })
                  : `${t('form.uploadFailed')}：${upload.refused || t('state.offline')}`}
              </span>
              {upload.refused === undefined && <progress max={1} value={upload.share} aria-label={upload.name} />}
            </span>
            <button type="button" className="form-link" onClick={() => dismiss(upload.key)}>
              {t(upload.refused === undefined ? 'form.stop' : 'form.remove')}
            </button>
          </li>
        ))}
      </ul>
      <input
        ref={input}
        className="ui-hidden"
        tabIndex={-1}
        aria-hidden="true"
        type="file"
        multiple={!isSingle}
        {...(isPhoto ? { accept: 'image/jpeg,image/png,image/webp' } : {})}
        onChange={(event) => {
          send([...(event.target.files ?? [])])
          event.target.value = ''
        }}
      />
      <button type="button" id={id} {...aria} className="form-second" onClick={() => input.current?.click()}>
        <Icon name={isPhoto || face === 'portal' ? 'camera' : 'add'} small />
        {t(isPhoto ? 'form.takePhoto' : face === 'portal' ? 'form.addPaper' : 'form.addFile')}
      </button>
    </FieldFrame>
  )
}

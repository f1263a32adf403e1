import { type ReactNode, useEffect, useId, useMemo, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { currentLanguage } from '../../i18n/language.ts'
import { showTime } from '../dates.ts'
import { FaultSummary } from './FaultSummary.tsx'
import { FieldView } from './FieldView.tsx'
import './form.css'
import { isShown } from './field-shape.ts'
import { type Choice, type FieldProps, FormContext, type FormContextValue } from './form-context.ts'
import { type FormTexts, formTexts, type Labels } from './form-texts.ts'
import { SendFailure } from './SendFailure.tsx'
import { type FormOptions, useForm } from './use-form.ts'

export interface SchemaFormProps extends Omit<FormOptions, 'texts'> {
  readonly labels: readonly Labels[]
  readonly face: 'portal' | 'desk'
  readonly submitLabel: string
  readonly choices?: Readonly<Record<string, readonly Choice[]>>
  readonly drawn?: Readonly<Record<string, (field: FieldProps) => ReactNode>>
  readonly hidden?: readonly string[]
  readonly askCode?: FormContextValue['askCode']
  /** What to do when somebody was faster: usually read the case anew. */
  readonly onReload?: () => void
  /** Beside the submit button. */
  readonly besideSubmit?: ReactNode
}

const none: Readonly<Record<string, never>> = {}

/** A form drawn from its schema. The button always works: what is missing is named, all at once, in a summary and at the field. */
export function SchemaForm(props: SchemaFormProps) {
  const { t, i18n } = useTranslation('ui')
  const { labels, face, choices = none, drawn = none, hidden = [] } = props
  // biome-ignore lint/correctness/useExhaustiveDependencies: the language decides which words are read
  const texts: FormTexts = useMemo(() => formTexts(labels, currentLanguage()), [labels, i18n.language])
  const form = useForm({ ...props, texts })
  const formId = useId()
  const summary = useRef<HTMLDivElement>(null)
  const { faults } = form
  useEffect(() => {
    if (faults.length > 0) summary.current?.focus()
  }, [faults.length])

  const { askCode } = props
  const context: FormContextValue = {
    formId,
    face,
    Field: FieldView,
    texts,
    faults,
    set: form.set,
    choices,
    drawn,
    hidden,
    askCode,
  }
  return (
    <FormContext value={context}>
      <form
        className={`schema-form schema-form-${face}`}
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          void form.submit().then(() => summary.current?.focus())
        }}
      >
        <FaultSummary ref={summary} />
        {form.isFromDraft && (
          <p className="form-draft">
            {t('form.draftFound')}{' '}
            <button type="button" className="form-link" onClick={form.startOver}>
              {t('form.draftDrop')}
            </button>
          </p>
        )}
        {form.shapes
          .filter(
            (shape) => !hidden.includes(shape.name) && shape.kind !== 'counter-visit' && isShown(shape, form.values),
          )
          .map((shape) => (
            <FieldView key={shape.name} shape={shape} path={shape.name} value={form.values[shape.name]} />
          ))}
        <SendFailure error={form.error} {...(props.onReload ? { onReload: props.onReload } : {})} />
        <div className="form-foot">
          <button type="submit" className="form-submit" aria-disabled={form.isSending} disabled={form.isSending}>
            {form.isSending ? t('form.sending') : props.submitLabel}
          </button>
          {props.besideSubmit}
          {form.savedAt && (
            <span className="form-saved">
              {t('form.draftKept', { time: showTime(form.savedAt, currentLanguage()) })}
            </span>
          )}
        </div>
      </form>
    </FormContext>
  )
}

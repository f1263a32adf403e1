import { useCallback, useMemo, useRef, useState } from 'react'
import type { z } from 'zod'
import { ApiError, type WireFault } from '../../api/api-error.ts'
import { newCommandId } from '../../api/client.ts'
import { currentLanguage } from '../../i18n/language.ts'
import { dropDraft, keepDraft, readDraft } from './draft.ts'
import { type FieldShape, neededWith, shapesOf } from './field-shape.ts'
import { findFaults, missingFaults } from './find-faults.ts'
import type { FormTexts } from './form-texts.ts'
import { type FormValues, startValues, toSend, withValueAt } from './form-values.ts'

export interface FormOptions {
  readonly schema: z.ZodType
  readonly texts: FormTexts
  readonly prefill?: FormValues | undefined
  /** Name of the draft on this device; none is kept without it. */
  readonly draftKey?: string | undefined
  /** Fields the schema leaves open but this page asks for. */
  readonly required?: readonly string[] | undefined
  /** Parts of the value that the page sets, not the person. */
  readonly fixed?: FormValues | undefined
  /** Sends; throws `ApiError` with the server's faults. The id stays the same while what is sent stays the same. */
  readonly onSubmit: (value: FormValues, commandId: string) => Promise<void>
}

export interface FormState {
  readonly shapes: readonly FieldShape[]
  readonly values: FormValues
  readonly faults: readonly WireFault[]
  readonly error: unknown
  readonly isSending: boolean
  readonly savedAt: string | undefined
  readonly isFromDraft: boolean
  set(path: string, value: unknown): void
  startOver(): void
  submit(): Promise<void>
}

/** State of one form: what is typed, what is wrong with it, what became of sending it. Nothing typed is lost by a failure. */
export function useForm({ schema, texts, prefill, draftKey, fixed, required, onSubmit }: FormOptions): FormState {
  const shapes = useMemo(
    () =>
      shapesOf(schema as never).map((shape) => ({
        ...shape,
        isRequired: shape.isRequired || shape.shownIf?.isNeeded === true || (required ?? []).includes(shape.name),
      })),
    [schema, required],
  )
  const [draft] = useState(() => (draftKey === undefined ? undefined : readDraft(draftKey)))
  const [values, setValues] = useState<FormValues>(() => ({ ...startValues(shapes, prefill), ...draft?.values }))
  const [faults, setFaults] = useState<readonly WireFault[]>([])
  const [error, setError] = useState<unknown>()
  const [isSending, setSending] = useState(false)
  const [savedAt, setSavedAt] = useState(draft?.savedAt)
  const [isFromDraft, setFromDraft] = useState(draft !== undefined)
  const sent = useRef({ body: '', commandId: newCommandId() })
  const latest = useRef(values)

  const set = useCallback(
    (path: string, value: unknown) => {
      latest.current = withValueAt(latest.current, path, value)
      setValues(latest.current)
      // A fault stands until its field is touched; what is wrong now is said when the form is sent.
      setFaults((before) => before.filter((fault) => fault.path !== path && !fault.path.startsWith(`${path}.`)))
      const now = new Date().toISOString()
      if (draftKey !== undefined && keepDraft(draftKey, { values: latest.current, savedAt: now })) setSavedAt(now)
    },
    [draftKey],
  )

  const startOver = () => {
    if (draftKey !== undefined) dropDraft(draftKey)
    latest.current = startValues(shapes, prefill)
    setValues(latest.current)
    setFaults([])
    setSavedAt(undefined)
    setFromDraft(false)
  }

  const submit = async () => {
    const value = toSend(shapes, { ...latest.current, ...fixed })
    const found = [
      ...findFaults(schema, value, texts, currentLanguage()),
      ...missingFaults([...(required ?? []), ...neededWith(shapes, value)], value, currentLanguage()),
    ]
    setFaults(found)
    setError(undefined)
    if (found.length > 0) return
    const body = JSON.stringify(value)
    if (sent.current.body !== '' && sent.current.body !== body) sent.current.commandId = newCommandId()
    sent.current.body = body
    setSending(true)
    try {
      await onSubmit(value, sent.current.commandId)
      if (draftKey !== undefined) dropDraft(draftKey)
    } catch (cause) {
      setError(cause)
      if (cause instanceof ApiError) setFaults(cause.faults)
    } finally {
      setSending(false)
    }
  }

  return { shapes, values, faults, error, isSending, savedAt, isFromDraft, set, startOver, submit }
}

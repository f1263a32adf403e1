import { useQueryClient } from '@tanstack/react-query'
import { useMemo, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { CustomerActor } from '#casefile/actor'
import { ApplicationForm } from '#journey/acceptance/api'
import { labels } from '#journey/acceptance/labels'
import { ApiError, type WireFault } from '../../api/api-error.ts'
import { apiPost, newCommandId } from '../../api/client.ts'
import { currentLanguage } from '../../i18n/language.ts'
import { dropDraft, keepDraft, readDraft } from '../../ui/form/draft.ts'
import { type FieldShape, shapesOf } from '../../ui/form/field-shape.ts'
import { findFaults, missingFaults } from '../../ui/form/find-faults.ts'
import { formTexts } from '../../ui/form/form-texts.ts'
import { type FormValues, withoutBlanks, withValueAt } from '../../ui/form/form-values.ts'
import type { Need } from '../home/needs.ts'
import { useLanguage } from '../shell/use-language.ts'
import { applyDraftKey } from './apply-draft.ts'
import type { ApplyPageShape } from './apply-pages.ts'
import { startOfApplication, withConsequences } from './apply-values.ts'

const shapes = shapesOf(ApplicationForm as never)

/** The shape of a field by its path in the form. Throws for a path the form does not have. */
export function shapeAt(path: string): FieldShape {
  let level = shapes
  let found: FieldShape | undefined
  for (const name of path.split('.')) {
    found = level.find((shape) => shape.name === name)
    level = found?.fields ?? []
  }
  if (!found) throw new Error(`the application has no field ${path}`)
  return found
}

/** An application while it is filled in: kept on this device page by page, checked page by page, sent once. */
export function useApplication(need: Need, customer: CustomerActor) {
  const draftKey = applyDraftKey(customer, need.need)
  const language = useLanguage()
  const { t } = useTranslation('portal')
  const queryClient = useQueryClient()
  const [draft] = useState(() => readDraft(draftKey))
  const [values, setValues] = useState<FormValues>(() => ({ ...startOfApplication(need, customer), ...draft?.values }))
  const [savedAt, setSavedAt] = useState(draft?.savedAt)
  const [faults, setFaults] = useState<readonly WireFault[]>([])
  const [error, setError] = useState<unknown>()
  const [isSending, setSending] = useState(false)
  const latest = useRef(values)
  const sent = useRef({ body: '', commandId: newCommandId() })
  const texts = useMemo(() => formTexts([labels], language), [language])

  const set = (path: string, value: unknown) => {
    latest.current = withConsequences(withValueAt(latest.current, path, value), path)
    setValues(latest.current)
    setFaults((before) => before.filter((fault) => fault.path !== path && !fault.path.startsWith(`${path}.`)))
    const now = new Date().toISOString()
    if (keepDraft(draftKey, { values: latest.current, savedAt: now })) setSavedAt(now)
  }
  const clean = () => withoutBlanks(latest.current) as FormValues
  /** The page's faults in the order in which it asks. */
  const faultsOf = (page: ApplyPageShape) => {
    const faults = [
      ...findFaults(ApplicationForm, clean(), texts, currentLanguage()),
      ...missingFaults(page.required ?? [], clean(), currentLanguage()),
      ...shortWithoutStandards(),
    ]
    return page.fields.flatMap((field) =>
      faults.filter((fault) => fault.path === field || fault.path.startsWith(`${field}.`)),
    )
  }
  /** The short process rests on the confirmed construction standards (S1). */
  const shortWithoutStandards = (): readonly WireFault[] =>
    latest.current.wantsShort === true && latest.current.standardsConfirmed !== true
      ? [{ path: 'standardsConfirmed', code: 'standards-not-confirmed', message: t('apply.pickShort') }]
      : []

  /** Whether the page may be left; otherwise its faults stand. */
  const check = (page: ApplyPageShape): boolean => {
    const found = faultsOf(page)
    setFaults(found)
    return found.length === 0
  }

  /** Sends; answers the id of the opened case, or undefined when it was refused. */
  const submit = async (): Promise<string | undefined> => {
    const form = clean()
    const found = findFaults(ApplicationForm, form, texts, currentLanguage())
    setFaults(found)
    setError(undefined)
    if (found.length > 0) return undefined
    const body = JSON.stringify(form)
    if (sent.current.body !== body) sent.current = { body, commandId: newCommandId() }
    setSending(true)
    try {
      const answer = await apiPost<{ caseId: string }>('/applications', form, sent.current.commandId)
      dropDraft(draftKey)
      await queryClient.invalidateQueries({ queryKey: ['my-cases'] })
      return answer.caseId
    } catch (cause) {
      setError(cause)
      if (cause instanceof ApiError) setFaults(cause.faults)
      return undefined
    } finally {
      setSending(false)
    }
  }

  return { values, texts, faults, error, isSending, savedAt, set, check, submit, faultsOf }
}

export type Application = ReturnType<typeof useApplication>

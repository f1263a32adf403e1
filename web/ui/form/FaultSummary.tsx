import type { Ref } from 'react'
import { useTranslation } from 'react-i18next'
import { placeOf, withinSentence } from './fault-words.ts'
import { fieldId, useFormContext } from './form-context.ts'

/** Every gap by name, on top; each entry jumps to its field. The same words stand there. */
export function FaultSummary({ ref }: { readonly ref: Ref<HTMLDivElement> }) {
  const { t } = useTranslation('ui')
  const { faults, texts, formId } = useFormContext()
  if (faults.length === 0) return null
  return (
    <div className="fault-summary" ref={ref} tabIndex={-1} role="alert" aria-labelledby={`${formId}-summary`}>
      <h2 id={`${formId}-summary`}>{t('form.summary', { count: faults.length })}</h2>
      <ul>
        {faults.map((fault) => (
          <li key={`${fault.path} ${fault.code}`}>
            <a
              href={`#${fieldId(formId, fault.path)}`}
              onClick={(event) => {
                event.preventDefault()
                jumpTo(formId, fault.path)
              }}
            >
              {fault.path === ''
                ? fault.message
                : t('form.fault', {
                    where: placeOf(fault.path, texts.label, (list, row) => t('form.rowOf', { list, row })),
                    what: withinSentence(fault.message),
                  })}
            </a>
          </li>
        ))}
      </ul>
    </div>
  )
}

/** Focuses the field, or the nearest part of the form that holds it. */
function jumpTo(formId: string, path: string): void {
  const parts = path.split('.')
  for (let length = parts.length; length > 0; length -= 1) {
    const found = document.getElementById(fieldId(formId, parts.slice(0, length).join('.')))
    if (!found) continue
    found.scrollIntoView({ block: 'center' })
    const control = found.matches('input, select, textarea, button')
      ? found
      : found.querySelector<HTMLElement>('input, select, textarea, button')
    ;(control ?? found).focus()
    return
  }
}

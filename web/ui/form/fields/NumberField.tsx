import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { parseYuan } from '#kernel'
import { FieldFrame, useFieldIds } from '../FieldFrame.tsx'
import { type FieldProps, useFormContext } from '../form-context.ts'
import { unitOf } from '../units.ts'

/** A number with its unit. Amounts are typed in yuan and kept in fen; what is no number is kept as typed, and said to be none. */
export function NumberField({ shape, path, value }: FieldProps) {
  const { t } = useTranslation('ui')
  const { set } = useFormContext()
  const { id, aria } = useFieldIds(path)
  const unit = unitOf(shape.name)
  const isMoney = unit === 'fen'
  const [typed, setTyped] = useState<string>()
  const read = isMoney ? parseYuan : readNumber
  const known = shownValue(value, isMoney)
  // What is being typed (`1.`) stays as typed while it still means the value; a value set from elsewhere replaces it.
  const shown = typed !== undefined && (read(typed) ?? typed) === value ? typed : known
  return (
    <FieldFrame path={path} isRequired={shape.isRequired} unit={isMoney ? t('unit.yuan', { amount: '' }).trim() : unit}>
      <input
        id={id}
        {...aria}
        className="field-input field-number"
        type="text"
        inputMode={shape.isWhole && !isMoney ? 'numeric' : 'decimal'}
        autoComplete="off"
        aria-required={shape.isRequired}
        value={shown}
        onChange={(event) => {
          const text = event.target.value
          setTyped(text)
          set(path, text.trim() === '' ? undefined : (read(text.trim()) ?? text))
        }}
      />
    </FieldFrame>
  )
}

function readNumber(text: string): number | undefined {
  return /^[-+]?\d*\.?\d+$|^[-+]?\d+\.$/.test(text) ? Number(text) : undefined
}

function shownValue(value: unknown, isMoney: boolean): string {
  if (typeof value === 'string') return value
  if (typeof value !== 'number') return ''
  return isMoney ? String(value / 100) : String(value)
}

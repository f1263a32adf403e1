import { type InputHTMLAttributes, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import './date-input.css'
import { readDateText, showDateText } from './date-text.ts'
import { Icon } from './Icon.tsx'

interface DateInputProps extends Omit<InputHTMLAttributes<HTMLInputElement>, 'value' | 'onChange' | 'type'> {
  /** `YYYY-MM-DD`, or `YYYY-MM-DDTHH:MM` with a time; what was typed and is neither stays as it is. */
  readonly value: string
  readonly withTime?: boolean
  readonly onChange: (value: string) => void
}

/** A finger has the picker of its phone, which speaks the phone's language. */
const hasFingers = () => matchMedia('(pointer: coarse)').matches

/**
 * A day to type as it is written here (`2026-11-23`), with the browser's calendar one key away. A browser's own field would show
 * the day in the browser's language, whatever the page is in.
 */
export function DateInput({ value, withTime = false, onChange, ...rest }: DateInputProps) {
  const { t } = useTranslation('ui')
  const picker = useRef<HTMLInputElement>(null)
  // What is being typed; the value where nothing is.
  const [typing, setTyping] = useState<string>()
  const type = withTime ? 'datetime-local' : 'date'
  const picked = readDateText(value, withTime) ?? ''
  if (hasFingers()) {
    return <input {...rest} type={type} value={picked} onChange={(event) => onChange(event.target.value)} />
  }
  const typed = (text: string) => {
    setTyping(text)
    onChange(readDateText(text, withTime) ?? text)
  }
  return (
    <span className={withTime ? 'date-input with-time' : 'date-input'}>
      <input
        {...rest}
        type="text"
        inputMode="numeric"
        autoComplete="off"
        placeholder={t(withTime ? 'form.dateTimeShape' : 'form.dateShape')}
        value={typing ?? showDateText(value)}
        onChange={(event) => typed(event.target.value)}
        onBlur={() => setTyping(undefined)}
      />
      <button type="button" aria-label={t('form.calendar')} onClick={() => picker.current?.showPicker()}>
        <Icon name="calendar" small />
      </button>
      <input
        ref={picker}
        className="date-picker"
        type={type}
        tabIndex={-1}
        aria-hidden="true"
        value={picked}
        onChange={(event) => onChange(event.target.value)}
      />
    </span>
  )
}

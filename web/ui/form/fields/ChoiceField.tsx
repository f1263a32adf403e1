import { useTranslation } from 'react-i18next'
import { FieldFrame, useFieldIds } from '../FieldFrame.tsx'
import { type Choice, type FieldProps, useFormContext, withoutRows } from '../form-context.ts'

/** Up to this many choices stand open; more are a list to open. */
const mostOpen = { portal: 7, desk: 4 } as const

export function ChoiceField({ shape, path, value }: FieldProps) {
  const { choices, texts, face } = useFormContext()
  const options =
    choices[withoutRows(path)] ?? shape.choices.map((choice) => ({ value: choice, label: texts.value(path, choice) }))
  const isOpen = options.length <= mostOpen[face]
  return isOpen ? (
    <OpenChoices shape={shape} path={path} value={value} options={options} />
  ) : (
    <ListOfChoices shape={shape} path={path} value={value} options={options} />
  )
}

type Props = FieldProps & { readonly options: readonly Choice[] }

function OpenChoices({ shape, path, value, options }: Props) {
  const { set } = useFormContext()
  const { id, aria } = useFieldIds(path)
  return (
    <FieldFrame path={path} isRequired={shape.isRequired || shape.defaultValue !== undefined} isSet>
      <div className="choices" {...aria}>
        {options.map((option) => (
          <label key={option.value} className="choice">
            <input type="radio" name={id} checked={value === option.value} onChange={() => set(path, option.value)} />
            <span>{option.label}</span>
          </label>
        ))}
      </div>
    </FieldFrame>
  )
}

function ListOfChoices({ shape, path, value, options }: Props) {
  const { t } = useTranslation('ui')
  const { set } = useFormContext()
  const { id, aria } = useFieldIds(path)
  return (
    <FieldFrame path={path} isRequired={shape.isRequired || shape.defaultValue !== undefined}>
      <select
        id={id}
        {...aria}
        className="field-input"
        aria-required={shape.isRequired}
        value={typeof value === 'string' ? value : ''}
        onChange={(event) => set(path, event.target.value === '' ? undefined : event.target.value)}
      >
        <option value="">{t('form.choose')}</option>
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </FieldFrame>
  )
}

import type { ComponentType } from 'react'
import type { FieldKind } from './field-shape.ts'
import { ChoiceField } from './fields/ChoiceField.tsx'
import { DateField } from './fields/DateField.tsx'
import { FilesField } from './fields/FilesField.tsx'
import { GroupField } from './fields/GroupField.tsx'
import { LocationField } from './fields/LocationField.tsx'
import { NumberField } from './fields/NumberField.tsx'
import { RowsField } from './fields/RowsField.tsx'
import { SignatureField } from './fields/SignatureField.tsx'
import { SwitchField } from './fields/SwitchField.tsx'
import { TextField } from './fields/TextField.tsx'
import { TextsField } from './fields/TextsField.tsx'
import { TickField } from './fields/TickField.tsx'
import { TrackField } from './fields/TrackField.tsx'
import { type FieldProps, useFormContext, withoutRows } from './form-context.ts'

const fields: Readonly<Record<FieldKind, ComponentType<FieldProps>>> = {
  text: TextField,
  'long-text': TextField,
  number: NumberField,
  switch: SwitchField,
  'must-agree': TickField,
  choice: ChoiceField,
  date: DateField,
  instant: DateField,
  texts: TextsField,
  rows: RowsField,
  group: GroupField,
  photos: FilesField,
  files: FilesField,
  file: FilesField,
  location: LocationField,
  track: TrackField,
  signature: SignatureField,
  'counter-visit': GroupField,
}

/** One field by its kind; the page may draw it itself, hide it, or give a text field choices. */
export function FieldView(field: FieldProps) {
  const { choices, drawn, hidden } = useFormContext()
  const place = withoutRows(field.path)
  if (hidden.includes(place)) return null
  const own = drawn[place]
  if (own) return own(field)
  const Field = choices[place] ? ChoiceField : fields[field.shape.kind]
  return <Field {...field} />
}

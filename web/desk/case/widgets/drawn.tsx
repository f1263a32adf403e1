import type { ReactNode } from 'react'
import type { FieldProps } from '../../../ui/form/form-context.ts'
import { EarlierDefects } from './EarlierDefects.tsx'
import { InspectionItems } from './InspectionItems.tsx'

type Drawn = Readonly<Record<string, (field: FieldProps) => ReactNode>>

const inspection: Drawn = {
  items: (field) => <InspectionItems {...field} />,
  earlierDefects: (field) => <EarlierDefects {...field} />,
}

const drawnByUseCase: Readonly<Record<string, Drawn>> = {
  'inspect-interim': inspection,
  'inspect-completion': inspection,
  'review-design': { items: (field) => <InspectionItems {...field} /> },
}

/** Fields of a step that a table shows better than one field after another. */
export const drawnOf = (useCase: string): Drawn => drawnByUseCase[useCase] ?? {}

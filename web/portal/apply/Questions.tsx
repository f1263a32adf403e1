import { type ReactNode, useEffect, useId, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import type { CustomerActor } from '#casefile/actor'
import { FaultSummary } from '../../ui/form/FaultSummary.tsx'
import { FieldView } from '../../ui/form/FieldView.tsx'
import '../../ui/form/form.css'
import type { FieldShape } from '../../ui/form/field-shape.ts'
import { FormContext, type FormContextValue } from '../../ui/form/form-context.ts'
import { valueAt } from '../../ui/form/form-values.ts'
import type { Need } from '../home/needs.ts'
import type { ApplyPageShape } from './apply-pages.ts'
import { isAsked } from './apply-values.ts'
import { ProofField } from './ProofField.tsx'
import { type Application, shapeAt } from './use-application.ts'
import { useChoices } from './use-choices.ts'
import { StandardsField, WayField } from './WayFields.tsx'

interface QuestionsProps {
  readonly need: Need
  readonly page: ApplyPageShape
  readonly customer: CustomerActor
  readonly application: Application
  readonly onNext: () => void
}

/** One page of the application: its questions, what is wrong with them, and on. */
export function Questions({ need, page, customer, application, onNext }: QuestionsProps) {
  const { t } = useTranslation('portal')
  const formId = useId()
  const summary = useRef<HTMLDivElement>(null)
  const choices = useChoices(need, application.values)
  const { values, texts, faults, set } = application
  useEffect(() => {
    if (faults.length > 0) summary.current?.focus()
  }, [faults.length])
  const context: FormContextValue = {
    formId,
    face: 'portal',
    Field: FieldView,
    texts: { ...texts, hint: (path) => texts.hint(path) ?? hintOf(path, t) },
    faults,
    set,
    choices,
    drawn: {
      documents: () => <ProofField need={need} values={values} />,
      wantsShort: (field) => <WayField {...field} />,
      standardsConfirmed: (field) => <StandardsField {...field} />,
    },
    hidden: ['equipment.category', 'load.equipment.category', 'load.equipment.isFireOnly'],
  }
  const note: string = t(`apply.page.${page.name}.note`)
  return (
    <FormContext value={context}>
      <form
        className="section schema-form schema-form-portal"
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          if (application.check(page)) onNext()
        }}
      >
        <div>
          <h1>{t(`apply.page.${page.name}.title`)}</h1>
          {note !== '' && <p className="lead">{note}</p>}
        </div>
        <FaultSummary ref={summary} />
        {page.fields
          .filter((path) => isAsked(path, values))
          .map((path) => (
            <FieldView key={path} path={path} shape={shapeOn(page, path)} value={valueAt(values, path)} />
          ))}
        <PageNote page={page} customer={customer} />
        <button type="submit" className="button">
          {t('apply.next')}
        </button>
        <div className="later">
          <Link className="link" href="/">
            {t('apply.later')}
          </Link>
          <p className="note">{t('apply.leave')}</p>
        </div>
      </form>
    </FormContext>
  )
}

/** The field as this need asks it: some that others may leave open it cannot do without. */
function shapeOn({ required = [] }: ApplyPageShape, path: string): FieldShape {
  const shape = shapeAt(path)
  return required.includes(path) ? { ...shape, isRequired: true } : shape
}

const hinted = [
  'requestedKw',
  'requestedKva',
  'existingAccountNumber',
  'existingKva',
  'neededUntil',
  'wishedDate',
] as const

function hintOf(path: string, t: ReturnType<typeof useTranslation<'portal'>>['t']): string | undefined {
  const name = hinted.find((entry) => path.endsWith(entry))
  return name && t(`apply.hint.${name}`)
}

function PageNote({ page, customer }: Pick<QuestionsProps, 'page' | 'customer'>): ReactNode {
  const { t } = useTranslation('portal')
  if (page.name === 'person') return <p className="note">{t('apply.phoneIs', { phone: customer.phone })}</p>
  if (page.name === 'proof') return <p className="note">{t('apply.proofPrivacy')}</p>
  return null
}

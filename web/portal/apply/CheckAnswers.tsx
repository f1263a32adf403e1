import { useEffect, useId, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import { FaultSummary } from '../../ui/form/FaultSummary.tsx'
import { FieldView } from '../../ui/form/FieldView.tsx'
import { TickField } from '../../ui/form/fields/TickField.tsx'
import '../../ui/form/form.css'
import { FormContext } from '../../ui/form/form-context.ts'
import { valueAt } from '../../ui/form/form-values.ts'
import { SendFailure } from '../../ui/form/SendFailure.tsx'
import type { Need } from '../home/needs.ts'
import { type ApplyPageShape, pagesFor } from './apply-pages.ts'
import { isAsked } from './apply-values.ts'
import { useAnswerWords } from './use-answer-words.ts'
import { type Application, shapeAt } from './use-application.ts'
import { useChoices } from './use-choices.ts'

interface CheckAnswersProps {
  readonly need: Need
  readonly page: ApplyPageShape
  readonly application: Application
  readonly onSent: (caseId: string) => void
}

/** All answers on one page, each with a way back to it; then consent and sending. */
export function CheckAnswers({ need, application, onSent }: CheckAnswersProps) {
  const { t } = useTranslation('portal')
  const { values, texts, faults, set } = application
  const formId = useId()
  const summary = useRef<HTMLDivElement>(null)
  const choices = useChoices(need, values)
  const answer = useAnswerWords(need, values, texts, choices)
  useEffect(() => {
    if (faults.length > 0) summary.current?.focus()
  }, [faults.length])
  const asked = pagesFor(need).filter((entry) => entry.name !== 'check')
  const consent = shapeAt('privacyAgreed')
  const context = {
    formId,
    face: 'portal' as const,
    Field: FieldView,
    texts,
    faults,
    set,
    choices,
    drawn: {},
    hidden: [],
  }
  return (
    <FormContext value={context}>
      <form
        className="section schema-form schema-form-portal"
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          void application.submit().then((caseId) => caseId && onSent(caseId))
        }}
      >
        <div>
          <h1>{t('apply.page.check.title')}</h1>
          <p className="lead">{t('apply.page.check.note')}</p>
        </div>
        <FaultSummary ref={summary} />
        {asked.map((page) => (
          <section key={page.name} className="answers">
            <h2>
              {t(`apply.page.${page.name}.title`)}
              <Link className="link" href={`/apply/${need.need}/${page.name}`}>
                {t('apply.change')}
                <span className="ui-hidden">{t(`apply.page.${page.name}.title`)}</span>
              </Link>
            </h2>
            <dl className="facts">
              {page.fields
                .filter((path) => isAsked(path, values))
                .map((path) => (
                  <div key={path}>
                    <dt>{texts.label(path)}</dt>
                    <dd>{answer(path, valueAt(values, path))}</dd>
                  </div>
                ))}
            </dl>
          </section>
        ))}
        <TickField shape={consent} path="privacyAgreed" value={values.privacyAgreed} label={t('apply.privacy')} />
        <SendFailure error={application.error} />
        <button type="submit" className="button" disabled={application.isSending}>
          {t('apply.submit')}
        </button>
      </form>
    </FormContext>
  )
}

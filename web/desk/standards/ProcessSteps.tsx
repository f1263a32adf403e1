import { useTranslation } from 'react-i18next'
import { useCaseWords } from '../words/case-words.ts'
import { useStepWords } from '../words/room-words.ts'

/** The steps of a process file in its own order, for whoever does not see the drawing: what, by which role, in which stage. */
export function ProcessSteps({ xml }: { readonly xml: string }) {
  const { t } = useTranslation('desk')
  const words = useCaseWords()
  const stepWords = useStepWords()
  const page = new DOMParser().parseFromString(xml, 'application/xml')
  const steps = [...page.getElementsByTagNameNS('*', 'userTask')]
  const read = (step: Element, name: string) => step.getAttribute(`tongdian:${name}`) ?? ''
  return (
    <table className="table process-steps">
      <caption className="ui-hidden">{t('processList')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('column.step')}</th>
          <th scope="col">{t('filter.stage')}</th>
          <th scope="col">{t('column.roles')}</th>
        </tr>
      </thead>
      <tbody>
        {steps.map((step) => (
          <tr key={step.id}>
            <th scope="row">{stepWords(step.id, read(step, 'useCase'), step.getAttribute('name') ?? step.id)}</th>
            <td>{words.stage(read(step, 'stage'))}</td>
            <td>{words.role(read(step, 'role'))}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

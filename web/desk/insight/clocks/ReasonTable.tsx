import { useTranslation } from 'react-i18next'
import { useStepWords } from '../../words/room-words.ts'
import type { CaseQuestion } from '../CasesBehind.tsx'
import { useInsightTexts } from '../use-insight-texts.ts'
import type { ClockAnswer } from '../use-reports.ts'

interface ReasonTableProps extends Pick<ClockAnswer, 'byReason' | 'reasons'> {
  readonly onAsk: (question: CaseQuestion) => void
}

/** Days by owner and reason, most first: the step that held the case, or why the clock stood still. */
export function ReasonTable({ byReason, reasons, onAsk }: ReasonTableProps) {
  const { i18n } = useTranslation()
  const texts = useInsightTexts()
  const stepWords = useStepWords()
  const nameOf = (reason: string) => {
    const words = reasons.find((each) => each.reason === reason)
    if (reason === 'in-between' || !words) return texts.clocks.inBetween
    if (words.nameEn !== '') return i18n.language === 'en' ? words.nameEn : words.nameZh
    return stepWords(reason, words.useCase, words.nameZh)
  }
  const most = Math.max(1, ...byReason.map(({ days }) => days))
  return (
    <table className="table reasons">
      <thead>
        <tr>
          <th scope="col">{texts.clocks.reason}</th>
          <th scope="col">{texts.clocks.ownerColumn}</th>
          <th scope="col">{texts.clocks.days}</th>
          <th scope="col" className="number">
            {texts.clocks.cases}
          </th>
        </tr>
      </thead>
      <tbody>
        {byReason.map(({ owner, reason, days, cases }) => (
          <tr key={`${owner} ${reason}`}>
            <th scope="row">{nameOf(reason)}</th>
            <td>{texts.clocks.owner[owner]}</td>
            <td>
              <span className="load-line">
                <span className="load-bar" aria-hidden="true">
                  <i className={`of-${owner}`} style={{ width: `${(days / most) * 100}%` }} />
                </span>
                <span className="number">{days}</span>
              </span>
            </td>
            <td className="number">
              <button
                type="button"
                className="link"
                onClick={() => onAsk({ name: nameOf(reason), asked: { reason, owner } })}
              >
                {cases}
              </button>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

import type { Estimate } from '#insight'
import type { WhatIfBasis } from '#service/insight/what-if/what-if-basis'
import { ScrollRegion } from '../../parts/ScrollRegion.tsx'
import { useStepWords } from '../../words/room-words.ts'
import { useGroupName } from './group-name.ts'
import { useWhatIfTexts } from './use-what-if.ts'

/** Every estimate with the number of observations it rests on, and what was assumed where there were too few. */
export function EstimateTable({ basis }: { readonly basis: WhatIfBasis }) {
  const { estimates, steps } = basis
  const texts = useWhatIfTexts()
  const groupName = useGroupName(basis)
  const stepWords = useStepWords()
  const nameOf = ({ kind, key }: Estimate): string => {
    if (key === '') return texts.whole
    if (kind === 'staff') return groupName(key)
    const step = steps.find(({ elementId }) => elementId === key)
    return step ? stepWords(key, step.useCase, step.name) : key
  }
  return (
    <details>
      <summary>{texts.basis}</summary>
      <ScrollRegion className="table-scroll" label={texts.basis}>
        <table className="table">
          <thead>
            <tr>
              <th scope="col">{texts.estimate}</th>
              <th scope="col" aria-label={texts.group} />
              <th scope="col" className="number">
                {texts.value}
              </th>
              <th scope="col" className="number">
                {texts.observations}
              </th>
              <th scope="col">{texts.from}</th>
            </tr>
          </thead>
          <tbody>
            {estimates.map((each) => (
              <tr key={`${each.kind} ${each.key}`}>
                <td>{texts.kind[each.kind]}</td>
                <th scope="row">{nameOf(each)}</th>
                <td className="number">{Math.round(each.value * 100) / 100}</td>
                <td className="number">{each.observations}</td>
                <td className={each.basis === 'own' ? undefined : 'what-if-assumed'}>{texts.basisOf[each.basis]}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollRegion>
    </details>
  )
}

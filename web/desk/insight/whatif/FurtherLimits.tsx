import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { WhatIfBasis } from '#service/insight/what-if/what-if-basis'
import { ruleSetWords } from '../../../ui/limit-words.ts'
import { fill } from '../../words/room-words.ts'
import { useWhatIfTexts } from './use-what-if.ts'

const mostLimits = 4
const longestDays = 400

interface FurtherLimitsProps {
  readonly published: WhatIfBasis['limits']
  readonly limits: readonly number[]
  readonly onChange: (limits: readonly number[]) => void
}

/** Further limits beside the one of the plots, each counted in the table; the published ones are named by their rule. */
export function FurtherLimits({ published, limits, onChange }: FurtherLimitsProps) {
  const texts = useWhatIfTexts()
  const { t } = useTranslation('ui')
  const [typed, setTyped] = useState('')
  const days = Number(typed)
  const canAdd = Number.isInteger(days) && days >= 1 && days <= longestDays && !limits.includes(days)
  const nameOf = (limit: number) => {
    const rule = published.find((each) => each.days === limit)
    return fill(texts.limitDays, { days: limit }) + (rule ? ` · ${ruleSetWords(t, rule.ruleSet)}` : '')
  }
  return (
    <fieldset className="levers further-limits">
      <legend>{texts.furtherLimits}</legend>
      <ul className="plain">
        {limits.map((limit) => (
          <li key={limit}>
            <span>{nameOf(limit)}</span>
            <button
              type="button"
              className="button text small"
              aria-label={`${texts.remove} ${nameOf(limit)}`}
              onClick={() => onChange(limits.filter((each) => each !== limit))}
            >
              {texts.remove}
            </button>
          </li>
        ))}
      </ul>
      {limits.length < mostLimits && (
        <div className="row">
          <input
            type="number"
            aria-label={texts.limit}
            min={1}
            max={longestDays}
            value={typed}
            onChange={(event) => setTyped(event.target.value)}
          />
          <button
            type="button"
            className="button small"
            disabled={!canAdd}
            onClick={() => {
              onChange([...limits, days].sort((a, b) => a - b))
              setTyped('')
            }}
          >
            {texts.addLimit}
          </button>
        </div>
      )}
    </fieldset>
  )
}

import type { WhatIfResult } from '#insight'
import { fill } from '../../words/room-words.ts'
import { showShare } from '../figures.ts'
import { useInsightTexts } from '../use-insight-texts.ts'
import { answerCurve } from './answer-curve.ts'
import { niceTop } from './LateIntervals.tsx'
import { useWhatIfTexts, type WhatIfTexts } from './use-what-if.ts'

const left = 40
const right = 408
const top = 8
const bottom = 158

/** Late share of one-to-one by number of people, today beside it, and the answer in words. */
export function StaffingCurve({ result: { curve, outcomes } }: { readonly result: WhatIfResult }) {
  const texts = useWhatIfTexts()
  const { listGap } = useInsightTexts()
  const today = outcomes[0]?.lateShare ?? { mean: 0, halfWidth: 0 }
  const most = niceTop(Math.max(today.mean, ...curve.map(({ lateShare }) => lateShare.mean + lateShare.halfWidth)))
  const first = curve[0]?.people ?? 0
  const span = Math.max(1, (curve.at(-1)?.people ?? 1) - first)
  const x = (people: number): number => left + ((people - first) / span) * (right - left - 8)
  const y = (share: number): number => bottom - (Math.max(0, Math.min(share, most)) / most) * (bottom - top)
  const answer = answerCurve(curve)
  const chosen = answer.kind === 'never' ? undefined : answer.point
  const upper = curve.map(({ people, lateShare: s }) => `${x(people)} ${y(s.mean + s.halfWidth)}`)
  const lower = curve.map(({ people, lateShare: s }) => `${x(people)} ${y(s.mean - s.halfWidth)}`).reverse()
  const line = curve.map(({ people, lateShare }) => `${x(people)} ${y(lateShare.mean)}`).join('L')
  return (
    <>
      <svg className="late-plot" viewBox="0 0 420 204" role="img" aria-label={texts.curveName}>
        {[0, 0.5, 1].map((part) => (
          <g key={part}>
            <path d={`M${left} ${y(most * part)}H${right}`} stroke="var(--line)" />
            <text x={left - 6} y={y(most * part) + 4} className="axis" textAnchor="end">
              {Math.round(most * part * 1000) / 10}
            </text>
          </g>
        ))}
        <rect
          x={left}
          width={right - left}
          y={y(today.mean + today.halfWidth)}
          height={y(today.mean - today.halfWidth) - y(today.mean + today.halfWidth)}
          fill="var(--ink-3)"
          opacity="0.14"
        />
        <path d={`M${left} ${y(today.mean)}H${right}`} stroke="var(--ink-2)" strokeDasharray="4 3" />
        <text x={right} y={y(today.mean) - 6} className="row-note" textAnchor="end">
          {fill(texts.todayLine, { share: showShare(today.mean) })}
        </text>
        <path d={`M${[...upper, ...lower].join('L')}Z`} fill="var(--accent)" opacity="0.16" />
        <path d={`M${line}`} fill="none" stroke="var(--accent)" strokeWidth="2.2" />
        {curve.map(({ people, lateShare }) => (
          <g key={people}>
            <circle
              cx={x(people)}
              cy={y(lateShare.mean)}
              r={people === chosen?.people ? 6 : 3}
              fill={people === chosen?.people ? 'var(--accent)' : 'var(--sunk)'}
              stroke="var(--accent)"
              strokeWidth="1.6"
            />
            <text
              x={x(people)}
              y={bottom + 20}
              textAnchor="middle"
              className={people === chosen?.people ? 'row-name' : 'axis'}
            >
              {people}
            </text>
          </g>
        ))}
        <text x="0" y={bottom + 40} className="axis">
          {texts.latePercent}
        </text>
        <text x={right} y={bottom + 40} className="axis" textAnchor="end">
          {texts.managers}
        </text>
      </svg>
      <p className="curve-answer">{inWords(answer, texts)}</p>
      {curve.some(({ overloaded }) => overloaded) && (
        <p className="small">
          {fill(texts.tooFew, {
            people: curve
              .filter(({ overloaded }) => overloaded)
              .map(({ people }) => people)
              .join(listGap),
          })}
        </p>
      )}
    </>
  )
}

function inWords(answer: ReturnType<typeof answerCurve>, texts: WhatIfTexts): string {
  if (answer.kind === 'never') return fill(texts.never, { people: answer.most })
  const { people, lateShare } = answer.point
  const said = { people, share: showShare(lateShare.mean) }
  if (answer.kind === 'noWorse') return fill(texts.noWorse, said)
  if (!answer.next) return fill(texts.enoughLast, said)
  const more = ((answer.next.lateShare.mean - lateShare.mean) * 100) / (answer.next.people - people)
  return fill(texts.enough, { ...said, more: more.toFixed(1).replace('-', '−') })
}

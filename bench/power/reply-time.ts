import { getAccepted, plainDate } from '#kernel'
import { planReplyForm } from '../../src/journey/2-supply-plan/rules/plan-reply-form.ts'
import { renderDocument } from '../../src/platform/documents/render-document.ts'
import { oneSource, plannedCase, samplePlan, secondSource } from '../../tests/sample-plan.ts'
import { shippedStandards } from '../../tests/shipped-standards.ts'

/** A way of a kilometre with a bend every five metres, as one that follows roads has. */
const route = Array.from({ length: 200 }, (_, at) => ({
  longitude: 120.5 + at * 5e-5,
  latitude: 29.87 + (at % 10) * 1e-5,
}))

/** The written reply of a plan with two sources and the map of their routes: times of the renderer when warm, ms, sorted, and the largest file. */
export async function measureReplies(count: number): Promise<{ times: number[]; mostBytes: number }> {
  const standards = await shippedStandards()
  const today = plainDate('2026-11-23')
  const sources = [
    { ...oneSource, route },
    { ...secondSource, route: route.map(({ longitude, latitude }) => ({ longitude, latitude: latitude + 0.002 })) },
  ]
  const file = plannedCase({ sources })
  let mostBytes = 0
  const renderOne = (at: number) => {
    const plan = { ...samplePlan, sources, opinion: `第 ${at} 份，${at * 7} kW` }
    const order = planReplyForm(file, plan, [], plainDate('2027-11-23'), standards, today)
    const begun = performance.now()
    const { pdf } = getAccepted(renderDocument(order.document))
    mostBytes = Math.max(mostBytes, pdf.length)
    return performance.now() - begun
  }
  for (let at = 0; at < 3; at++) renderOne(at)
  const times = Array.from({ length: count }, (_, at) => renderOne(at + 3))
  return { times: times.toSorted((a, b) => a - b), mostBytes }
}

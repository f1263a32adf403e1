import { describe, expect, it } from 'vitest'
import type { Actor, CaseFile, CaseVerb } from '#casefile'
import { dateInShanghai, getAccepted, plainDate, type Result } from '#kernel'
import { appendFacts, decideStep, refusalOf, staffActor, takeStep } from '../../../tests/case-builder.ts'
import { oneSource } from '../../../tests/sample-plan.ts'
import { agreedCase, passingInspection, sheetOf } from '../../../tests/sample-works.ts'
import { shippedStandards } from '../../../tests/shipped-standards.ts'
import { askRouteChange } from './ask-route-change.ts'
import { decideRouteChange } from './decide-route-change.ts'
import { inspectCompletion } from './inspect-works.ts'
import { listCompared, listFixed } from './rules/built-routes.ts'
import { openDefects } from './rules/defects.ts'
import { inspectionPassed } from './rules/works-standing.ts'

const standards = await shippedStandards()
const today = plainDate('2026-04-28')
const at = '2026-04-28T10:00:00+08:00'
const known = { ground: [] }
const inspector = { actor: staffActor('inspector'), at, standards, known }

/** 300 m due east at 32° north: 0.001° of longitude is 94.4 m, 0.0001° of latitude 11.1 m. */
const eastward = (northM: number, eastM = 300) =>
  [0, eastM].map((x) => ({ longitude: 119 + x / 94_404, latitude: 32 + northM / 111_320 }))
const approved = eastward(0)
const withRoute = (): CaseFile => agreedCase({ sources: [{ ...oneSource, route: approved }] })

function inspection(file: CaseFile, track: readonly object[] | undefined, differs: object = {}) {
  const passing = passingInspection(sheetOf(file, standards, today, 'completion'), today)
  return { ...passing, routes: track ? [{ sourceNumber: 1, track }] : [], ...differs }
}
const inspect = (file: CaseFile, track: readonly object[], differs: object = {}) =>
  takeStep(file, inspectCompletion, inspection(file, track, differs), inspector)
const moved = () => inspect(withRoute(), eastward(60))

function act(verb: CaseVerb, file: CaseFile, form: object, actor: Actor): Result<CaseFile> {
  const now = new Date(at)
  const decided = verb.decide({
    file,
    form: verb.form.parse(form),
    actor,
    now,
    today: dateInShanghai(now),
    standards,
    staff: [],
  })
  return decided.ok ? { ok: true, value: appendFacts(file, decided.value.facts, actor, at) } : decided
}
const asking = {
  sourceNumber: 1,
  reason: '原路径地下有燃气管道，业主要求避让',
  safetyCheck: '对地距离 6.5 m，对建筑物 3.2 m，均满足规程要求',
  interestedParties: '沿线地块业主 宋雅',
}
const deciding = { sourceNumber: 1, approves: true, opinion: '同意避让', noInterest: true }
const engineer = staffActor('works-engineer', 'han-li', '韩立')
const manager = staffActor('manager', 'liu-jianping', '刘建平')
const asked = () => getAccepted(act(askRouteChange, moved(), asking, engineer))
const codeOf = (result: Result<unknown>) => refusalOf(result)?.code

describe('a line whose route was approved', () => {
  it('must be walked at the completion inspection; a case without a fixed route has none to walk', () => {
    const refused = decideStep(withRoute(), inspectCompletion, inspection(withRoute(), undefined), inspector)
    expect(refusalOf(refused)?.faults).toEqual(['routes: built-route-needed'])
    const plain = agreedCase()
    expect(refusalOf(decideStep(plain, inspectCompletion, inspection(plain, approved), inspector))?.faults).toEqual([
      'routes.0.sourceNumber: no-approved-route',
    ])
    expect(inspectionPassed(takeStep(plain, inspectCompletion, inspection(plain, undefined), inspector))).toBe(true)
  })

  it('within 20 m passes, beyond it is a defect that keeps the supply off, with its figures', () => {
    expect(inspectionPassed(inspect(withRoute(), eastward(19)))).toBe(true)
    const file = inspect(withRoute(), eastward(21))
    expect(inspectionPassed(file)).toBe(false)
    expect(openDefects(file)).toMatchObject([
      { defectId: 'completion-1-1', item: 'route-as-approved', blocksEnergising: true, rectifyBy: '2026-05-13' },
    ])
    expect(openDefects(file)[0]?.description).toContain('最远偏离 21 m')
    expect(listCompared(file)).toMatchObject([{ sourceNumber: 1, comparison: { exceeded: ['distance'] } }])
  })

  it('longer than 5 % is moved, priced by the difference of length', () => {
    const [compared] = listCompared(inspect(withRoute(), eastward(0, 330)))
    expect(compared?.comparison.exceeded).toEqual(['distance', 'length'])
    // 30 m of cable and ducts: (60 … 90 + 80 … 250) × 10 000 yuan a kilometre.
    expect((compared?.costDifferenceFen?.low ?? 0) / 100).toBeCloseTo(0.03 * 1_400_000, -3)
    expect((compared?.costDifferenceFen?.high ?? 0) / 100).toBeCloseTo(0.03 * 3_400_000, -3)
  })

  it('moved once is closed by putting it back or by an approved change, not by a tick', () => {
    const file = moved()
    const refused = decideStep(file, inspectCompletion, inspection(file, eastward(60)), inspector)
    expect(refusalOf(refused)?.faults).toEqual(['earlierDefects.0.closed: route-still-moved'])
    const stands = { earlierDefects: [{ defectId: 'completion-1-1', closed: false, note: '尚未改回' }] }
    const again = inspect(file, eastward(60), stands)
    expect(openDefects(again).map((defect) => defect.defectId)).toEqual(['completion-1-1'])
    expect(inspectionPassed(inspect(again, approved))).toBe(true)
  })
})

describe('a change of route', () => {
  it('is asked for only where a line was found moved, once, by those who build or serve', () => {
    expect(codeOf(act(askRouteChange, withRoute(), asking, engineer))).toBe('route-not-moved')
    expect(codeOf(act(askRouteChange, moved(), asking, staffActor('cashier')))).toBe('no-right')
    expect(codeOf(act(askRouteChange, asked(), asking, engineer))).toBe('route-change-pending')
    expect(() => act(askRouteChange, moved(), { ...asking, safetyCheck: '没问题' }, engineer)).toThrow()
  })

  const also = (person: Actor, other: Actor): Actor =>
    person.kind === 'staff' && other.kind === 'staff'
      ? { ...person, grants: [...person.grants, ...other.grants] }
      : person

  it('is not decided by who asked, who is named as interested, or who inspected the line', () => {
    expect(codeOf(act(decideRouteChange, asked(), deciding, also(engineer, manager)))).toBe('route-change-own')
    expect(codeOf(act(decideRouteChange, asked(), deciding, staffActor('manager', 'song-ya', '宋雅')))).toBe(
      'route-change-interested',
    )
    const inspects = also(staffActor('inspector'), manager)
    expect(codeOf(act(decideRouteChange, asked(), deciding, inspects))).toBe('duty-separated')
    expect(codeOf(act(decideRouteChange, asked(), deciding, staffActor('cashier')))).toBe('no-right')
    expect(codeOf(act(decideRouteChange, moved(), deciding, manager))).toBe('no-route-change-asked')
    expect(() => act(decideRouteChange, asked(), { ...deciding, noInterest: false }, manager)).toThrow()
  })

  it('approved makes the built line the approved one: the next inspection passes', () => {
    const file = getAccepted(act(decideRouteChange, asked(), deciding, manager))
    expect(listFixed(file).map(({ route }) => route)).toEqual([eastward(60)])
    expect(inspectionPassed(inspect(file, eastward(60)))).toBe(true)
    expect(inspectionPassed(file)).toBe(false)
  })

  it('refused leaves the approved route, and may be asked for again', () => {
    const file = getAccepted(act(decideRouteChange, asked(), { ...deciding, approves: false }, manager))
    expect(listFixed(file).map(({ route }) => route)).toEqual([approved])
    const refused = decideStep(file, inspectCompletion, inspection(file, eastward(60)), inspector)
    expect(refusalOf(refused)?.faults).toEqual(['earlierDefects.0.closed: route-still-moved'])
    expect(act(askRouteChange, file, asking, engineer).ok).toBe(true)
  })
})

import { describe, expect, it } from 'vitest'
import { getAccepted, plainDate } from '#kernel'
import { appendFacts, openedCase } from '../../tests/case-builder.ts'
import { decideDateTimer, timersOfWatchedDate } from './watched-date.ts'

const watched = (on: string, warnOn: string) => ({
  type: 'date-watched',
  body: { watch: 'temporary-supply', on, warnOn },
})
const site = appendFacts(openedCase(), [
  { type: 'account-manager-assigned', body: { staffId: 'xu-kexin', name: '许可心' } },
  watched('2026-06-30', '2026-05-31'),
])
const body = { watch: 'temporary-supply', on: '2026-06-30' }

describe('a day the case watches', () => {
  it('has a reminder before it and one the morning after, in Shanghai', () => {
    expect(timersOfWatchedDate(site).map(({ kind, dueAt }) => [kind, dueAt])).toEqual([
      ['date-ending', '2026-05-31T00:30:00.000Z'],
      ['date-over', '2026-07-01T00:30:00.000Z'],
    ])
  })

  it('has none once it is no longer watched or the case has ended', () => {
    expect(timersOfWatchedDate(appendFacts(site, [{ type: 'date-unwatched', body: {} }]))).toEqual([])
    const closed = appendFacts(site, [{ type: 'case-closed', body: {} }])
    expect(timersOfWatchedDate(closed)).toEqual([])
    // A reminder that was on its way when the case ended says nothing any more.
    expect(getAccepted(decideDateTimer(closed, 'date-over', body)).facts).toEqual([])
  })

  it('tells customer and account manager, and the managers when it has passed', () => {
    const ending = getAccepted(decideDateTimer(site, 'date-ending', body))
    expect(ending.facts).toMatchObject([{ type: 'date-ending-told', body: { on: '2026-06-30' } }])
    expect(ending.notices).toMatchObject([{ template: 'temporary-supply-ending' }])
    expect(ending.staffNotices).toMatchObject([{ template: 'temporary-supply-ending-staff', to: ['xu-kexin'] }])
    const over = getAccepted(decideDateTimer(site, 'date-over', body))
    expect(over.staffNotices).toMatchObject([{ to: ['xu-kexin', 'role:manager'] }])
  })

  it('says it once, and nothing of a day that was moved', () => {
    const told = appendFacts(site, [{ type: 'date-ending-told', body: { ...body, on: plainDate('2026-06-30') } }])
    expect(getAccepted(decideDateTimer(told, 'date-ending', body)).facts).toEqual([])
    expect(timersOfWatchedDate(told).map(({ kind }) => kind)).toEqual(['date-over'])
    const moved = appendFacts(site, [watched('2026-08-31', '2026-08-01')])
    expect(getAccepted(decideDateTimer(moved, 'date-over', body)).facts).toEqual([])
    expect(timersOfWatchedDate(moved).map(({ timerId }) => timerId)).toEqual([
      'case-1:temporary-supply:date-ending:2026-08-31',
      'case-1:temporary-supply:date-over:2026-08-31',
    ])
  })
})

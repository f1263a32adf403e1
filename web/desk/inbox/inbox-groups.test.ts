import { expect, it } from 'vitest'
import type { InboxRow } from '../data/rows.ts'
import { daysUsed, groupLines, urgencyOf } from './inbox-groups.ts'

const row = (change: Partial<InboxRow>): InboxRow => ({
  case_id: 'c1',
  task_id: 't1',
  element_id: 'survey-site',
  use_case: 'survey-site',
  role: 'account-manager',
  unit_id: 'chengguan',
  voltage_class: 'lv',
  stage: 'plan-reply',
  assignee: null,
  candidates: [],
  opened_at: '2026-11-20T01:00:00Z',
  clock_owner: 'company',
  due_on: '2026-11-25',
  kind: 'new',
  variant: 'lv-short',
  case_number: 'YK26-1120-001',
  customer_name: '王建国',
  flags: [],
  state: 'open',
  limit_days: null,
  used_days: null,
  ...change,
})

const today = '2026-11-23'

it('tells late, today, soon, on time, stopped and without limit', () => {
  expect(urgencyOf(row({ due_on: '2026-11-20' }), -1, today)).toBe('late')
  expect(urgencyOf(row({ due_on: today }), 0, today)).toBe('today')
  expect(urgencyOf(row({ due_on: '2026-11-25' }), 2, today)).toBe('soon')
  expect(urgencyOf(row({ due_on: '2026-11-26' }), 3, today)).toBe('onTime')
  expect(urgencyOf(row({ clock_owner: 'customer', due_on: null }), undefined, today)).toBe('stopped')
  expect(urgencyOf(row({ state: 'waiting' }), 2, today)).toBe('stopped')
  expect(urgencyOf(row({ due_on: null }), undefined, today)).toBe('noLimit')
})

it('says how much of the limit is used, also past it and while the clock stands still', () => {
  expect(daysUsed({ limit_days: 10, used_days: null }, 4)).toBe(6)
  expect(daysUsed({ limit_days: 10, used_days: null }, -1)).toBe(11)
  expect(daysUsed({ limit_days: 22, used_days: 9 }, undefined)).toBe(9)
  expect(daysUsed({ limit_days: 10, used_days: null }, undefined)).toBeUndefined()
  expect(daysUsed({ limit_days: null, used_days: null }, 3)).toBeUndefined()
})

it('does not call a task soon whose days cannot be counted', () => {
  expect(urgencyOf(row({ due_on: '2027-01-05' }), undefined, today)).toBe('onTime')
})

it('groups by urgency and keeps the order of the server within a group', () => {
  const line = (task_id: string, due_on: string, urgency: 'late' | 'soon') => ({
    row: row({ task_id, due_on }),
    urgency,
    daysLeft: 0,
    daysUsed: 5,
    daysOpen: 1,
  })
  const groups = groupLines([
    line('a', '2026-11-25', 'soon'),
    line('b', '2026-11-20', 'late'),
    line('c', '2026-11-25', 'soon'),
  ])
  expect(groups.map((group) => [group.urgency, group.lines.map((entry) => entry.row.task_id)])).toEqual([
    ['late', ['b']],
    ['soon', ['a', 'c']],
  ])
})

export { type CalendarYear, readCalendarYear } from './calendar-year.ts'
export {
  type Bounds,
  createPlane,
  doTouch,
  type GeoPoint,
  getBounds,
  getDistanceM,
  getGreatCircleM,
  getLengthM,
  type Plane,
  type PlanePoint,
  widen,
} from './geography.ts'
export { newId } from './ids.ts'
export type { Json, JsonObject } from './json.ts'
export { feeFen, formatYuan, parseYuan, yuanInCapitals } from './money.ts'
export {
  addDays,
  addMonths,
  dateInShanghai,
  dateOfDayNumber,
  dayNumber,
  daysBetween,
  instantAtShanghai,
  isPlainDate,
  type PlainDate,
  plainDate,
  type Weekday,
  weekdayOf,
  yearOf,
} from './plain-date.ts'
export {
  type Accepted,
  accept,
  type Fault,
  getAccepted,
  type Refusal,
  type Refused,
  type Result,
  refuse,
} from './result.ts'
export { makeWorkingCalendar, type Undetermined, type WorkingCalendar } from './working-calendar.ts'

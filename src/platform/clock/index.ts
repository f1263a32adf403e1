export { type Clock, realClock, type TestClock } from './clock.ts'
export { openTestClock } from './test-clock.ts'

import type { Messages } from '#platform/i18n/index'

/** What the reports say when they refuse. */
export const insightMessages: Messages = {
  'working-hours-refused': {
    'zh-CN': '这段时间里有年份还没有公布放假安排，或者上下班时间设置有误，工作时间算不出来。请在“标准”里补上后再看。',
    en: 'A year of this period has no published calendar, or the office hours are faulty, so working time cannot be told. Add them under Standards.',
  },
  'calendar-missing': {
    'zh-CN': '这一年的放假安排还没有公布。',
    en: 'The calendar of this year is not published.',
  },
  'not-a-shift': { 'zh-CN': '上班时间要早于下班时间。', en: 'A shift must open before it closes.' },
}

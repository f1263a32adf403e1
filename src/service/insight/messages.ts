import type { Messages } from '#platform/i18n/index'

/** What the reports say when they refuse. */
export const insightMessages: Messages = {
  'working-hours-refused': {
    'zh-CN': '这段时间里有年份还没有公布放假安排，或者上下班时间设置有误，工作时间算不出来。请在“标准”里补上后再看。',
    en: 'A year of this period has no published calendar, or the office hours are faulty, so working time cannot be told. Add them under Standards.',
  },
  'no-finished-case': {
    'zh-CN': '所选范围里还没有办结的工单，推演没有依据。请放宽时间或流程。',
    en: 'No case of this selection is finished, so there is nothing to rest a simulation on. Choose a longer time or another process.',
  },
  'scenario-refused': { 'zh-CN': '有情形不能推演，请逐条改好。', en: 'A scenario cannot run. Mend what is listed.' },
  'step-required-by-law': { 'zh-CN': '“{path}”不能取消：{ruleZh}。', en: '“{path}” must not be dropped: {ruleEn}.' },
  'too-many-runs': {
    'zh-CN': '本公司已有 {most} 个推演在运行。请等其中一个结束，或取消自己的一个。',
    en: 'Your company already has {most} runs under way. Wait for one to end, or cancel one of yours.',
  },
  'run-unknown': {
    'zh-CN': '没有这个推演。它可能已被较新的挤出，或者服务重新启动过，请重新推演。',
    en: 'No such run. Newer ones may have pushed it out, or the service was restarted; run it again.',
  },
  'saved-unknown': { 'zh-CN': '没有这份保存的推演。', en: 'No such saved what-if.' },
  'nobody-for-role': {
    'zh-CN': '“{path}”没有人办：角色 {role} 至少要 1 人。',
    en: 'Nobody does “{path}”: role {role} needs one person at least.',
  },
  'no-arrivals': {
    'zh-CN': '没有申请就没有可推演的：{path}。',
    en: 'Without applications there is nothing to simulate: {path}.',
  },
  'load-limit-below-one': {
    'zh-CN': '每人在办上限至少 1 件：{path}。',
    en: 'A person keeps one case at least: {path}.',
  },
  'task-unknown': { 'zh-CN': '这个流程里没有步骤 {path}。', en: 'This process has no step {path}.' },
  'nothing-finished': {
    'zh-CN': '在这段时间里没有一件办得完：{path}。多半是人太少，或者申请太多。',
    en: 'Not one case is finished in this time: {path}. Most likely there are too few people, or too many applications.',
  },
  'staff-unknown': { 'zh-CN': '没有这组人员：{path}。', en: 'No such group of staff: {path}.' },
  'not-a-count': {
    'zh-CN': '人数是 0 到 200 的整数：{path}。',
    en: 'A number of people is a whole number from 0 to 200: {path}.',
  },
  'shares-not-one': { 'zh-CN': '占比在 0 到 1 之间：{path}。', en: 'A share lies between 0 and 1: {path}.' },
  'calendar-missing': {
    'zh-CN': '这一年的放假安排还没有公布。',
    en: 'The calendar of this year is not published.',
  },
  'not-a-shift': { 'zh-CN': '上班时间要早于下班时间。', en: 'A shift must open before it closes.' },
}

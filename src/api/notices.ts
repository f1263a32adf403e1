import type { WordList } from '#casefile/room-labels'
import type { Language } from '#platform/i18n/index'

/** Short messages to phones, by template; `{place}` takes data of the message. Chinese first. */
const texts: Readonly<Record<string, Readonly<Record<Language, string>>>> = {
  'application-received': {
    'zh-CN': '您的用电申请 {caseNumber} 已收到，{days} 个工作日内受理。进度随时可查。',
    en: 'Your application {caseNumber} has arrived; it is taken up within {days} working day(s). See how it goes at any time.',
  },
  'application-received-today': {
    'zh-CN': '您的用电申请 {caseNumber} 已收到，当日受理。进度随时可查。',
    en: 'Your application {caseNumber} has arrived; it is taken up today. See how it goes at any time.',
  },
  'application-received-without-limit': {
    'zh-CN': '您的用电申请 {caseNumber} 已收到，我们会尽快受理。进度随时可查。',
    en: 'Your application {caseNumber} has arrived; we take it up as soon as we can. See how it goes at any time.',
  },
  'application-accepted': {
    'zh-CN': '您的用电申请 {caseNumber} 已受理，后续环节自动办理，无需再跑营业厅。',
    en: 'Your application {caseNumber} is accepted; the next steps start by themselves.',
  },
  'application-incomplete': {
    'zh-CN': '您的用电申请 {caseNumber} 还缺 {count} 项资料，已一次告知，请在手机上补齐。',
    en: 'Your application {caseNumber} lacks {count} documents; all are named in the notice.',
  },
  'limit-warned': {
    'zh-CN': '临期：{caseNumber} {customerName}，时限 {limitDays} 个工作日，{dueOn} 到期。',
    en: 'Due soon: {caseNumber} {customerName}, limit {limitDays} working days, due {dueOn}.',
  },
  'limit-breached': {
    'zh-CN': '超期：{caseNumber} {customerName}，时限 {limitDays} 个工作日，{dueOn} 已到期未办结。',
    en: 'Overdue: {caseNumber} {customerName}, limit {limitDays} working days, was due {dueOn}.',
  },
  'limit-escalated': {
    'zh-CN': '超期上报：{caseNumber} {customerName}，{dueOn} 到期，仍未办结，请督办。',
    en: 'Escalated: {caseNumber} {customerName} was due {dueOn} and is still open.',
  },
  'limit-undetermined': {
    'zh-CN': '{caseNumber} 的时限跨入尚未公布日历的年份，请发布节假日安排。',
    en: 'The limit of {caseNumber} runs into a year whose calendar is not published.',
  },
}

/** The words of a message, the casefile's or a room's (`notice.…`); a template nobody wrote words for is named by itself, so that it is seen. */
export function noticeText(
  rooms: WordList,
  template: string,
  language: Language,
  data: Readonly<Record<string, unknown>>,
): string {
  const ofRoom = rooms[`notice.${template}`]
  const text = texts[template]?.[language] ?? (language === 'en' ? ofRoom?.en : ofRoom?.zh)
  if (text === undefined) return `${String(data.caseNumber ?? '')} ${template}`
  return text.replace(/\{(\w+)\}/g, (_, key: string) => String(data[key] ?? ''))
}

import type { Messages } from './catalogue.ts'

/** What can be wrong with one field, whatever form it is on; codes a room's schema names itself are in the room's messages. */
export const faultMessages: Messages = {
  required: { 'zh-CN': '必填。', en: 'Required.' },
  'wrong-type': { 'zh-CN': '格式不对，应为{expected}。', en: 'Wrong kind of value; expected {expected}.' },
  'too-small': { 'zh-CN': '不能小于{minimum}。', en: 'Must be at least {minimum}.' },
  'too-big': { 'zh-CN': '不能大于{maximum}。', en: 'Must be at most {maximum}.' },
  'not-above': { 'zh-CN': '必须大于{minimum}。', en: 'Must be more than {minimum}.' },
  'not-below': { 'zh-CN': '必须小于{maximum}。', en: 'Must be less than {maximum}.' },
  'too-short': { 'zh-CN': '至少{minimum}个字。', en: 'At least {minimum} characters.' },
  'too-long': { 'zh-CN': '最多{maximum}个字。', en: 'At most {maximum} characters.' },
  'too-few': { 'zh-CN': '至少{minimum}项。', en: 'At least {minimum} entries.' },
  'too-many': { 'zh-CN': '最多{maximum}项。', en: 'At most {maximum} entries.' },
  'not-multiple': { 'zh-CN': '必须是{divisor}的整数倍。', en: 'Must be a multiple of {divisor}.' },
  'wrong-format': { 'zh-CN': '格式不对。', en: 'Not in the right form.' },
  'wrong-choice': { 'zh-CN': '请从给定的选项中选择。', en: 'Choose one of the given values.' },
  'unknown-field': { 'zh-CN': '没有这个字段：{keys}。', en: 'There is no such field: {keys}.' },
  'one-file-at-a-time': { 'zh-CN': '每次只能上传一个文件。', en: 'One file at a time.' },
  'not-allowed': { 'zh-CN': '内容不符合要求。', en: 'This value is not allowed.' },
}

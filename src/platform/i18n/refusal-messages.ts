import type { Messages } from './catalogue.ts'

/** Refusals that any route can answer with; a room brings the messages of its own codes. */
export const refusalMessages: Messages = {
  'faulty-input': {
    status: 422,
    'zh-CN': '填写的内容有误，请按提示修改。',
    en: 'Some of what was entered is not right; see each place.',
  },
  'malformed-request': { status: 400, 'zh-CN': '请求格式无法识别。', en: 'The request could not be read.' },
  'command-id-reused': {
    status: 422,
    'zh-CN': '同一操作编号已用于不同的内容，请刷新后重试。',
    en: 'This command id was already used with different content; reload and try again.',
  },
  stale: {
    status: 409,
    'zh-CN': '工单已被他人更新，请查看最新内容后再提交，已填写的内容已保留。',
    en: 'Someone changed this case meanwhile. Look at its present state and submit again; what you typed is kept.',
  },
  'task-taken': { status: 409, 'zh-CN': '该工单已由{name}领取。', en: 'This task was already taken by {name}.' },
  'not-signed-in': { status: 401, 'zh-CN': '请先登录。', en: 'Please sign in first.' },
  'no-right': { status: 403, 'zh-CN': '您没有办理此事项的权限。', en: 'You have no right to do this.' },
  'cross-site-request': {
    status: 403,
    'zh-CN': '请求来自其他网站，已拒绝。',
    en: 'The request came from another site and was refused.',
  },
  'not-found': { status: 404, 'zh-CN': '没有找到该内容。', en: 'There is nothing under this id.' },
  'unknown-route': { status: 404, 'zh-CN': '没有这个地址。', en: 'There is no such address.' },
  'method-not-allowed': { status: 405, 'zh-CN': '该地址不支持此操作。', en: 'This address does not take that method.' },
  'too-large': {
    status: 413,
    'zh-CN': '内容超过{maxMb} MB 的上限。',
    en: 'The content is over the limit of {maxMb} MB.',
  },
  'unsupported-kind': {
    status: 415,
    'zh-CN': '不支持此类文件，请上传 PDF、JPG 或 PNG。',
    en: 'Files of this kind are not accepted; use PDF, JPG or PNG.',
  },
  'too-many-requests': {
    status: 429,
    'zh-CN': '操作过于频繁，请{seconds}秒后再试。',
    en: 'Too many requests; try again in {seconds} seconds.',
  },
  'database-away': {
    status: 503,
    'zh-CN': '系统暂时无法保存数据，未做任何更改，请稍后重试。',
    en: 'The system cannot reach its database. Nothing was changed; try again shortly.',
  },
  'storage-full': {
    status: 503,
    'zh-CN': '存储空间已满，未做任何更改，请联系管理员。',
    en: 'Storage is full. Nothing was changed; please tell the administrator.',
  },
  'shutting-down': {
    status: 503,
    'zh-CN': '系统正在重启，请稍后重试。',
    en: 'The system is restarting; try again shortly.',
  },
  internal: {
    status: 500,
    'zh-CN': '系统出错，已记录，编号 {reference}。',
    en: 'Something went wrong on our side; it is recorded under {reference}.',
  },
}

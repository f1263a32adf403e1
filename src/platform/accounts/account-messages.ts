import type { Messages } from '../i18n/index.ts'

/** What signing in, passwords and codes can be refused with. */
export const accountMessages: Messages = {
  'sign-in-failed': { status: 401, 'zh-CN': '账号或密码不正确。', en: 'Login or password is not right.' },
  'login-locked': {
    status: 429,
    'zh-CN': '连续登录失败次数过多，请{minutes}分钟后再试。',
    en: 'Too many failed sign-ins in a row; try again in {minutes} minutes.',
  },
  'code-wrong': { status: 401, 'zh-CN': '验证码不正确。', en: 'The code is not right.' },
  'code-expired': {
    status: 401,
    'zh-CN': '验证码已失效，请重新获取。',
    en: 'The code is no longer valid; ask for a new one.',
  },
  'code-used': {
    status: 409,
    'zh-CN': '该动态码已使用过，请等待下一个（约{seconds}秒）。',
    en: 'This code was already used; wait for the next one (about {seconds} seconds).',
  },
  'too-many-code-tries': {
    status: 429,
    'zh-CN': '错误次数过多，请重新获取验证码。',
    en: 'Too many wrong codes; start again with a new one.',
  },
  'sign-in-step-missing': { status: 401, 'zh-CN': '请先输入账号和密码。', en: 'Enter login and password first.' },
  'setup-token-invalid': {
    status: 401,
    'zh-CN': '设置链接无效或已过期，请联系管理员。',
    en: 'The set-up token is not valid or has expired; ask the administrator.',
  },
  'login-taken': { status: 409, 'zh-CN': '该登录名已被使用。', en: 'This login is already in use.' },
  'account-exists': { status: 409, 'zh-CN': '该人员已有账号。', en: 'This person already has an account.' },
  'phone-taken': { status: 409, 'zh-CN': '该手机号已被其他账号使用。', en: 'Another account has this phone number.' },
  'phone-of-other-company': {
    status: 409,
    'zh-CN': '该手机号属于其他供电企业的用户。',
    en: 'This phone belongs to a customer of another company on this server.',
  },
  'phone-form': { 'zh-CN': '请输入11位手机号。', en: 'A mobile number has eleven digits.' },
  'code-form': { 'zh-CN': '请输入6位数字。', en: 'A code has six digits.' },
  'password-wrong': { 'zh-CN': '当前密码不正确。', en: 'The present password is not right.' },
  'password-guessable': { 'zh-CN': '密码过于简单。', en: 'This password is too easy to guess.' },
  'password-kinds': {
    'zh-CN': '密码需包含大写、小写、数字、符号中的至少{kinds}种。',
    en: 'Use at least {kinds} of: capitals, small letters, digits, other signs.',
  },
}

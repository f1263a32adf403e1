import type { SameKeys } from '../../i18n/text-tree.ts'

export const sessionZh = {
  title: '用手机号登录',
  why: '不用注册，不用记密码。您办的事只有您看得到。',
  phone: '手机号',
  send: '获取验证码',
  sending: '正在发送…',
  code: '短信验证码',
  codeSent: '6 位验证码已发到 {{phone}}。',
  enter: '登录',
  entering: '正在登录…',
  again: '重新发送',
  otherPhone: '换一个手机号',
  title2: '填写验证码',
} as const

export const sessionEn: SameKeys<typeof sessionZh> = {
  title: 'Sign in with your phone',
  why: 'Nothing to register, no password to remember. Only you see what you apply for.',
  phone: 'Mobile number',
  send: 'Send me a code',
  sending: 'Sending…',
  code: 'Code from the text message',
  codeSent: 'A six-digit code is on its way to {{phone}}.',
  enter: 'Sign in',
  entering: 'Signing in…',
  again: 'Send again',
  otherPhone: 'Use another number',
  title2: 'Type the code',
}

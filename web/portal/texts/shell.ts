import type { SameKeys } from '../../i18n/text-tree.ts'

export const shellZh = {
  brand: '通电',
  skip: '跳到正文',
  home: '首页',
  back: '返回',
  signIn: '登录',
  signOut: '退出登录',
  service: '办电和报修，24小时',
  supervision: '对我们不满意，监管热线',
  theme: { label: '颜色', auto: '随系统', light: '浅色', dark: '深色' },
  moreWays: '换人、搬走或停用',
  moreWaysNote: '过户、更名、迁址、暂停、销户',
  byPhone: '这几项还不能在网上办',
  byPhoneDo: '请打服务电话，说户号和要办的事，工作人员会告诉您要带什么，一次说全。',
} as const

export const shellEn: SameKeys<typeof shellZh> = {
  brand: 'Tongdian',
  skip: 'Skip to content',
  home: 'Home',
  back: 'Back',
  signIn: 'Sign in',
  signOut: 'Sign out',
  service: 'Applications and faults, 24 hours',
  supervision: 'Not satisfied? Regulator’s line',
  theme: { label: 'Colours', auto: 'As the system', light: 'Light', dark: 'Dark' },
  moreWays: 'Change of name, moving, closing',
  moreWaysNote: 'Transfer, rename, relocate, pause, close',
  byPhone: 'These cannot be done online yet',
  byPhoneDo: 'Call us with your account number; you will be told everything you need to bring, once.',
}

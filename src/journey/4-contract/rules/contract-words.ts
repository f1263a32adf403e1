import type { BilingualText } from './clause-library.ts'

/** Words of choices as they stand in contracts. */
type Words<Key extends string> = Readonly<Record<Key, BilingualText>>

export const loadNatureWords: Words<'ordinary' | 'important' | 'impact' | 'harmonic' | 'single-phase'> = {
  ordinary: { zh: '一般负荷', en: 'ordinary' },
  important: { zh: '重要负荷', en: 'important' },
  impact: { zh: '冲击负荷', en: 'impact' },
  harmonic: { zh: '谐波源负荷', en: 'harmonic' },
  'single-phase': { zh: '单相负荷', en: 'single-phase' },
}

export const categoryWords: Words<'resident' | 'non-resident'> = {
  resident: { zh: '居民生活用电', en: 'residential' },
  'non-resident': { zh: '工商业及其他用电', en: 'commercial and industrial' },
}

export const tariffWords: Words<
  'residential' | 'agricultural' | 'commercial-single' | 'commercial-choice' | 'commercial-two-part'
> = {
  residential: { zh: '居民生活用电电价', en: 'residential tariff' },
  agricultural: { zh: '农业生产用电电价', en: 'agricultural tariff' },
  'commercial-single': { zh: '工商业用电单一制电价', en: 'single-part commercial tariff' },
  'commercial-choice': { zh: '工商业用电电价（单一制、两部制可选）', en: 'commercial tariff, single- or two-part' },
  'commercial-two-part': { zh: '工商业用电两部制电价', en: 'two-part commercial tariff' },
}

export const priceBasisWords: Words<'energy' | 'capacity' | 'demand'> = {
  energy: { zh: '电度', en: 'energy' },
  capacity: { zh: '变压器容量', en: 'transformer capacity' },
  demand: { zh: '最大需量', en: 'greatest demand' },
}

export const paymentWords: Words<'bank-transfer' | 'card' | 'phone-payment' | 'cash' | 'cheque'> = {
  'bank-transfer': { zh: '银行转账', en: 'bank transfer' },
  card: { zh: '刷卡', en: 'card' },
  'phone-payment': { zh: '手机支付', en: 'payment by phone' },
  cash: { zh: '现金', en: 'cash' },
  cheque: { zh: '支票', en: 'cheque' },
}

export const meteringModeWords: Words<'hh' | 'hl' | 'll'> = {
  hh: { zh: '高供高计', en: 'supplied and metered at high voltage' },
  hl: { zh: '高供低计', en: 'supplied at high, metered at low voltage' },
  ll: { zh: '低供低计', en: 'supplied and metered at low voltage' },
}

export const operationModeWords: Words<'single' | 'main-and-standby' | 'both-running' | 'mutual-backup'> = {
  single: { zh: '单电源运行', en: 'one source' },
  'main-and-standby': { zh: '一主一备', en: 'one main, one standby' },
  'both-running': { zh: '两路同时运行', en: 'both running' },
  'mutual-backup': { zh: '互为备用', en: 'each backs up the other' },
}

export const sourceRoleWords: Words<'main' | 'standby' | 'mutual'> = {
  main: { zh: '主供', en: 'main' },
  standby: { zh: '备供', en: 'standby' },
  mutual: { zh: '互备', en: 'mutual' },
}

export const interlockWords: Words<'mechanical' | 'electrical' | 'ats'> = {
  mechanical: { zh: '机械', en: 'mechanical' },
  electrical: { zh: '电气', en: 'electrical' },
  ats: { zh: '双投自动切换装置', en: 'automatic transfer switch' },
}

import type { PlanMetering, PlanSource, SupplyPlan, SurveySite } from '../api.ts'

/** Words of the prescribed forms; documents are Chinese whatever language the screen speaks. */

export const roleWords: Readonly<Record<PlanSource['role'], string>> = {
  main: '主供电源',
  standby: '备用电源',
  mutual: '互为备用电源',
}

export const operationWords: Readonly<Record<PlanSource['operationMode'], string>> = {
  single: '单路运行',
  'main-and-standby': '一主一备',
  'both-running': '同时运行',
  'mutual-backup': '互为备用',
}

export const lineWords: Readonly<Record<PlanSource['lineKind'], string>> = {
  overhead: '架空',
  cable: '电缆',
  own: '用户自建线路',
}

export const layingWords: Readonly<Record<PlanSource['layingMethod'], string>> = {
  pole: '架空',
  'direct-buried': '直埋',
  duct: '穿管',
  trench: '电缆沟',
  tray: '桥架',
}

export const meteringWords: Readonly<Record<PlanMetering['meteringMode'], string>> = {
  hh: '高供高计',
  hl: '高供低计',
  ll: '低供低计',
}

export const tariffWords: Readonly<Record<PlanMetering['tariffClass'], string>> = {
  residential: '居民生活用电',
  agricultural: '农业生产用电',
  'commercial-single': '工商业用电（单一制）',
  'commercial-choice': '工商业用电（单一制或两部制，由您选择）',
  'commercial-two-part': '工商业用电（两部制）',
}

export const mountingWords: Readonly<Record<SupplyPlan['transformers'][number]['mounting'], string>> = {
  pole: '柱上',
  box: '箱式变电站',
  'residential-room': '小区配电室',
  room: '配电室',
}

export const loadNatureWords: Readonly<Record<SurveySite['loadNature'], string>> = {
  ordinary: '一般负荷',
  important: '重要负荷',
  impact: '冲击负荷',
  harmonic: '谐波负荷',
  'single-phase': '单相负荷',
}

export const categoryWords: Readonly<Record<string, string>> = { resident: '居民', 'non-resident': '非居民' }

export const yesNo = (value: boolean) => (value ? '是' : '否')

/** `220V`, `380V`, `10kV`. */
export const kvWords = (kv: number) => (kv < 1 ? `${Math.round(kv * 1000)}V` : `${kv}kV`)

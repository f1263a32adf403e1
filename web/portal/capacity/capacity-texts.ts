import type { SameKeys } from '../../i18n/text-tree.ts'
import { useLanguage } from '../shell/use-language.ts'

/** Texts of this page alone, which come with it and not with the home page. */
const zh = {
  title: '哪里还有容量',
  lead: '按已经答复的方案扣除后，现在还能接多少，人人可查。单位是千伏安（kVA），大致等于千瓦。',
  asOf: '按{day}起生效的电网',
  mayApply: '容量不够也可以申请：公司会给出方案，或说明什么时候能接。最后以供电方案答复为准。',
  need: '要用多大（kVA），不知道就空着',
  where: '按离我的远近排',
  whereFailed: '没有取到您的位置，仍按容量从大到小排。',
  low: '低压：公用变压器',
  lowNote: '居民、店铺和小单位一般从这里接。',
  high: '10 千伏：线路',
  highNote: '自己装变压器的单位从这里接。',
  none: '现在没有这么大的空余。仍然可以申请。',
  kva: '{kva} kVA',
  full: '暂无',
  away: '离您 {distance}',
  more: '再看 {count} 处',
  apply: '去申请',
  map: '公用变压器和变电站的位置示意图；下面的清单里有同样的内容。',
  legendPlenty: '{kva} kVA 及以上',
  legendSome: '不足 {kva} kVA',
  legendFull: '暂无',
  legendStation: '变电站',
  unpublished: '还没有公布',
  unpublishedWhy: '公司导入电网后，这里就能查到。不影响申请。',
}

const en: SameKeys<typeof zh> = {
  title: 'Where there is capacity',
  lead: 'What can still be connected today, with every plan we have replied taken off. In kVA, which is roughly kW. Open to everybody.',
  asOf: 'By the network in force from {day}',
  mayApply:
    'You may apply where there is too little: we answer with a plan, or say when it will be possible. The plan reply is what counts.',
  need: 'How much you need (kVA); leave it empty if you do not know',
  where: 'Nearest to me first',
  whereFailed: 'Your position could not be found; the largest stand first.',
  low: 'Low voltage: public transformers',
  lowNote: 'Homes, shops and small users usually connect here.',
  high: '10 kV: lines',
  highNote: 'Users with a transformer of their own connect here.',
  none: 'Nowhere is that much free at present. You may still apply.',
  kva: '{kva} kVA',
  full: 'none',
  away: '{distance} from you',
  more: '{count} more',
  apply: 'Apply',
  map: 'Where public transformers and substations are; the lists below say the same.',
  legendPlenty: '{kva} kVA and more',
  legendSome: 'below {kva} kVA',
  legendFull: 'none',
  legendStation: 'substation',
  unpublished: 'Not published yet',
  unpublishedWhy: 'Once the company has imported its network, it is shown here. You can apply all the same.',
}

export type CapacityTexts = typeof zh

export const useCapacityTexts = (): CapacityTexts => (useLanguage() === 'en' ? en : zh)

/** `{name}` in a text becomes the value. */
export const put = (text: string, values: Readonly<Record<string, string | number>>): string =>
  text.replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole))

import type { PlainDate } from '#kernel'

/** The layout's own words, by language. */
export const pageWords = {
  zh: {
    page: '第 {page} 页 共 {pages} 页',
    number: '编号：',
    issued: '签发日期：',
    notices: '告知事项',
    plain: '通俗说明',
    signer: '签署人',
    signedAt: '签署时间',
    method: '签署方式',
    blank: '（签字或盖章）',
    diagram: '接线图',
    substituted: '下列字符缺少字形，文中以编码代替：',
    signatureNote:
      '说明：本公司未配置电子认证服务机构签发的证书。本文件记录的电子签署不是使用数字证书的可靠电子签名，只证明签署的过程；需要时双方可在纸质文本上签字盖章。',
  },
  en: {
    page: 'Page {page} of {pages}',
    number: 'No. ',
    issued: 'Issued on ',
    notices: 'Please note',
    plain: 'In plain words',
    signer: 'Signed by',
    signedAt: 'Signed at',
    method: 'How',
    blank: '(signature or seal)',
    diagram: 'Diagram',
    substituted: 'No glyph is at hand for these characters, their codes stand in their place: ',
    signatureNote:
      'Note: no certificate authority is configured. The electronic signing recorded here is not a qualified electronic signature; it only proves the course of the signing. Both sides may sign a paper copy where they need one.',
  },
} as const

const months = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
]

/** 2026年3月2日, or 2 March 2026. */
export function writeDate(date: PlainDate, language: 'zh' | 'en'): string {
  const [year, month, day] = date.split('-').map(Number) as [number, number, number]
  return language === 'zh' ? `${year}年${month}月${day}日` : `${day} ${months[month - 1]} ${year}`
}

import type { ClausesSection } from '#platform/documents/form-document'
import type { ContractDraft, DraftedClause } from './draft-contract.ts'

const figures = '零一二三四五六七八九'

/** 十, 二十一, 一百零三: for the numbers of chapters and clauses, 1 to 999. */
export function chineseNumber(value: number): string {
  if (!Number.isInteger(value) || value < 1 || value > 999) throw new RangeError(`no number of a clause: ${value}`)
  const hundreds = Math.floor(value / 100)
  const tens = Math.floor(value / 10) % 10
  const ones = value % 10
  const head = hundreds > 0 ? `${figures[hundreds]}百` : ''
  const middle =
    tens > 0 ? `${tens === 1 && hundreds === 0 ? '' : figures[tens]}十` : hundreds > 0 && ones > 0 ? '零' : ''
  return `${head}${middle}${ones > 0 ? figures[ones] : ''}`
}

/** The draft as sections of a form: one per chapter, each clause with its plain words, departures from the standard marked. */
export function printContract(draft: ContractDraft, language: 'zh' | 'en'): ClausesSection[] {
  return draft.chapters.map((chapter, index) => ({
    kind: 'clauses',
    title:
      language === 'zh' ? `第${chineseNumber(index + 1)}章　${chapter.title.zh}` : `${index + 1}. ${chapter.title.en}`,
    items: chapter.clauses.map((clause) => ({
      number: language === 'zh' ? `第${chineseNumber(clause.number)}条` : `Article ${clause.number}`,
      title: clause.title[language],
      text: clause.text[language],
      plain: [clause.plain[language], ...departure(clause, language)].join(language === 'zh' ? '' : ' '),
    })),
  }))
}

function departure({ changed }: DraftedClause, language: 'zh' | 'en'): string[] {
  if (changed === undefined) return []
  const standard = changed.standardText[language]
  if (language === 'zh')
    return [standard === '' ? '（标准文本中没有这一条。）' : `（与标准文本不同。标准文本：${standard}）`]
  return [
    standard === '' ? '(The standard has no such clause.)' : `(Differs from the standard, which reads: ${standard})`,
  ]
}

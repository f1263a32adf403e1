/** Names of the columns in the first line of a CSV text, and what parts them. Quoted names may hold the separator. */
export function readHeader(text: string): { readonly delimiter: string; readonly columns: readonly string[] } {
  const line = (text.replace(/^\uFEFF/, '').split(/\r?\n/, 1)[0] ?? '').trim()
  const bare = line.replace(/"[^"]*"/g, '')
  const [delimiter = ','] = [',', ';', '\t', '|'].sort((a, b) => bare.split(b).length - bare.split(a).length)
  const cells = line.match(new RegExp(`("([^"]|"")*"|[^${delimiter === '|' ? '\\|' : delimiter}]+)`, 'g')) ?? []
  return { delimiter, columns: cells.map((cell) => cell.replace(/^"|"$/g, '').replaceAll('""', '"').trim()) }
}

const usual = {
  caseId: /^(case:concept:name|case_?id|case|工单编号|申请编号)$/i,
  activity: /^(concept:name|activity|event|环节|步骤)$/i,
  time: /^(time:timestamp|timestamp|time|complete_timestamp|完成时间)$/i,
  resource: /^(org:resource|resource|处理人|经办人)$/i,
  start: /^(start_timestamp|start|开始时间)$/i,
} as const

export type GuideField = keyof typeof usual
export const guideFields = Object.keys(usual) as readonly GuideField[]
export const neededFields: readonly GuideField[] = ['caseId', 'activity', 'time']

/** The column that is probably meant by each field. */
export function guessGuide(columns: readonly string[]): Partial<Record<GuideField, string>> {
  return Object.fromEntries(
    guideFields.flatMap((field) => {
      const column = columns.find((name) => usual[field].test(name))
      return column ? [[field, column]] : []
    }),
  )
}

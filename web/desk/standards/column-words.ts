type Side = 'zh' | 'en'

/** Columns worth showing to a reader of one language: of a pair that says the same in both, his own. */
export function columnsIn(outputs: readonly string[], language: Side): readonly number[] {
  const isOther = (name: string) =>
    language === 'zh' ? name.endsWith('En') : name.endsWith('Zh') || outputs.includes(`${name}En`)
  return outputs.flatMap((name, index) => (isOther(name) ? [] : [index]))
}

/** `环节 node` in one language: labels are written with both, Chinese first, a unit among the Chinese. */
export function labelIn(label: string, language: Side): string {
  const both = /^(.*\p{Script=Han}(?: kVA?)?) (.+)$/u.exec(label)
  const own = both?.[language === 'zh' ? 1 : 2] ?? label
  return own.replace(/ \(English\)$/, '')
}

/** FEEL as a person reads it: quotes left out, a list with its commas, a dash for any value. */
export function plain(text: string, language: Side): string {
  if (text === '' || text === '-') return '—'
  return text.replaceAll('","', language === 'zh' ? '、' : ', ').replaceAll('"', '')
}

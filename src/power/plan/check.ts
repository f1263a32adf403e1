import type { Dated, TableRow } from '../standards/tables.ts'

/** One rule held against one plan. */
export interface RuleCheck {
  /** Key of the rule in the message catalogue. */
  readonly rule: string
  /** What it was checked at: a feeder, section, transformer, source. */
  readonly at: string
  /** null where the figure is not known: the rule then does not count as held. */
  readonly value: number | null
  readonly limit: number
  readonly comparison: '<=' | '>=' | '<' | '>'
  readonly unit: string
  readonly source: string
  readonly confidence: Dated['confidence']
  /** A plan that fails a hard rule needs an exception. */
  readonly isHard: boolean
  readonly verdict: 'holds' | 'fails' | 'unknown'
}

type Asked = Pick<RuleCheck, 'rule' | 'at' | 'comparison' | 'unit'> & {
  readonly value: number | null
  readonly limit: number
  readonly isHard?: boolean
}

const compare: Readonly<Record<RuleCheck['comparison'], (a: number, b: number) => boolean>> = {
  '<=': (a, b) => a <= b,
  '>=': (a, b) => a >= b,
  '<': (a, b) => a < b,
  '>': (a, b) => a > b,
}

/** Holds a figure against a limit; `from` is the row that the limit comes from. */
export function checkRule(asked: Asked, from: Pick<Dated, 'source' | 'confidence'>): RuleCheck {
  const { value, limit, comparison } = asked
  const verdict =
    value === null || !Number.isFinite(value) ? 'unknown' : compare[comparison](value, limit) ? 'holds' : 'fails'
  return {
    ...asked,
    value: verdict === 'unknown' ? null : value,
    isHard: asked.isHard ?? true,
    source: from.source,
    confidence: from.confidence,
    verdict,
  }
}

/** Holds a figure against a number of `parameters.csv`. */
export function checkParameter(
  asked: Omit<Asked, 'limit'>,
  name: string,
  parameters: readonly TableRow<'parameters'>[],
): RuleCheck {
  const row = parameters.find((parameter) => parameter.name === name)
  if (!row) throw new Error(`standards/power/parameters.csv has no row in force named ${name}`)
  return checkRule({ ...asked, limit: row.value }, row)
}

export const failsHard = (check: RuleCheck): boolean => check.isHard && check.verdict !== 'holds'

import { caseFileOf, factOf, type PublishedStandards, projectCase } from '#casefile'
import { type CaseRow, type FactRow, hashFact, noHash } from '#casefile/write/index'
import { benchStandards } from '../process/bench-case.ts'
import { recordCases } from '../process/floor.ts'
import { benchCompanyId } from '../scratch-database.ts'

/** Human tasks of an archived case: applied for, accepted, done, closed. */
const steps = 2
const surnames = [...'王李张刘陈杨黄赵周吴徐孙马朱胡郭何高林罗']
const givenNames = [...'伟芳娜敏静丽强磊军洋勇艳杰娟涛明超秀霞平刚桂英华']
const roadNames = [...'解放滨河人民建设桃源澄溪石桥柳林文昌育才']
const roadKinds = ['路', '街', '巷', '里', '大道']

export interface ArchivedCase {
  readonly row: CaseRow
  readonly facts: readonly FactRow[]
  /** Command ids with the version each left. */
  readonly commands: readonly { readonly commandId: string; readonly answer: string; readonly bodyHash: string }[]
}

/**
 * Makes archived cases: the facts of a case that went through the product's pipeline, told again under other names,
 * numbers and places, chained anew, and folded and projected by the product's own code.
 */
export async function archivedCaseMaker(): Promise<(n: number) => ArchivedCase> {
  const standards: PublishedStandards = await benchStandards(steps)
  const [writes = []] = await recordCases(standards, 'template', 1, steps)
  const template = writes.flatMap((write) => write.facts)
  const templateRow = writes.at(-1)?.row
  const tokens = JSON.parse(templateRow?.tokens ?? '{}')
  const projecting = {
    calendar: standards.calendar,
    watch: { warnDays: [2, 1], escalateDays: [1, 3] },
  }
  return (n) => {
    const caseId = `archived-${String(n).padStart(9, '0')}`
    const caseNumber = `TD2025${String(n).padStart(8, '0')}`
    const name = nameOf(n)
    const address = `澄溪县${roadOf(n)} ${1 + ((n * 7) % 400)} 号 ${1 + (n % 28)} 幢 ${100 + (n % 1_900)} 室`
    const retell = (text: string) =>
      text
        .replaceAll('template-0', caseId)
        .replaceAll(templateRow?.caseNumber ?? '', caseNumber)
        .replaceAll('张三丰', name)
        .replaceAll(templateRow?.address ?? '', address)
    let prevHash = noHash
    const facts = template.map((fact) => {
      const told = { ...fact, commandId: retell(fact.commandId), body: retell(fact.body), prevHash }
      prevHash = hashFact(benchCompanyId, caseId, told)
      return { ...told, hash: prevHash }
    })
    const file = caseFileOf(benchCompanyId, caseId, facts.map(factOf), tokens, prevHash)
    const commands = writes.map((write) => ({
      commandId: retell(write.commandId),
      answer: retell(write.answer),
      bodyHash: write.bodyHash,
    }))
    return { row: projectCase(file, projecting).row, facts, commands }
  }
}

/** About two thousand roads, as a county has. */
export function roadOf(n: number): string {
  const first = roadNames[n % roadNames.length]
  const second = roadNames[Math.floor(n / 20) % roadNames.length]
  return `${first}${second}${roadKinds[Math.floor(n / 400) % roadKinds.length]}`
}

export function nameOf(n: number): string {
  const surname = surnames[n % surnames.length]
  const first = givenNames[Math.floor(n / 20) % givenNames.length]
  const second = givenNames[Math.floor(n / 500) % givenNames.length]
  return `${surname}${first}${second}`
}

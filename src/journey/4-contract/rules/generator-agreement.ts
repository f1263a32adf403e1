import type { CaseFile, DocumentOrder } from '#casefile'
import type { PlainDate } from '#kernel'
import { accept, type Result } from '#kernel'
import type { RegisterOwnGenerator } from '../api.ts'
import type { ClauseLibrary } from './clause-library.ts'
import { contractDocument } from './contract-document.ts'
import { interlockWords } from './contract-words.ts'
import { draftContract } from './draft-contract.ts'
import { type EmergencyNeed, totalKw } from './judge-own-generator.ts'

export interface GeneratorAgreement {
  readonly file: CaseFile
  readonly form: RegisterOwnGenerator
  readonly need: EmergencyNeed
  readonly library: ClauseLibrary
  readonly terms: Readonly<Record<string, number>>
  readonly companyName: string
  readonly customerNumber: string
  readonly today: PlainDate
}

/** 自备电源协议, from the published clauses, with the generators as registered. */
export function generatorAgreement(agreement: GeneratorAgreement): Result<DocumentOrder> {
  const { file, form, need, library, terms, companyName, customerNumber, today } = agreement
  const { customerName, caseNumber } = file.state.profile
  const interlocks = [...new Set(form.generators.map(({ interlock }) => interlock))]
  const drafted = draftContract(library, {
    kind: 'own-generator',
    onDate: today,
    values: {
      ...terms,
      supplierName: companyName,
      customerName,
      customerNumber,
      ownGeneratorText: form.generators.map(({ model, capacityKw }) => `${model} ${capacityKw} kW`).join('、'),
      ownGeneratorKw: totalKw(form.generators),
      interlockName: {
        zh: interlocks.map((interlock) => interlockWords[interlock].zh).join('、'),
        en: interlocks.map((interlock) => interlockWords[interlock].en).join(', '),
      },
      securityLoadKw: need.securityLoadKw,
      ...(need.important ? { emergencyRatio: need.ratio } : {}),
    },
    conditions: { important: need.important },
  })
  if (!drafted.ok) return drafted
  const measures = form.nonElectricalMeasures.trim()
  return accept(
    contractDocument({
      file,
      kind: 'own-generator-agreement',
      number: `${caseNumber}-G`,
      draft: drafted.value,
      annexes: [],
      more: [
        generatorTable(form),
        ...(measures ? [{ kind: 'paragraphs' as const, title: '非电性质保安措施', items: [measures] }] : []),
      ],
      parties: [
        { role: '供电人', name: companyName },
        { role: '用电人', name: customerName },
      ],
      today,
    }),
  )
}

const generatorTable = (form: RegisterOwnGenerator) => ({
  kind: 'table' as const,
  title: '自备电源登记',
  head: ['型号', '容量（kW）', '安装位置', '闭锁方式', '闭锁检查'],
  rows: form.generators.map((generator) => [
    generator.model,
    String(generator.capacityKw),
    generator.place || '—',
    interlockWords[generator.interlock].zh,
    generator.interlockChecked ? '已检查，可靠' : '未检查',
  ]),
})

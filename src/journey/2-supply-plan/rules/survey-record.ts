import type { CaseFile, DocumentOrder } from '#casefile'
import type { PlainDate } from '#kernel'
import type { SurveySite } from '../api.ts'
import { loadNatureWords, yesNo } from './words.ts'

const flagWords: Readonly<Record<string, string>> = {
  'no-location': '未记录现场定位',
  'no-photos': '未附现场照片',
  'location-far': '定位与用电地址相距超出允许偏差',
}

/** 现场勘查记录 */
export function surveyRecord(
  { state }: CaseFile,
  survey: SurveySite,
  flags: readonly string[],
  today: PlainDate,
): DocumentOrder {
  const { profile } = state
  return {
    kind: 'survey-record',
    name: '现场勘查记录',
    customerVisible: false,
    document: {
      language: 'zh',
      title: '现场勘查记录',
      number: `${profile.caseNumber}-K`,
      company: '',
      issuedOn: today,
      sections: [
        {
          kind: 'fields',
          rows: [
            [
              { label: '申请编号', value: profile.caseNumber },
              { label: '户名', value: profile.customerName },
            ],
            [{ label: '用电地址', value: profile.address }],
            [
              { label: '勘查日期', value: survey.surveyedOn },
              { label: '勘查人员', value: survey.surveyors.join('、') },
            ],
          ],
        },
        { kind: 'fields', title: '勘查结果', rows: resultRows(survey) },
        { kind: 'fields', title: '现场记录', rows: placeRows(survey, flags) },
        { kind: 'signatures', parties: survey.surveyors.map((name) => ({ role: '勘查人员', name })) },
      ],
    },
  }
}

function resultRows(survey: SurveySite) {
  return [
    [
      { label: '可否供电', value: yesNo(survey.canSupply) },
      { label: '核定容量', value: approved(survey) },
    ],
    ...(survey.canSupply ? [] : [[{ label: '不可供电原因', value: survey.cannotSupplyReason }]]),
    [
      { label: '负荷性质', value: loadNatureWords[survey.loadNature] },
      { label: '相数', value: survey.phases === 'three-phase' ? '三相' : '单相' },
    ],
    [
      { label: '受电工程', value: yesNo(survey.customerWorks) },
      { label: '电网配套工程', value: yesNo(survey.gridWorks) },
    ],
    [
      { label: '自备电源', value: survey.ownGenerator ? `${survey.ownGeneratorKw} kW` : '无' },
      { label: '保安负荷', value: survey.securityLoadKw > 0 ? `${survey.securityLoadKw} kW` : '无' },
    ],
    [
      { label: '进线距离', value: survey.lineDistanceM === undefined ? '' : `${survey.lineDistanceM} m` },
      { label: '疑似重要用户', value: yesNo(survey.importanceHint === 'suspected') },
    ],
    ...listRow(
      '户型',
      survey.dwellings.map(({ areaM2, count }) => `${areaM2} m² ${count} 户`),
    ),
    ...listRow(
      '谐波电流',
      survey.harmonicCurrents.map(({ order, currentA }) => `${order} 次 ${currentA} A`),
    ),
    ...listRow(
      '冲击负荷',
      survey.changingLoads.map((load) => `${load.changeKw} kW、${load.changeKvar} kvar，每小时 ${load.perHour} 次`),
    ),
  ]
}

const listRow = (label: string, items: readonly string[]) =>
  items.length > 0 ? [[{ label, value: items.join('；') }]] : []

const approved = ({ approvedCapacityKva, approvedLoadKw }: SurveySite) =>
  approvedCapacityKva !== undefined
    ? `${approvedCapacityKva} kVA`
    : approvedLoadKw !== undefined
      ? `${approvedLoadKw} kW`
      : ''

function placeRows({ location, photos, note }: SurveySite, flags: readonly string[]) {
  const position = location ? `东经 ${location.longitude.toFixed(6)}，北纬 ${location.latitude.toFixed(6)}` : '未记录'
  return [
    [
      { label: '现场定位', value: position },
      { label: '现场照片', value: `${photos.length} 张` },
    ],
    ...(flags.length > 0 ? [[{ label: '提示', value: flags.map((flag) => flagWords[flag] ?? flag).join('；') }]] : []),
    ...(note ? [[{ label: '勘查意见', value: note }]] : []),
  ]
}

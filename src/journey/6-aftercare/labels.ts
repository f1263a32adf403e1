import { roomLabels, type WordList } from '#casefile/room-labels'

const fields: WordList = {
  priceBasis: { zh: '容（需）量电费计收方式', en: 'How capacity is charged' },
  meterReadingDay: { zh: '每月抄表日', en: 'Meter read on day' },
  confirmed: { zh: '确认无误', en: 'Confirmed' },
  archiveNumber: { zh: '档案号', en: 'Archive no.' },
  place: { zh: '存放位置', en: 'Place' },
  materials: { zh: '材料清单', en: 'Materials' },
  document: { zh: '资料', en: 'Document' },
  isOriginal: { zh: '原件', en: 'Original' },
  sheets: { zh: '页数', en: 'Sheets' },
  visitedAt: { zh: '回访时间', en: 'Visited at' },
  channel: { zh: '回访方式', en: 'Channel' },
  reached: { zh: '已联系上', en: 'Reached' },
  satisfaction: { zh: '满意度（1–5）', en: 'Satisfaction (1–5)' },
  comment: { zh: '意见', en: 'Comment' },
}

const values: WordList = {
  'confirmed.true': { zh: '确认', en: 'Confirmed' },
  'priceBasis.energy': { zh: '只计电度电费', en: 'Energy only' },
  'priceBasis.capacity': { zh: '按变压器容量', en: 'By transformer capacity' },
  'priceBasis.demand': { zh: '按最大需量', en: 'By greatest demand' },
  'channel.phone': { zh: '电话', en: 'Phone' },
  'channel.visit': { zh: '上门', en: 'Visit' },
  'channel.message': { zh: '短信', en: 'Message' },
}

const useCases: WordList = {
  'set-up-billing': { zh: '信息归档', en: 'Set up billing' },
  'archive-file': { zh: '资料归档', en: 'Archive the file' },
  'return-visit': { zh: '回访', en: 'Return visit' },
  'rate-service': { zh: '评价服务', en: 'Rate the service' },
}

const facts: WordList = {
  'billing-set-up': { zh: '信息归档，移交计费', en: 'Handed over to billing' },
  'billing-confirmed': { zh: '计费系统已确认', en: 'Confirmed by billing' },
  'billing-refused': { zh: '计费系统未接收', en: 'Refused by billing' },
  'file-archived': { zh: '资料已归档', en: 'File archived' },
  'return-visit-tried': { zh: '回访未联系上', en: 'Return visit: not reached' },
  'return-visited': { zh: '已回访', en: 'Return visit made' },
  'service-rated': { zh: '客户已评价', en: 'Service rated' },
}

const refusals: WordList = {
  'not-ready-for-billing': {
    zh: '送电和装表记录不全，不能移交计费。',
    en: 'Metering or energising is not on file yet.',
  },
  'billing-not-confirmed': { zh: '请核对后勾选确认。', en: 'Check and confirm.' },
  'price-basis-not-allowed': { zh: '该电价类别不能这样计收。', en: 'The tariff does not allow this.' },
  'unknown-hand-over': { zh: '没有移交过这条计费信息。', en: 'This record was never handed over.' },
  'archive-number-shape': { zh: '档案号为 4 至 40 位字母、数字或横线。', en: '4 to 40 letters, digits or hyphens.' },
  'document-missing': { zh: '缺少{name}。', en: 'Missing: {name}.' },
  'material-missing': { zh: '清单漏了“{name}”。', en: '“{name}” is not on the list.' },
  'material-twice': { zh: '“{document}”重复。', en: '“{document}” appears twice.' },
  'material-not-in-case': { zh: '工单里没有“{document}”。', en: 'The case has no “{document}”.' },
  'supply-not-on': { zh: '还没有送电。', en: 'The supply is not on yet.' },
  'time-in-the-future': { zh: '{at} 还没有到（现在 {now}）。', en: '{at} has not come yet (now {now}).' },
  'before-earlier-step': { zh: '不能早于“{step}”（{earlier}）。', en: 'Not before {earlier}.' },
  'nobody-reached': { zh: '没有联系上，不能填满意度。', en: 'Nobody was reached.' },
  'already-rated': { zh: '您已经评价过了。', en: 'You have rated already.' },
}

const notices: WordList = {
  'billing-refused': {
    zh: '{caseNumber} {customerName}：计费系统没有接收移交信息：{reason}',
    en: '{caseNumber} {customerName}: billing refused the record: {reason}',
  },
}

/** How the room speaks: fields, `value.…`, `useCase.…`, `fact.…`, `refusal.…`, `notice.…`. */
export const labels = roomLabels(fields, {
  value: values,
  useCase: useCases,
  fact: facts,
  refusal: refusals,
  notice: notices,
})

import { roomLabels, type WordList } from '#casefile/room-labels'

const fields: WordList = {
  decision: { zh: '怎么办', en: 'What you want' },
  until: { zh: '延期至', en: 'Extended to' },
  from: { zh: '原截止日期', en: 'Was to end on' },
  lastingCaseNumber: { zh: '正式用电的申请编号', en: 'Number of the application for the lasting supply' },
  reason: { zh: '理由', en: 'Reason' },
  approves: { zh: '同意延期', en: 'Extension granted' },
  opinion: { zh: '意见', en: 'Opinion' },
  switchedOffAt: { zh: '停电时间', en: 'Switched off at' },
  removedAt: { zh: '拆除接火时间', en: 'Connection removed at' },
  operator: { zh: '操作人', en: 'Operator' },
  guardian: { zh: '监护人', en: 'Guardian' },
  switchingOrderNumber: { zh: '操作票编号', en: 'Switching order' },
  takenAt: { zh: '拆表时间', en: 'Taken back at' },
  takenBy: { zh: '拆表人员', en: 'Taken back by' },
  removedMeters: { zh: '拆回电能表', en: 'Meters taken off' },
  meterNumber: { zh: '电能表编号', en: 'Meter no.' },
  lastReadings: { zh: '最后示数', en: 'Last readings' },
  totalKwh: { zh: '总', en: 'Total' },
  sharpKwh: { zh: '尖', en: 'Sharp' },
  peakKwh: { zh: '峰', en: 'Peak' },
  flatKwh: { zh: '平', en: 'Flat' },
  valleyKwh: { zh: '谷', en: 'Valley' },
  sealsIntact: { zh: '封印完好', en: 'Seals intact' },
  remark: { zh: '备注', en: 'Remark' },
  terminalTaken: { zh: '采集终端已拆回', en: 'Terminal taken back' },
  returnedTo: { zh: '交回何处', en: 'Handed in at' },
  confirmed: { zh: '确认无误', en: 'Confirmed' },
  name: { zh: '名称', en: 'Name' },
}

const hints: WordList = {
  lastingCaseNumber: {
    zh: '先申请新装，正式电送上以后再拆临时电。',
    en: 'Apply for the lasting supply first; the temporary one goes when that is on.',
  },
}

const values: WordList = {
  'decision.extend': { zh: '申请延期', en: 'Extend it' },
  'decision.end': { zh: '不再用了，停电拆除', en: 'End it: switch off and remove' },
  'decision.lasting': { zh: '转为正式用电', en: 'A lasting supply takes over' },
  'confirmed.true': { zh: '确认', en: 'Confirmed' },
}

const useCases: WordList = {
  'end-temporary-supply': { zh: '临时用电到期：延期、终止或转正式', en: 'Extend or end the temporary supply' },
  'decide-extension': { zh: '临时用电延期审批', en: 'Decide on the extension' },
  'switch-off-supply': { zh: '停电拆除', en: 'Switch off and remove' },
  'take-back-meters': { zh: '拆回电能表', en: 'Take the meters back' },
  'close-billing': { zh: '销户结算移交', en: 'Close the account' },
}

const facts: WordList = {
  'temporary-extension-asked': { zh: '客户申请延期至 {until}', en: 'Extension to {until} asked for' },
  'temporary-end-asked': { zh: '客户申请终止临时用电', en: 'End of the temporary supply asked for' },
  'temporary-supply-extended': { zh: '同意延期至 {until}', en: 'Extended to {until}' },
  'temporary-extension-refused': { zh: '不同意延期', en: 'Extension refused' },
  'supply-switched-off': { zh: '已停电并拆除接火', en: 'Switched off and removed' },
  'meters-taken-back': { zh: '电能表已拆回', en: 'Meters taken back' },
  'billing-closed': { zh: '销户结算已移交', en: 'Account closed, last readings handed over' },
}

const refusals: WordList = {
  'no-such-lasting-case': {
    zh: '没有您名下编号为 {number} 的新装申请。',
    en: 'You have no application {number} for a new supply.',
  },
  'temporary-has-ended': {
    zh: '临时用电已于 {ends} 到期，不能再延期。',
    en: 'It ended on {ends}; it cannot be extended.',
  },
  'not-an-extension': { zh: '应晚于现在的截止日期 {ends}。', en: 'It lies after the present last day, {ends}.' },
  'no-extension-asked': { zh: '客户没有申请延期。', en: 'No extension was asked for.' },
  'lasting-supply-not-on': {
    zh: '正式用电 {number} 还没有送电，临时电先不拆。',
    en: 'The lasting supply {number} is not on yet: the temporary one stays until it is.',
  },
  'supply-still-on': { zh: '还没有停电。', en: 'The supply is still on.' },
  'time-in-the-future': { zh: '{at} 还没有到（现在 {now}）。', en: '{at} has not come yet (now {now}).' },
  'before-earlier-step': { zh: '不能早于“{step}”（{earlier}）。', en: 'Not before the step before it ({earlier}).' },
  'two-persons-needed': { zh: '须由两个人分别担任。', en: 'Two different persons are needed.' },
  'device-number-shape': { zh: '编号为 4 至 30 位字母、数字或横线。', en: '4 to 30 letters, digits or hyphens.' },
  'meter-not-of-this-supply': { zh: '{number} 不是这一户的电能表。', en: '{number} is no meter of this supply.' },
  'meter-not-taken': { zh: '电能表 {number} 还没有拆回。', en: 'Meter {number} was not taken back.' },
  'terminal-not-taken': { zh: '采集终端也要拆回。', en: 'The terminal is taken back too.' },
  'last-below-first': {
    zh: '最后示数低于装表时的 {firstKwh} kWh。',
    en: 'Below the first reading of {firstKwh} kWh.',
  },
  'billing-not-confirmed': { zh: '请核对后勾选确认。', en: 'Check and confirm.' },
  'not-ready-to-close': { zh: '停电和拆表记录不全，不能销户。', en: 'Switching off or removal is not on file yet.' },
}

const notices: WordList = {
  'temporary-supply-ending': {
    zh: '{caseNumber} 的临时用电 {on} 到期。请在网上申请延期、终止或转正式用电。',
    en: 'The temporary supply of {caseNumber} ends on {on}. Ask for an extension, its end, or a lasting supply.',
  },
  'temporary-supply-over': {
    zh: '{caseNumber} 的临时用电已于 {on} 到期，请尽快办理终止或转正式用电。',
    en: 'The temporary supply of {caseNumber} ended on {on}. Please see to its end or a lasting supply.',
  },
  'temporary-supply-ending-staff': {
    zh: '{caseNumber} {customerName}：临时用电 {on} 到期，请联系客户。',
    en: '{caseNumber} {customerName}: the temporary supply ends on {on}; please get in touch.',
  },
  'temporary-supply-over-staff': {
    zh: '{caseNumber} {customerName}：临时用电已于 {on} 到期，尚未延期也未拆除。',
    en: '{caseNumber} {customerName}: the temporary supply ended on {on} and was neither extended nor removed.',
  },
  'temporary-supply-extended': {
    zh: '{caseNumber} 的临时用电已同意延期至 {until}。',
    en: 'The temporary supply of {caseNumber} is extended to {until}.',
  },
  'temporary-supply-not-extended': {
    zh: '{caseNumber} 的临时用电没有同意延期，{on} 到期：{opinion}',
    en: 'The temporary supply of {caseNumber} is not extended and ends on {on}: {opinion}',
  },
  'supply-off': { zh: '{caseNumber} 已于 {at} 停电。', en: 'The supply of {caseNumber} is off since {at}.' },
}

/** How the room speaks: fields, `hint.…`, `value.…`, `useCase.…`, `fact.…`, `refusal.…`, `notice.…`. */
export const labels = roomLabels(fields, {
  hint: hints,
  value: values,
  useCase: useCases,
  fact: facts,
  refusal: refusals,
  notice: notices,
})

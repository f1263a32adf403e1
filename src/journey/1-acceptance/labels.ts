import { roomLabels, type WordList } from '#casefile/room-labels'

const fields: WordList = {
  channel: { zh: '受理渠道', en: 'Channel' },
  kind: { zh: '业务类型', en: 'Kind of business' },
  category: { zh: '用电类别', en: 'Category' },
  unitId: { zh: '供电所', en: 'Supply station' },
  applicant: { zh: '申请人', en: 'Applicant' },
  'applicant.kind': { zh: '申请人身份', en: 'Who applies' },
  'applicant.name': { zh: '户名', en: 'Name of the customer' },
  name: { zh: '名称', en: 'Name' },
  idKind: { zh: '证件类型', en: 'Kind of document' },
  idNumber: { zh: '证件号码', en: 'Document number' },
  phone: { zh: '手机号', en: 'Mobile number' },
  contactName: { zh: '联系人', en: 'Contact' },
  principalName: { zh: '委托人', en: 'Person represented' },
  legalRepresentative: { zh: '法定代表人', en: 'Legal representative' },
  premise: { zh: '用电地址', en: 'Place of use' },
  address: { zh: '用电地址', en: 'Address of use' },
  inPark: { zh: '在产业园区内', en: 'In an industrial park' },
  existingAccountNumber: { zh: '原户号', en: 'Existing account number' },
  load: { zh: '用电需求', en: 'What is needed' },
  requestedKw: { zh: '申请容量', en: 'Load asked for' },
  requestedKva: { zh: '申请变压器容量', en: 'Transformer capacity asked for' },
  existingKva: { zh: '原有容量', en: 'Existing capacity' },
  existingSupply: { zh: '原供电', en: 'Present supply' },
  accountNumber: { zh: '户号', en: 'Account number' },
  'existingSupply.capacityKva': { zh: '原合同容量', en: 'Contract capacity at present' },
  'existingSupply.voltageKv': { zh: '供电电压', en: 'Voltage' },
  'existingSupply.contractNumber': { zh: '原合同编号', en: 'Number of the present contract' },
  'existingSupply.contractSignedOn': { zh: '原合同签订日期', en: 'Signed on' },
  'existingSupply.meters': { zh: '原电能表', en: 'Meters at present' },
  'existingSupply.meters.meterNumber': { zh: '电能表编号', en: 'Meter no.' },
  'existingSupply.meters.ctRatio': { zh: '电流互感器变比', en: 'CT ratio' },
  sources: { zh: '电源数', en: 'Number of sources' },
  isThreePhase: { zh: '三相用电', en: 'Three-phase' },
  equipment: { zh: '用电设备', en: 'Equipment' },
  'equipment.name': { zh: '设备名称', en: 'Equipment' },
  'equipment.category': { zh: '设备类别', en: 'Category' },
  count: { zh: '台数', en: 'Pieces' },
  unitKw: { zh: '单台功率', en: 'Power of one' },
  isFireOnly: { zh: '仅消防时运行', en: 'Runs in a fire only' },
  industry: { zh: '行业', en: 'Industry' },
  loadNature: { zh: '负荷性质', en: 'Nature of the load' },
  securityLoadKw: { zh: '保安负荷', en: 'Security load' },
  ownGenerator: { zh: '有自备电源', en: 'Own generator' },
  ownGeneratorKw: { zh: '自备电源容量', en: 'Own generator, capacity' },
  residentialCompound: { zh: '居民住宅小区', en: 'Residential compound' },
  wishedDate: { zh: '希望送电日期', en: 'Wished date' },
  neededUntil: { zh: '用电截止日期', en: 'Needed until' },
  documents: { zh: '申请资料', en: 'Documents' },
  document: { zh: '资料', en: 'Document' },
  file: { zh: '文件', en: 'File' },
  standardsConfirmed: { zh: '已告知建设标准并确认', en: 'Construction standards explained and confirmed' },
  wantsShort: { zh: '走短流程', en: 'Short process' },
  privacyAgreed: { zh: '同意个人信息处理说明', en: 'Agrees to the privacy notice' },
  complete: { zh: '资料齐全', en: 'Complete' },
  missing: { zh: '所缺资料', en: 'What is missing' },
  why: { zh: '为什么需要', en: 'Why it is needed' },
  importance: { zh: '重要性等级', en: 'Importance' },
  importanceBasis: { zh: '定级依据', en: 'Basis of the grade' },
  ownArrearsFen: { zh: '本人欠费', en: 'Own arrears' },
  badCreditFlag: { zh: '失信记录', en: 'Credit flag' },
  grade: { zh: '重要性等级', en: 'Grade' },
  confirmedBy: { zh: '确认部门', en: 'Confirmed by' },
  confirmedYear: { zh: '确认年度', en: 'Year' },
}

const hints: WordList = {
  ownArrearsFen: {
    zh: '只算申请人本人的，前户欠费不得向他追要。',
    en: 'The applicant’s own only, never a predecessor’s.',
  },
  badCreditFlag: { zh: '只作提示，不得因此拒绝受理。', en: 'For information; it never refuses an application.' },
  missing: {
    zh: '缺什么一次说全，系统判定的会自动列入告知书。',
    en: 'Everything at once; what the table finds is added.',
  },
  importance: {
    zh: '公司只能提“疑似”，定级由政府确认。',
    en: 'The company may only suspect; the government confirms.',
  },
  standardsConfirmed: { zh: '短流程要有这一项。', en: 'The short process rests on this.' },
  existingSupply: {
    zh: '增容在原供电上办理：户号、容量、合同和电能表以本公司档案为准。',
    en: 'An increase amends the present supply: account, capacity, contract and meters as our records have them.',
  },
  'existingSupply.meters.ctRatio': { zh: '直接接入的不填。', en: 'Leave out where it is connected directly.' },
}

const loadNatures: WordList = {
  ordinary: { zh: '一般', en: 'Ordinary' },
  important: { zh: '重要', en: 'Important' },
  impact: { zh: '冲击', en: 'Impact' },
  harmonic: { zh: '谐波', en: 'Harmonic' },
  'single-phase': { zh: '单相', en: 'Single-phase' },
}

const grades: WordList = {
  none: { zh: '非重要', en: 'Not important' },
  suspected: { zh: '疑似，待政府确认', en: 'Suspected' },
  special: { zh: '特级', en: 'Special' },
  first: { zh: '一级', en: 'First' },
  second: { zh: '二级', en: 'Second' },
  temporary: { zh: '临时性重要', en: 'Temporarily important' },
}

const values: WordList = {
  'channel.portal': { zh: '网上', en: 'Online' },
  'channel.counter': { zh: '营业厅', en: 'Counter' },
  'channel.phone': { zh: '电话', en: 'Phone' },
  'kind.new': { zh: '新装', en: 'New supply' },
  'kind.increase': { zh: '增容', en: 'More capacity' },
  'kind.temporary': { zh: '临时用电', en: 'Temporary supply' },
  'kind.pv': { zh: '光伏并网', en: 'Solar connection' },
  'kind.charging-pile': { zh: '充电桩', en: 'Charging pile' },
  'category.resident': { zh: '居民', en: 'Home' },
  'category.non-resident': { zh: '非居民', en: 'Business' },
  'applicant.kind.owner': { zh: '产权人', en: 'Owner' },
  'applicant.kind.tenant': { zh: '承租人', en: 'Tenant' },
  'applicant.kind.agent': { zh: '代办人', en: 'Agent' },
  'applicant.kind.sole-trader': { zh: '个体工商户', en: 'Sole trader' },
  'applicant.kind.passport-holder': { zh: '持护照的外国人', en: 'Passport holder' },
  'applicant.kind.enterprise': { zh: '企业或单位', en: 'Company or institution' },
  'idKind.id-card': { zh: '居民身份证', en: 'Identity card' },
  'idKind.credit-code': { zh: '统一社会信用代码', en: 'Credit code' },
  'idKind.passport': { zh: '护照', en: 'Passport' },
}

const useCases: WordList = {
  'submit-application': { zh: '用电申请', en: 'Application' },
  'accept-application': { zh: '业务受理', en: 'Acceptance' },
  'complete-application': { zh: '补齐申请资料', en: 'Complete the application' },
  'supply-supplement': { zh: '补交资料', en: 'Hand in a supplement' },
  'confirm-importance': { zh: '确认重要性等级', en: 'Confirm the importance grade' },
}

const facts: WordList = {
  'application-submitted': { zh: '提交用电申请', en: 'Application submitted' },
  'application-accepted': { zh: '已受理', en: 'Accepted' },
  'existing-supply-found': { zh: '本公司档案中的原供电', en: 'Present supply found in our archive' },
  'existing-supply-recorded': { zh: '登记原供电', en: 'Present supply recorded' },
  'application-completed': { zh: '资料已补齐', en: 'Application completed' },
  'one-time-notice-given': { zh: '发出一次性告知书', en: 'One-time notice given' },
  'supplement-asked': { zh: '列出待补资料', en: 'Supplement asked for' },
  'document-received': { zh: '收到资料', en: 'Document received' },
  'importance-confirmed': { zh: '政府确认重要性等级', en: 'Importance grade confirmed' },
  'account-manager-assigned': { zh: '指定客户经理', en: 'Account manager named' },
  'no-account-manager-free': { zh: '客户经理都已满额', en: 'No account manager free' },
}

/** What the form itself finds, before anything is sent; the server says the same. */
const refusals: WordList = {
  'one-proof-needed': { zh: '请上传一份有效证明。', en: 'One valid proof is needed.' },
  'privacy-needed': { zh: '请阅读并同意个人信息处理说明。', en: 'Please read and agree to the privacy notice.' },
  'phone-shape': { zh: '手机号应为 11 位。', en: 'A mobile number has 11 digits.' },
  'id-shape': { zh: '身份证号码应为 18 位。', en: 'An identity number has 18 characters.' },
  'id-birth-date': { zh: '身份证号码中的出生日期不对。', en: 'The birth date in the identity number is wrong.' },
  'id-check-digit': { zh: '身份证号码校验位不对，请核对。', en: 'The check digit of the identity number is wrong.' },
  'credit-code-shape': {
    zh: '统一社会信用代码应为 18 位数字和大写字母。',
    en: 'A unified social credit code has 18 digits and capitals.',
  },
  'credit-code-check': {
    zh: '统一社会信用代码校验位不对，请核对。',
    en: 'The check character of the credit code is wrong.',
  },
  'ratio-shape': { zh: '变比应写成 100/5 的形式。', en: 'Write the ratio like 100/5.' },
  'passport-shape': { zh: '证件号码格式不对。', en: 'The document number has the wrong form.' },
}

/** The room's words for forms, lists and timelines; what it refuses with is said by the catalogue of the API. */
export const labels = roomLabels(fields, {
  hint: hints,
  value: values,
  'value.loadNature': loadNatures,
  'value.importance': grades,
  'value.grade': grades,
  useCase: useCases,
  fact: facts,
  refusal: refusals,
})

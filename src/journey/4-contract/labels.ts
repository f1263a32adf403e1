import { roomLabels, type WordList } from '#casefile/room-labels'

const fields: WordList = {
  confirmed: { zh: '确认无误', en: 'Confirmed' },
  dueFen: { zh: '应收金额', en: 'Due' },
  paidFen: { zh: '实收金额', en: 'Paid' },
  paidOn: { zh: '缴费日期', en: 'Paid on' },
  paymentMethod: { zh: '缴费方式', en: 'Way of payment' },
  invoiceNumber: { zh: '发票号码', en: 'Invoice no.' },
  temporaryUntil: { zh: '临时用电截止日期', en: 'Temporary supply until' },
  termYears: { zh: '合同期限（年）', en: 'Term in years' },
  priceBasis: { zh: '容（需）量电费计收方式', en: 'How capacity is charged' },
  paymentCycle: { zh: '结算周期', en: 'Payment cycle' },
  paymentDay: { zh: '每月缴费截止日', en: 'To be paid by day' },
  meterReadingDay: { zh: '每月抄表日', en: 'Meter read on day' },
  wishes: { zh: '条款变更要求', en: 'Wishes' },
  clauseId: { zh: '条款', en: 'Clause' },
  wish: { zh: '希望怎样改', en: 'Wish' },
  granted: { zh: '同意', en: 'Granted' },
  answer: { zh: '答复', en: 'Answer' },
  agreedText: { zh: '约定文本', en: 'Agreed text' },
  escalatedTo: { zh: '上报决定人', en: 'Decided by' },
  agrees: { zh: '同意签订', en: 'Agrees to sign' },
  clausesRead: { zh: '已阅读条款', en: 'Clauses read' },
  name: { zh: '姓名', en: 'Name' },
  dispatchName: { zh: '调度命名', en: 'Dispatch name' },
  dispatchedEquipment: { zh: '调度管辖设备', en: 'Equipment under dispatch' },
  dutyContactName: { zh: '值班联系人', en: 'On duty' },
  dutyContactPhone: { zh: '值班电话', en: 'Duty phone' },
  generators: { zh: '自备电源', en: 'Own generators' },
  model: { zh: '规格型号', en: 'Model' },
  capacityKw: { zh: '容量', en: 'Capacity' },
  place: { zh: '安装位置', en: 'Place' },
  interlock: { zh: '闭锁方式', en: 'Interlock' },
  interlockChecked: { zh: '闭锁已检查', en: 'Interlock checked' },
  securityLoadKw: { zh: '保安负荷', en: 'Security load' },
  agreementSigned: { zh: '自备电源协议已签', en: 'Agreement signed' },
  nonElectricalMeasures: { zh: '非电性质保安措施', en: 'Non-electrical measures' },
}

const values: WordList = {
  'confirmed.true': { zh: '确认', en: 'Confirmed' },
  'paymentMethod.bank-transfer': { zh: '银行转账', en: 'Bank transfer' },
  'paymentMethod.card': { zh: '刷卡', en: 'Card' },
  'paymentMethod.phone-payment': { zh: '手机支付', en: 'Phone payment' },
  'paymentMethod.cash': { zh: '现金', en: 'Cash' },
  'paymentMethod.cheque': { zh: '支票', en: 'Cheque' },
  'priceBasis.energy': { zh: '只计电度电费', en: 'Energy only' },
  'priceBasis.capacity': { zh: '按变压器容量', en: 'By transformer capacity' },
  'priceBasis.demand': { zh: '按最大需量', en: 'By greatest demand' },
  'paymentCycle.monthly': { zh: '按月', en: 'Monthly' },
  'paymentCycle.in-instalments': { zh: '分次', en: 'In instalments' },
  'paymentCycle.prepaid': { zh: '预付', en: 'Prepaid' },
  'interlock.mechanical': { zh: '机械闭锁', en: 'Mechanical' },
  'interlock.electrical': { zh: '电气闭锁', en: 'Electrical' },
  'interlock.ats': { zh: '双投自动切换（ATS）', en: 'Transfer switch (ATS)' },
}

const useCases: WordList = {
  'determine-fees': { zh: '确定业务费', en: 'Determine fees' },
  'settle-fees': { zh: '收取业务费', en: 'Settle fees' },
  'draft-contract': { zh: '起草供用电合同', en: 'Draft the contract' },
  'sign-contract': { zh: '签订供用电合同', en: 'Sign the contract' },
  'countersign-contract': { zh: '合同签章', en: 'Countersign the contract' },
  'sign-dispatch-agreement': { zh: '签订调度协议', en: 'Sign the dispatch agreement' },
  'register-own-generator': { zh: '登记自备电源', en: 'Register the own generator' },
  'update-own-generator': { zh: '变更自备电源登记', en: 'Change the own generator' },
}

const facts: WordList = {
  'fees-determined': { zh: '确定业务费', en: 'Fees determined' },
  'fees-settled': { zh: '业务费已收', en: 'Fees settled' },
  'fee-voided': { zh: '业务费作废', en: 'Fees voided' },
  'refund-due': { zh: '业务费待退', en: 'Refund due' },
  'contract-drafted': { zh: '合同已起草', en: 'Contract drafted' },
  'contract-text-fixed': { zh: '合同文本已固定', en: 'Contract text fixed' },
  'contract-changes-asked': { zh: '客户要求修改合同', en: 'Changes to the contract asked for' },
  'contract-signed': { zh: '客户已签合同', en: 'Contract signed' },
  'contract-countersigned': { zh: '供电公司已签章', en: 'Contract countersigned' },
  'contract-replaced': { zh: '原合同到增容送电时终止', en: 'Old contract ends when the increased supply is on' },
  'contract-annex-fixed': { zh: '合同附件按竣工实际登记', en: 'Annex fixed as built' },
  'document-signed': { zh: '文件已签署', en: 'Document signed' },
  'dispatch-agreement-signed': { zh: '调度协议已签', en: 'Dispatch agreement signed' },
  'own-generator-registered': { zh: '自备电源已登记', en: 'Own generator registered' },
}

const refusals: WordList = {
  'no-plan-in-force': { zh: '没有已确认的供电方案。', en: 'No supply plan is agreed.' },
  'fees-not-confirmed': { zh: '请核对后勾选确认。', en: 'Check and confirm.' },
  'charge-not-published': {
    zh: '公布的收费目录中没有这一项，不能收取。',
    en: 'The published list has no such charge.',
  },
  'fee-outside-list': {
    zh: '按目录应收 {due} 元，不能改为 {given} 元。',
    en: 'The list says {due} yuan; {given} cannot be asked.',
  },
  'fees-not-determined': { zh: '业务费尚未确定。', en: 'The fees are not determined.' },
  'invoice-number-shape': {
    zh: '发票号码为 6 至 30 位字母或数字。',
    en: 'An invoice number has 6 to 30 letters or digits.',
  },
  'paid-too-much': {
    zh: '应收 {due} 元，实收 {paid} 元，多收 {difference} 元。',
    en: 'Due {due} yuan, paid {paid}: {difference} too much.',
  },
  'paid-too-little': {
    zh: '应收 {due} 元，实收 {paid} 元，少收 {difference} 元。',
    en: 'Due {due} yuan, paid {paid}: {difference} too little.',
  },
  'paid-before-determined': {
    zh: '不能早于费用确定日 {determinedOn}。',
    en: 'Not before the fees were determined on {determinedOn}.',
  },
  'date-in-the-future': { zh: '不能晚于今天（{today}）。', en: 'Not later than today ({today}).' },
  'both-languages-needed': { zh: '中英文都要写。', en: 'Both languages are needed.' },
  'chapter-faulty': { zh: '章节缺编号或名称。', en: 'A chapter lacks its id or title.' },
  'special-chapter-missing': { zh: '条款库缺“特别约定”一章。', en: 'The library lacks the chapter of special terms.' },
  'no-clause-library': { zh: '没有发布合同条款库“{name}”。', en: 'The clause library {name} is not published.' },
  'contract-kind-unknown': { zh: '条款库中没有“{kind}”类合同。', en: 'The library has no contract of kind {kind}.' },
  'only-of-a-temporary-supply': { zh: '只有临时用电才填截止日期。', en: 'Only a temporary supply has a last day.' },
  'contract-not-draftable': { zh: '合同暂不能起草。', en: 'The contract cannot be drafted yet.' },
  'clause-library-faulty': { zh: '合同条款库有误。', en: 'The clause library has faults.' },
  'value-missing': { zh: '合同条款需要的数据不全。', en: 'A value the clauses need is missing.' },
  'condition-missing': { zh: '合同条款需要的条件不明。', en: 'A condition the clauses need is not known.' },
  'clause-unknown': { zh: '合同中没有这一条。', en: 'The contract has no such clause.' },
  'unknown-clause': { zh: '合同中没有条款“{clauseId}”。', en: 'The contract has no clause {clauseId}.' },
  'clause-fixed-by-law': { zh: '这一条由法规规定（{basis}），不能改。', en: 'This clause is fixed by law ({basis}).' },
  'clause-wished-twice': { zh: '同一条有两个要求。', en: 'Two wishes for one clause.' },
  'agreed-text-missing': { zh: '同意修改的，请写明约定文本。', en: 'Write what was agreed.' },
  'say-who-decides': { zh: '不能当场同意的，请写明上报由谁决定。', en: 'Say who decides it.' },
  'wish-unanswered': { zh: '客户的要求“{wish}”还没有答复。', en: 'The wish “{wish}” has no answer.' },
  'term-too-long': {
    zh: '这类合同期限最长 {longestYears} 年。',
    en: 'Such a contract runs {longestYears} years at most.',
  },
  'no-contract-drafted': { zh: '合同还没有起草。', en: 'No contract is drafted.' },
  'clause-not-read': { zh: '{number}“{title}”还没有阅读。', en: '{number} “{title}” was not read.' },
  'sign-or-ask-for-changes': { zh: '签订和要求修改只能选一样。', en: 'Sign, or ask for changes.' },
  'say-what-should-change': { zh: '请写明希望怎样修改。', en: 'Say what should change.' },
  'contract-not-signed': { zh: '合同还没有签。', en: 'The contract is not signed yet.' },
  'not-dispatched': { zh: '该客户不列入调度管辖，不需要调度协议。', en: 'This customer is not under dispatch.' },
  'phone-shape': { zh: '电话号码格式不对。', en: 'This is no phone number.' },
  'interlock-not-checked': { zh: '{model} 的闭锁还没有检查。', en: 'The interlock of {model} was not checked.' },
  'agreement-not-signed': { zh: '自备电源协议还没有签。', en: 'The own-generator agreement is not signed.' },
  'security-load-unknown': { zh: '{gradeZh}须填写保安负荷。', en: 'The security load must be known.' },
  'emergency-source-too-small': {
    zh: '应急电源 {haveKw} kW，不足保安负荷 {securityLoadKw} kW 要求的 {neededKw} kW。',
    en: '{haveKw} kW; a security load of {securityLoadKw} kW needs {neededKw} kW.',
  },
  'non-electrical-measures-missing': {
    zh: '{gradeZh}须写明非电性质保安措施。',
    en: 'Name the non-electrical measures.',
  },
}

const notices: WordList = {
  'fees-determined': {
    zh: '{caseNumber} 的业务费已确定：{dueYuan} 元，依据见业务费用告知单。',
    en: 'The fees of {caseNumber}: {dueYuan} yuan; see the fee notice for their basis.',
  },
  'fees-settled': {
    zh: '已收到 {caseNumber} 的业务费 {paidYuan} 元，发票号 {invoiceNumber}。',
    en: 'We received {paidYuan} yuan for {caseNumber}, invoice {invoiceNumber}.',
  },
  'contract-to-sign': {
    zh: '{caseNumber} 的供用电合同已备好，请在手机上阅读，可签订，也可提出修改。',
    en: 'Your supply contract for {caseNumber} is ready: read it, sign it or ask for changes.',
  },
  'contract-in-force': {
    zh: '{caseNumber} 的供用电合同双方已签，随时可查看下载。',
    en: 'The contract of {caseNumber} is signed by both sides.',
  },
}

/** How the room speaks: fields by name, `value.<field>.<choice>`, `useCase.…`, `fact.…`, `refusal.…`, `notice.…`. */
export const labels = roomLabels(fields, {
  value: values,
  useCase: useCases,
  fact: facts,
  refusal: refusals,
  notice: notices,
})

import type { SameKeys } from '../../i18n/text-tree.ts'

/** What the customer is asked to do, in the words of the button that leads there; the same wherever it appears. */
export const tasksZh = {
  'answer-supply-plan': {
    title: '供电方案好了，请您决定',
    note: '读完约5分钟。可同意、提问或要求修改。',
    button: '看方案并答复',
  },
  'sign-contract': {
    title: '供用电合同好了，请您过目',
    note: '一条一条用大白话讲，读完再签。',
    button: '读合同并签字',
  },
  'complete-application': { title: '申请还差几份资料', note: '缺什么，下面一次说全。', button: '补齐资料' },
  'submit-design-files': {
    title: '请报送设计文件',
    note: '设计单位由您自己选，图纸出来就可以报。',
    button: '报送设计文件',
  },
  'report-concealed-works': {
    title: '埋线、接地封闭之前请告诉我们',
    note: '施工单位由您自己选。隐蔽部分要在盖上之前检查。',
    button: '报告隐蔽工程',
  },
  'rectify-defects': {
    title: '检查发现缺陷，请整改',
    note: '逐项写明怎么改的，约好复查的日子。',
    button: '填写整改情况',
  },
  'report-completion': { title: '工程完工后请报验', note: '报验后我们上门检验。', button: '报告竣工' },
  'sign-energising-form': {
    title: '已经送电，请签收送电单',
    note: '核对表号和起始示数，没问题就签收。',
    button: '签收送电单',
  },
  'end-temporary-supply': {
    title: '临时用电使用中',
    note: '用到{{day}}。到期前可以申请延期；不用了申请停电拆除；要长期用电，先另外申请新装，送电后再拆临时电。',
    button: '延期、终止或转正式',
  },
  'settle-fees': { title: '请缴业务费', note: '收费目录里的项目。', button: '看要缴多少' },
  'rate-service': { title: '给这次办电打个分', note: '一分钟。', button: '去评价' },
  other: { title: '有一步要您办', note: '办完公司接着办。', button: '去办' },
  send: '提交',
  file: '现在还要',
  defect: '缺陷',
  blocks: '改好之前不能送电',
  readings: '表计和起始示数',
  meter: '电能表 {{number}}',
  ownChoice: '设计、施工单位和设备都由您自己选。我们不指定、不推荐任何一家；有人替您指定，请打监管热线 {{phone}}。',
} as const

export const tasksEn: SameKeys<typeof tasksZh> = {
  'answer-supply-plan': {
    title: 'Your supply plan is ready: please decide',
    note: 'About 5 minutes. Agree, ask, or ask for a change.',
    button: 'See the plan and answer',
  },
  'sign-contract': {
    title: 'Your supply contract is ready to read',
    note: 'Clause by clause in plain words; sign when you have read it.',
    button: 'Read the contract and sign',
  },
  'complete-application': {
    title: 'Some documents are missing',
    note: 'Everything that is missing is listed below.',
    button: 'Complete the application',
  },
  'submit-design-files': {
    title: 'Please hand in the design',
    note: 'You choose the designer; hand it in when it is ready.',
    button: 'Hand in the design',
  },
  'report-concealed-works': {
    title: 'Tell us before cables and earthing are covered',
    note: 'You choose the builder. Hidden parts are looked at before they are closed.',
    button: 'Report hidden works',
  },
  'rectify-defects': {
    title: 'Defects were found: please put them right',
    note: 'Say for each what was done, and when we may look again.',
    button: 'Say what was done',
  },
  'report-completion': {
    title: 'Report when the works are finished',
    note: 'Then we come to inspect.',
    button: 'Report completion',
  },
  'sign-energising-form': {
    title: 'The supply is on: please sign for it',
    note: 'Check meter number and first readings, then sign.',
    button: 'Sign the form',
  },
  'end-temporary-supply': {
    title: 'Your temporary supply is in use',
    note: 'Until {{day}}. Ask for an extension before that day, or for its end. For a lasting supply apply anew first: the temporary one goes when the other is on.',
    button: 'Extend it, end it, or go on for good',
  },
  'settle-fees': { title: 'Charges to pay', note: 'From the published list.', button: 'See how much' },
  'rate-service': { title: 'Rate this service', note: 'One minute.', button: 'Rate' },
  other: { title: 'There is a step for you', note: 'Then we carry on.', button: 'Do it' },
  send: 'Send',
  file: 'Still needed',
  defect: 'Defect',
  blocks: 'No supply before it is put right',
  readings: 'Meter and first readings',
  meter: 'Meter {{number}}',
  ownChoice:
    'Designer, builder and equipment are your own choice. We name and recommend nobody; if someone does, call the regulator’s line {{phone}}.',
}

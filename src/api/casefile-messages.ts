import type { Messages } from '#platform/i18n/index'

const conflict = 409
const missing = 404

/** What the casefile, the queue and the acceptance room say when they refuse. */
export const casefileMessages: Messages = {
  'no-such-case': {
    status: missing,
    'zh-CN': '没有这张工单，或您无权查看。',
    en: 'There is no such case, or you may not see it.',
  },
  'task-not-open': {
    status: conflict,
    'zh-CN': '这一步现在不能办理：还没有到，或已经办过。',
    en: 'This step is not open now: it has not come yet, or is done.',
  },
  'task-done': {
    status: conflict,
    'zh-CN': '这一步已由{by}办结。您填写的内容已保留，可供对照。',
    en: 'This step was already done by {by}. What you typed is kept for comparison.',
  },
  'task-taken': { status: conflict, 'zh-CN': '该工单已由{by}认领。', en: 'This task was taken by {by}.' },
  'task-not-held': { status: conflict, 'zh-CN': '请先认领。', en: 'Claim the task first.' },
  'other-use-case': { status: conflict, 'zh-CN': '这一步要办的是另一件事。', en: 'This step asks for something else.' },
  'case-suspended': {
    status: conflict,
    'zh-CN': '工单已挂起，恢复后才能办理。',
    en: 'The case is suspended; resume it first.',
  },
  'case-ended': { status: conflict, 'zh-CN': '工单已结束。', en: 'The case has ended.' },
  'case-not-ended': { status: conflict, 'zh-CN': '工单没有终止或撤销，不需要重开。', en: 'The case has not ended.' },
  'case-not-running': { status: conflict, 'zh-CN': '工单没有在流程中。', en: 'The case is not in a process.' },
  busy: {
    status: 503,
    'zh-CN': '同一工单正被频繁更新，请稍后重试，未做任何更改。',
    en: 'This case is being changed by many at once; nothing was done, try again.',
  },
  'duty-separated': {
    status: 403,
    'zh-CN': '同一工单中，这一步与您办过的另一步必须由不同的人办理。',
    en: 'One person may not do both this step and the other you did in this case.',
  },
  'signers-open': {
    status: conflict,
    'zh-CN': '还有人未会签：{names}。',
    en: 'Countersignatures are still open: {names}.',
  },
  'signer-disagrees': { status: conflict, 'zh-CN': '会签不同意：{names}。', en: 'A countersigner disagrees: {names}.' },
  'signer-is-holder': { 'zh-CN': '经办人不能给自己加签。', en: 'The holder cannot countersign for himself.' },
  'already-signer': { status: conflict, 'zh-CN': '已在会签名单中。', en: 'Already asked to countersign.' },
  'not-a-signer': { status: 403, 'zh-CN': '不在会签名单中。', en: 'Not asked to countersign.' },
  'signer-signed': { status: conflict, 'zh-CN': '{name}已经签过。', en: '{name} has already signed.' },
  'no-such-colleague': { 'zh-CN': '没有这位同事，或已停用。', en: 'There is no such colleague, or no longer active.' },
  'colleague-may-not': { 'zh-CN': '{name}没有办理此步的权限。', en: '{name} has no right to do this step.' },
  'already-holds': { status: conflict, 'zh-CN': '{name}已经是经办人。', en: '{name} already holds it.' },
  'not-an-earlier-step': {
    'zh-CN': '只能退回到此前办过的步骤。',
    en: 'A case can only go back to a step it has passed.',
  },
  'not-your-step': {
    status: 403,
    'zh-CN': '只能撤回自己刚办结的步骤。',
    en: 'Only your own last step can be taken back.',
  },
  'next-step-begun': {
    status: conflict,
    'zh-CN': '下一步已有人开始办理，不能撤回，请用退回。',
    en: 'The next step has begun; use return instead.',
  },
  'supply-already-on': {
    status: conflict,
    'zh-CN': '已接火或送电，不能退回。',
    en: 'After tie-in or energising a case cannot go back.',
  },
  'supply-to-take-apart': {
    status: conflict,
    'zh-CN': '已装表或接火：须先停电、拆除并收回电能表，才能终止。',
    en: 'Switch off, remove and take back the meter before ending the case.',
  },
  'supply-was-dismantled': {
    status: conflict,
    'zh-CN': '供电设施已拆除，请重新申请。',
    en: 'The supply was taken apart; apply anew.',
  },
  'stop-backdated': {
    'zh-CN': '停表从批准之日起算，不能倒签到 {from}。',
    en: 'A stop begins when it is approved; it cannot be back-dated to {from}.',
  },
  'unknown-stop-reason': { 'zh-CN': '没有这种停表原因。', en: 'There is no such reason.' },
  'evidence-not-in-case': {
    'zh-CN': '证明材料不在本工单中，请先上传。',
    en: 'The evidence is not in this case; upload it first.',
  },
  'approver-is-handler': {
    status: 403,
    'zh-CN': '经办人不能批准自己的停表或挂起。',
    en: 'Who handles the case may not approve its stop.',
  },
  'no-pause-asked': { status: conflict, 'zh-CN': '没有待批准的停表申请。', en: 'No stop was asked for.' },
  'already-paused': { status: conflict, 'zh-CN': '已经停表。', en: 'The clock is already stopped.' },
  'not-paused': { status: conflict, 'zh-CN': '没有停表。', en: 'The clock is not stopped.' },
  'not-suspended': { status: conflict, 'zh-CN': '工单没有挂起。', en: 'The case is not suspended.' },
  'urged-recently': {
    status: conflict,
    'zh-CN': '{hours} 小时内已催办过。',
    en: 'It was urged within the last {hours} hours.',
  },
  'already-green': { status: conflict, 'zh-CN': '已在绿色通道。', en: 'Already in the green channel.' },
  'no-such-version': { 'zh-CN': '没有第 {version} 版。', en: 'There is no version {version}.' },
  'number-needed': { 'zh-CN': '请填数字。', en: 'A number is needed.' },
  'text-needed': { 'zh-CN': '请填文字。', en: 'Text is needed.' },
  'safety-gate': {
    status: conflict,
    'zh-CN': '现在不能办理，还差 {count} 项。',
    en: 'Not possible yet: {count} conditions are missing.',
  },
  'variant-missing': { 'zh-CN': '找不到适用的流程。', en: 'No process applies.' },
  'no-variant': { 'zh-CN': '标准中没有适用的流程。', en: 'The standard names no process for such a case.' },
  'short-variant-waits': {
    status: conflict,
    'zh-CN': '短流程须等待：{waitsFor}。可先按标准流程受理。',
    en: 'The short process waits for: {waitsFor}. It can be accepted on the standard one.',
  },
  'documents-missing': { 'zh-CN': '还缺资料，这一步还不能办。', en: 'Documents are missing for this step.' },
  'document-missing': { 'zh-CN': '缺少{name}。', en: '{name} is missing.' },
  'document-not-asked': { 'zh-CN': '本业务不需要这种资料。', en: 'This kind of document is not asked for.' },
  'text-not-allowed': {
    'zh-CN': '文字中有无法保存的字符，请重新输入。',
    en: 'The text holds a character that cannot be kept; type it again.',
  },
  'file-not-uploaded': {
    'zh-CN': '这个文件没有上传成功，请重新上传。',
    en: 'This file was not uploaded; upload it again.',
  },
  'signature-code-shape': { 'zh-CN': '验证码是 6 位数字。', en: 'The code has six digits.' },
  'signature-code-not-asked': { 'zh-CN': '请先获取本步骤的签名验证码。', en: 'Ask for the code of this step first.' },
  'signature-code-run-out': { 'zh-CN': '验证码已失效，请重新获取。', en: 'The code has run out; ask for a new one.' },
  'signature-code-wrong': { 'zh-CN': '验证码不对，请核对。', en: 'The code is wrong.' },
  'signature-code-too-soon': {
    status: 429,
    'zh-CN': '验证码刚刚发送，请 {seconds} 秒后再取。',
    en: 'A code was just sent; ask again in {seconds} seconds.',
  },
  'signature-by-phone-is-the-customers': {
    'zh-CN': '手机验证码签名只能由客户本人完成。',
    en: 'Only the customer can sign by phone code.',
  },
  'one-proof-needed': {
    'zh-CN': '请上传一份有效证明，任选其一：{proofs}。',
    en: 'One valid proof is needed: {proofs}.',
  },
  'name-what-is-missing': { 'zh-CN': '请写明缺什么，一次说全。', en: 'Name everything that is missing, at once.' },
  'privacy-needed': { 'zh-CN': '请阅读并同意个人信息处理说明。', en: 'Please read and agree to the privacy notice.' },
  'unknown-unit': { 'zh-CN': '没有这个供电所。', en: 'There is no such unit.' },
  'id-shape': { 'zh-CN': '身份证号码应为 18 位。', en: 'An identity number has 18 characters.' },
  'id-birth-date': { 'zh-CN': '身份证号码中的出生日期不对。', en: 'The birth date in the identity number is wrong.' },
  'id-check-digit': {
    'zh-CN': '身份证号码校验位不对，请核对。',
    en: 'The check digit of the identity number is wrong.',
  },
  'credit-code-shape': {
    'zh-CN': '统一社会信用代码应为 18 位数字和大写字母。',
    en: 'A unified social credit code has 18 digits and capitals.',
  },
  'credit-code-check': {
    'zh-CN': '统一社会信用代码校验位不对，请核对。',
    en: 'The check character of the credit code is wrong.',
  },
  'passport-shape': { 'zh-CN': '证件号码格式不对。', en: 'The document number has the wrong form.' },
  'staff-id-shape': { 'zh-CN': '用小写字母、数字和连字符。', en: 'Use small letters, digits and hyphens.' },
  'unit-id-shape': { 'zh-CN': '用小写字母、数字和连字符。', en: 'Use small letters, digits and hyphens.' },
  'login-shape': {
    'zh-CN': '登录名为 3 至 40 位小写字母、数字。',
    en: 'A login has 3 to 40 small letters and digits.',
  },
  'unit-id-taken': { 'zh-CN': '这个编号已有单位用。', en: 'This id is taken by a unit.' },
  'staff-id-taken': { 'zh-CN': '这个编号已有人用。', en: 'This id is taken.' },
  'date-in-the-past': { 'zh-CN': '生效日期不能早于今天。', en: 'It cannot take effect in the past.' },
  'standard-unchanged': {
    status: conflict,
    'zh-CN': '与第 {version} 版内容相同，没有发布。',
    en: 'Same as version {version}; nothing was published.',
  },
  'standard-name-differs': {
    'zh-CN': '文件内的名称是 {inside}，与要发布的不一致。',
    en: 'The file itself is named {inside}.',
  },
  'standard-not-json': { 'zh-CN': '不是有效的 JSON 文件。', en: 'This is not valid JSON.' },
  'standards-faulty': { 'zh-CN': '标准文件有误，没有发布。', en: 'The standard has faults; nothing was published.' },
  'no-such-decision': { 'zh-CN': '没有发布决策表 {decision}。', en: 'The table {decision} is not published.' },
}

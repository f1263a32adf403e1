import type { Messages } from '#platform/i18n/index'

const say = (zh: string, en: string) => ({ 'zh-CN': zh, en })

/** What the reports say when they refuse. */
export const insightMessages: Messages = {
  'working-hours-refused': {
    'zh-CN': '这段时间里有年份还没有公布放假安排，或者上下班时间设置有误，工作时间算不出来。请在“标准”里补上后再看。',
    en: 'A year of this period has no published calendar, or the office hours are faulty, so working time cannot be told. Add them under Standards.',
  },
  'no-finished-case': {
    'zh-CN': '所选范围里还没有办结的工单，推演没有依据。请放宽时间或流程。',
    en: 'No case of this selection is finished, so there is nothing to rest a simulation on. Choose a longer time or another process.',
  },
  'scenario-refused': { 'zh-CN': '有情形不能推演，请逐条改好。', en: 'A scenario cannot run. Mend what is listed.' },
  'step-required-by-law': { 'zh-CN': '“{path}”不能取消：{ruleZh}。', en: '“{path}” must not be dropped: {ruleEn}.' },
  'order-required-by-law': {
    'zh-CN': '“{path}”不能与前面的步骤同时办：{ruleZh}。',
    en: '“{path}” must not be done alongside what comes before it: {ruleEn}.',
  },
  'nothing-to-do-it-alongside': say(
    '这一步前面没有可以并行的步骤：{path}。',
    'There is nothing before this step to do it alongside: {path}.',
  ),
  'unit-unknown': say('没有这个单位：{unit}。', 'No such unit: {unit}.'),
  'too-few-to-move': say(
    '要调走 {people} 人，这组只有 {there} 人。',
    '{people} people are to move; the group has {there}.',
  ),
  'too-many-runs': {
    'zh-CN': '本公司已有 {most} 个推演在运行。请等其中一个结束，或取消自己的一个。',
    en: 'Your company already has {most} runs under way. Wait for one to end, or cancel one of yours.',
  },
  'run-unknown': {
    'zh-CN': '没有这个推演。它可能已被较新的挤出，或者服务重新启动过，请重新推演。',
    en: 'No such run. Newer ones may have pushed it out, or the service was restarted; run it again.',
  },
  'saved-unknown': { 'zh-CN': '没有这份保存的推演。', en: 'No such saved what-if.' },
  'nobody-for-role': {
    'zh-CN': '“{path}”没有人办：角色 {role} 至少要 1 人。',
    en: 'Nobody does “{path}”: role {role} needs one person at least.',
  },
  'no-arrivals': {
    'zh-CN': '没有申请就没有可推演的：{path}。',
    en: 'Without applications there is nothing to simulate: {path}.',
  },
  'load-limit-below-one': {
    'zh-CN': '每人在办上限至少 1 件：{path}。',
    en: 'A person keeps one case at least: {path}.',
  },
  'task-unknown': { 'zh-CN': '这个流程里没有步骤 {path}。', en: 'This process has no step {path}.' },
  'nothing-finished': {
    'zh-CN': '在这段时间里没有一件办得完：{path}。多半是人太少，或者申请太多。',
    en: 'Not one case is finished in this time: {path}. Most likely there are too few people, or too many applications.',
  },
  'staff-unknown': { 'zh-CN': '没有这组人员：{path}。', en: 'No such group of staff: {path}.' },
  'not-a-count': {
    'zh-CN': '人数是 0 到 200 的整数：{path}。',
    en: 'A number of people is a whole number from 0 to 200: {path}.',
  },
  'shares-not-one': { 'zh-CN': '占比在 0 到 1 之间：{path}。', en: 'A share lies between 0 and 1: {path}.' },
  'calendar-missing': {
    'zh-CN': '这一年的放假安排还没有公布。',
    en: 'The calendar of this year is not published.',
  },
  'not-a-shift': { 'zh-CN': '上班时间要早于下班时间。', en: 'A shift must open before it closes.' },
  'settles-own-work': say(
    '自己办过的事不能自己认定，请由别的审计员认定。',
    'You did some of this work yourself; another auditor must settle it.',
  ),
  'no-such-fact': say('工单里没有第 {seq} 条事实。', 'The case has no fact {seq}.'),
  'event-log-refused': say(
    '日志有误，没有导入。下面列出每一处，改好再试。共 {faultCount} 处。',
    'The log has faults and was not imported. Mend each one listed; {faultCount} in all.',
  ),
  'empty-log': say('日志里没有事件。', 'The log has no events.'),
  'model-refused': say('模型不能用来比较。', 'The model cannot be compared with.'),
  'alignment-failed': say(
    '有的工单找不到最优对齐，搜索太大。',
    'For some cases no optimal alignment was found; the search grew too large.',
  ),
  'broken-xml': say('XML 不完整：{message}', 'Broken XML: {message}'),
  'unreadable-timestamp': say('时间“{text}”读不懂。', 'The time “{text}” cannot be read.'),
  'mixed-time-zones': say('有的时间带时区，有的不带。', 'Some times name a zone and some do not.'),
  'file-cut-short': say('文件不完整：{message}', 'The file is cut short: {message}'),
  'event-without-time': say('这一行没有时间。', 'This event has no time.'),
  'event-without-name': say('这一行没有环节名。', 'This event has no activity.'),
  'event-without-case': say('这一行没有工单编号。', 'This event names no case.'),
  'case-without-name': say('这个工单没有编号。', 'This case has no name.'),
  'element-out-of-place': say('元素放错了地方。', 'This element is out of place.'),
  'wrong-number-of-cells': say(
    '这一行有 {found} 格，应有 {wanted} 格。',
    'This row has {found} cells instead of {wanted}.',
  ),
  'quote-not-closed': say('引号没有配对。', 'A quotation mark is not closed.'),
  'not-an-event-log': say('这不是 XES 事件日志。', 'This is no XES event log.'),
  'column-missing': say(
    '缺少一列，请指明哪一列是工单编号、环节、时间。',
    'A column is missing: say which one tells the case, the activity and the time.',
  ),
  'attribute-without-key': say('属性没有名字。', 'An attribute has no key.'),
  'nested-too-deep': say('嵌套太深。', 'Nested too deep.'),
  'too-large': say('模型太大。', 'The model is too large.'),
  'unbounded-net': say('网里的令牌会无限增多。', 'The net has no bound.'),
  'model-cannot-finish': say('模型走不到终点。', 'The model cannot finish.'),
  'not-a-process': say('文件里没有流程。', 'The file has no process.'),
  'not-a-petri-net': say('这不是 PNML 模型。', 'This is no PNML model.'),
  'no-initial-marking': say('没有初始标识。', 'There is no initial marking.'),
  'no-final-marking': say('没有终止标识。', 'There is no final marking.'),
  'node-without-id': say('有节点没有编号。', 'A node has no id.'),
  'node-told-twice': say('这个节点出现两次。', 'This node is told twice.'),
  'node-not-connected': say('这个节点没有连上。', 'This node is not connected.'),
  'flow-to-nowhere': say('这条线没有连到节点。', 'This flow leads nowhere.'),
  'arc-to-nowhere': say('这条弧没有连到节点。', 'This arc leads nowhere.'),
  'arc-kind-not-supported': say('不支持这种弧。', 'This kind of arc is not supported.'),
  'arc-between-like-nodes': say('弧两端是同类节点。', 'The arc joins two nodes of one kind.'),
  'element-not-supported': say('不支持这种元素。', 'This kind of element is not supported.'),
  'final-marking-of-no-place': say('终止标识里的库所不存在。', 'The final marking names no place of the net.'),
  'not-a-token-count': say('令牌数不是整数。', 'The number of tokens is no whole number.'),
  'final-marking-too-large': say('模型太大，走不完。', 'The model is too large to be searched.'),
  'final-marking-unreachable': say('模型走不到终点。', 'The final marking cannot be reached.'),
  'alignment-too-large': say('这个工单的搜索太大。', 'The search for this case grew too large.'),
  'alignment-unreachable': say('这个工单走不到终点。', 'The final marking cannot be reached for this case.'),
}

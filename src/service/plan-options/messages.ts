import type { Messages } from '#platform/i18n/index'

const say = (zh: string, en: string) => ({ 'zh-CN': zh, en })

/** Why no plans can be drafted from the network. */
export const planOptionsMessages: Messages = {
  'plan.capacityBeyondRules': say(
    '容量 {value} {unit} 超过本电压等级的上限 {limit} {unit}。',
    'The capacity of {value} {unit} is beyond the {limit} {unit} of this voltage.',
  ),
  'plan.noRoute': say('“{point}”到客户之间找不到路径。', 'There is no route from “{point}” to the customer.'),
  'request.faulty': say('方案要求有误。', 'The request for plans has faults.'),
  'conductor.none': say('导线目录里没有能带这个负荷的型号。', 'The catalogue has no conductor for this load.'),
}

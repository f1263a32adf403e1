import type { Messages } from '#platform/i18n/index'

const say = (zh: string, en: string) => ({ 'zh-CN': zh, en })

/** Why no plans can be drafted from the network. */
export const planOptionsMessages: Messages = {
  'no-survey-position': say(
    '勘查记录没有定位，算不出接入点。请补勘查定位。',
    'The survey has no position, so no access point can be found.',
  ),
  'present-source-needed': say(
    '增容先看原电源：请填现在的线路、接入点和容量。',
    'An increase begins with the present source: give feeder, point and capacity.',
  ),
  'plan.capacityBeyondRules': say(
    '容量 {value} {unit} 超过本电压等级的上限 {limit} {unit}。',
    'The capacity of {value} {unit} is beyond the {limit} {unit} of this voltage.',
  ),
  'plan.noRoute': say('“{point}”到客户之间找不到路径。', 'There is no route from “{point}” to the customer.'),
  'request.faulty': say('方案要求有误。', 'The request for plans has faults.'),
  'conductor.none': say('导线目录里没有能带这个负荷的型号。', 'The catalogue has no conductor for this load.'),
}

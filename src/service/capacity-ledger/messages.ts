import type { Messages } from '#platform/i18n/index'

const say = (zh: string, en: string) => ({ 'zh-CN': zh, en })

/** What the capacity ledger says when it refuses. */
export const ledgerMessages: Messages = {
  'ledger.noCapacity': say(
    '容量不够：方案要占的地方已经没有这么多可开放容量。可以换一个接入点、先办好负荷转供并更新电网，或者让客户排队：空出来按申请时间先后轮到。',
    'There is not that much open capacity where the plan takes it. Choose another access point, carry out the load transfer and update the network, or let the customer wait: what comes free goes by the time of application.',
  ),
  'ledger.kvaLacking': say(
    '“{name}”要 {asked} kVA，只剩 {left} kVA。',
    '“{name}”: {asked} kVA asked for, {left} kVA left.',
  ),
  'ledger.baysLacking': say(
    '“{name}”要 {asked} 个间隔，只剩 {left} 个。',
    '“{name}”: {asked} bays asked for, {left} left.',
  ),
  'ledger.roomThere': say(
    '这里现在有容量，不用排队，请直接答复供电方案。',
    'There is capacity here now, so nothing to wait for: reply the plan.',
  ),
  'ledger.placesUnknown': say(
    '电网里没有方案写的线路和接入点，无处排队。请核对名称。',
    'The network knows none of the places the plan names, so there is no queue to wait in. Check the names.',
  ),
  'ledger.tooLate': say('新的期限要晚于现在的期限。', 'The new last day must be later than the present one.'),
  'ledger.wrongState': say('这笔预留现在不能这样办。', 'The reservation does not stand so that this can be done.'),
  'ledger.known': say('这笔预留已经登记过。', 'This reservation is already in the ledger.'),
  'ledger.unknown': say('台账里没有这笔预留。', 'The ledger has no such reservation.'),
  'ledger.amountNotPositive': say('预留的数量要大于零。', 'The amount reserved must be more than nothing.'),
}

import type { Messages } from '#platform/i18n/index'

const say = (zh: string, en: string) => ({ 'zh-CN': zh, en })

/** What the capacity ledger says when it refuses. */
export const ledgerMessages: Messages = {
  'ledger.noCapacity': say(
    '容量不够：方案要占的地方已经没有这么多可开放容量。请换一个接入点，或先办好负荷转供并更新电网。',
    'There is not that much open capacity where the plan takes it. Choose another access point, or carry out the load transfer and update the network first.',
  ),
  'ledger.earlierWaits': say(
    '同一处有更早申请的客户在排队，轮到他先用。',
    'A customer who applied earlier waits for the same capacity and comes first.',
  ),
  'ledger.tooLate': say(
    '预留的期限已过，或者已过可以延长的最后日子。',
    'The reservation has run out, or the last day for extending it has passed.',
  ),
  'ledger.wrongState': say('这笔预留现在不能这样办。', 'The reservation does not stand so that this can be done.'),
  'ledger.known': say('这笔预留已经登记过。', 'This reservation is already in the ledger.'),
  'ledger.unknown': say('台账里没有这笔预留。', 'The ledger has no such reservation.'),
  'ledger.amountNotPositive': say('预留的数量要大于零。', 'The amount reserved must be more than nothing.'),
}

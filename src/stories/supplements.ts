import type { StoryCustomer } from './customers.ts'
import { uploadPaper } from './paper.ts'
import type { Player } from './player.ts'

/** The customer hands in everything the supplement list still names. */
export async function handInSupplements(
  player: Player,
  customer: StoryCustomer,
  until?: readonly string[],
): Promise<void> {
  const view = (await player.call('GET', `/api/v1/my/cases/${player.case.caseId}`, undefined, customer.phone)) as {
    supplements: { document: string; nameZh: string; neededBy: string }[]
  }
  const wanted = view.supplements.filter((entry) => until === undefined || until.includes(entry.neededBy))
  if (wanted.length === 0) return
  const documents = []
  for (const { document, nameZh } of wanted) {
    documents.push({
      document,
      file: await uploadPaper(player, customer.phone, nameZh, [customer.name, customer.address]),
    })
  }
  await player.verb(customer.phone, 'supply-supplement', { documents })
}

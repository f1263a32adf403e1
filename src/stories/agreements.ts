import type { StoryCustomer } from './customers.ts'
import { dispatchAgreement } from './passages.ts'
import type { Player } from './player.ts'

/** The dispatch agreement, where the customer's station is under the dispatcher's command. */
export async function dispatchAgreementIfAsked(player: Player, customer: StoryCustomer): Promise<void> {
  if (player.case.openTasks.some((task) => task.useCase === 'sign-dispatch-agreement')) {
    await dispatchAgreement(player, customer)
  }
}

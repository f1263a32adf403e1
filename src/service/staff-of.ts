import type { StaffActor } from '#casefile'
import { type RequestContext, throwRefusal } from '#platform/http/index'

/** The employee who asks; the rights table lets nobody else through. */
export function staffOf({ actor }: RequestContext): StaffActor {
  return actor?.kind === 'staff' ? actor : throwRefusal({ code: 'no-right' })
}

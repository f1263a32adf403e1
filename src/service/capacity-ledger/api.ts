import { oc } from '@orpc/contract'
import { z } from 'zod'

const tags = ['network']
const get = (path: `/${string}`, summary: string) => oc.route({ method: 'GET', path, tags, summary })
const View = (description: string) => z.looseObject({}).describe(description)
const Words = z.string().trim().max(100)

/** What of the ledger is shown: all that stands, one kind of it, what runs out soon, what has ended, what is absorbed. */
export const reservationLists = ['standing', 'queue', 'reserved', 'expiring', 'energised', 'absorbed', 'ended'] as const
export type ReservationList = (typeof reservationLists)[number]

export const capacityContract = {
  list: get('/network/reservations', 'Who waits for capacity and who holds what, earliest applicant first')
    .input(
      z.object({
        list: z.enum(reservationLists).default('standing'),
        place: Words.optional().describe('words of the name of a feeder, transformer or unit'),
        search: Words.optional().describe('case number, customer or address'),
        caseId: z.string().max(60).optional(),
        after: z.string().max(400).optional(),
        limit: z.coerce.number().int().min(1).max(200).default(50),
      }),
    )
    .output(View('ReservationPage')),
  history: get('/network/reservations/history', 'Every decision of the ledger about one reservation, in its order')
    .input(z.object({ reservation: z.string().min(1).max(100) }))
    .output(z.object({ entries: z.array(View('LedgerEntry')) })),
}

import { useTranslation } from 'react-i18next'
import type { ReservationRow } from '#service/capacity-ledger/show-reservations'
import type { LedgerEntry } from '#service/capacity-ledger/store'
import { usePeople } from '../../data/queries.ts'
import { Dialog } from '../../parts/Dialog.tsx'
import { Failure } from '../../parts/Failure.tsx'
import { ScrollRegion } from '../../parts/ScrollRegion.tsx'
import { Skeleton } from '../../parts/Skeleton.tsx'
import { useDates } from '../../words/dates.ts'
import { useList } from '../../words/list-words.ts'
import { fill } from '../../words/room-words.ts'
import { amountWords, placeWords } from './place-words.ts'
import { type ReservationTexts, useHistory, useReservationTexts } from './use-reservations.ts'

interface HistoryDialogProps {
  readonly row: ReservationRow
  readonly onClose: () => void
}

/** Every decision of the ledger about one reservation, in its order: what, when, by whom. */
export function HistoryDialog({ row, onClose }: HistoryDialogProps) {
  const { t } = useTranslation('desk')
  const texts = useReservationTexts()
  const dates = useDates()
  const list = useList()
  const history = useHistory(row.id)
  const { data: people } = usePeople()
  const whoOf = (actor: string) => {
    const [kind, id = ''] = actor.split(':')
    if (kind === 'staff') return people?.staff.find(({ staffId }) => staffId === id)?.name ?? id
    return kind === 'customer' ? texts.customer : texts.system
  }
  return (
    <Dialog title={`${texts.historyOf}${row.case ? ` · ${row.case.customerName}` : ''}`} onClose={onClose} wide>
      {history.isPending && <Skeleton lines={4} label={t('loading')} />}
      {history.isError && <Failure error={history.error} retry={() => void history.refetch()} />}
      {history.data && (
        <ScrollRegion className="table-scroll" label={texts.historyOf}>
          <table className="table">
            <thead>
              <tr>
                <th scope="col">{texts.historyColumn.at}</th>
                <th scope="col">{texts.historyColumn.what}</th>
                <th scope="col">{texts.historyColumn.who}</th>
              </tr>
            </thead>
            <tbody>
              {history.data.entries.map(({ seq, recordedAt, actor, fact }) => (
                <tr key={seq}>
                  <td className="date">
                    {dates.plain(recordedAt)} {dates.time(recordedAt)}
                  </td>
                  <td>{factWords(fact, texts, list)}</td>
                  <td>{whoOf(actor)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </ScrollRegion>
      )}
    </Dialog>
  )
}

function factWords(
  fact: LedgerEntry['fact'],
  texts: ReservationTexts,
  list: (words: readonly string[]) => string,
): string {
  const amounts = 'amounts' in fact ? fact.amounts : []
  const takes = amounts.map((amount) => {
    const { kind, name } = placeWords(amount.place, texts)
    return `${kind} ${name} ${amountWords(amount, texts)}`
  })
  const places = 'places' in fact ? fact.places.map((place) => placeWords(place, texts).name) : []
  return fill(texts.facts[fact.type], { ...fact, takes: list(takes), places: list(places) }).trim()
}

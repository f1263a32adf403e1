import type { NetworkVersion } from '#service/network/network-version'
import { usePeople } from '../data/queries.ts'
import { useMe } from '../data/use-me.ts'
import { Dialog } from '../parts/Dialog.tsx'
import { useDates } from '../words/dates.ts'
import { useNetworkTexts } from './use-network-texts.ts'

interface VersionsDialogProps {
  readonly versions: readonly NetworkVersion[]
  readonly inForce: number | undefined
  readonly onClose: () => void
}

/** Every import, newest first; none is ever changed. */
export function VersionsDialog({ versions, inForce, onClose }: VersionsDialogProps) {
  const texts = useNetworkTexts()
  const { today } = useMe()
  const dates = useDates()
  const { data: people } = usePeople()
  const nameOf = (by: string) => {
    const [kind, id = ''] = by.split(':')
    if (kind !== 'staff') return texts.bySystem
    return people ? (people.staff.find((person) => person.staffId === id)?.name ?? id) : ''
  }
  return (
    <Dialog title={texts.versions} onClose={onClose} wide>
      <table className="table">
        <thead>
          <tr>
            <th scope="col">{texts.version}</th>
            <th scope="col">{texts.effectiveFrom}</th>
            <th scope="col">{texts.importedAt}</th>
            <th scope="col">{texts.importedBy}</th>
          </tr>
        </thead>
        <tbody>
          {versions.toReversed().map((each) => (
            <tr key={each.version}>
              <td>
                {each.version} {each.version === inForce && <span className="tag accent">{texts.isInForce}</span>}
                {each.effectiveFrom > today && <span className="tag">{texts.isToCome}</span>}
              </td>
              <td className="date">{each.effectiveFrom}</td>
              <td className="date">{dates.instant(each.importedAt)}</td>
              <td>{nameOf(each.importedBy)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Dialog>
  )
}

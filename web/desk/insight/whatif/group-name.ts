import type { WhatIfBasis } from '#service/insight/what-if/what-if-basis'
import { usePeople } from '../../data/queries.ts'
import { useCaseWords } from '../../words/case-words.ts'
import { fill } from '../../words/room-words.ts'
import { useWhatIfTexts } from './use-what-if.ts'

/** What a group of people is called: its roles, the first two by name, and its unit where it has one. */
export function useGroupName({ staff }: Pick<WhatIfBasis, 'staff'>): (group: string) => string {
  const texts = useWhatIfTexts()
  const words = useCaseWords()
  const { data: people } = usePeople()
  return (group) => {
    const { roles, unitId } = staff.find(({ name }) => name === group) ?? partsOf(group)
    const shown = roles.slice(0, 2).map(words.role).join(' + ')
    const name = roles.length > 2 ? `${shown} +${roles.length - 2}` : shown
    if (unitId === null) return name
    const unit = people?.units.find((each) => each.unitId === unitId)?.name ?? unitId
    return fill(texts.ofUnit, { unit, group: name })
  }
}

/** Of a group that nobody is in today, which a move makes: roles and unit as its name has them, `clerk+cashier of chengguan`. */
export function partsOf(group: string): Pick<WhatIfBasis['staff'][number], 'roles' | 'unitId'> {
  const [roles = '', unitId = null] = group.split(' of ')
  return { roles: roles.split('+'), unitId }
}

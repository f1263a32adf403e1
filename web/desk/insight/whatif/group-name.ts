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
    const found = staff.find(({ name }) => name === group)
    const roles = found?.roles ?? group.split('+')
    const shown = roles.slice(0, 2).map(words.role).join(' + ')
    const name = roles.length > 2 ? `${shown} +${roles.length - 2}` : shown
    if (!found?.unitId) return name
    const unit = people?.units.find(({ unitId }) => unitId === found.unitId)?.name ?? found.unitId
    return fill(texts.ofUnit, { unit, group: name })
  }
}

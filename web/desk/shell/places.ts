import type { StaffRole } from '#casefile/actor'

/** A place of the desk: where it is, what it needs, the key that leads there after `G`. */
export interface Place {
  readonly key: 'inbox' | 'team' | 'cases' | 'overview' | 'network' | 'insight' | 'people' | 'standards'
  readonly path: string
  readonly letter: string
  /** Undefined: every role. */
  readonly roles?: readonly StaffRole[]
  /** On a grid of 20. */
  readonly icon: string
}

const everyPlace: readonly Place[] = [
  { key: 'inbox', path: '/inbox', letter: 'I', icon: 'M3 12l2.5-7h9L17 12v4H3zM3 12h4l1 2h4l1-2h4' },
  {
    key: 'team',
    path: '/inbox?queue=team',
    letter: 'T',
    roles: ['manager'],
    icon: 'M7 9a2.5 2.5 0 100-5 2.5 2.5 0 000 5zM2.5 16c0-3 2-4.5 4.5-4.5s4.5 1.5 4.5 4.5M13 9.5a2 2 0 100-4M14 11.6c2 .2 3.5 1.6 3.5 4.4',
  },
  { key: 'cases', path: '/cases', letter: 'C', icon: 'M5 3h7l3 3v11H5zM12 3v3h3M8 10h5M8 13h5' },
  {
    key: 'network',
    path: '/network',
    letter: 'N',
    icon: 'M10 3v14M6 6h8M4.5 9.5h11M7 17l3-7 3 7',
  },
  {
    key: 'overview',
    path: '/overview',
    letter: 'O',
    roles: ['manager', 'auditor', 'administrator'],
    icon: 'M3 17h14M5.5 17v-5M10 17V5M14.5 17V9',
  },
  {
    key: 'insight',
    path: '/insight',
    letter: 'H',
    roles: ['manager', 'auditor', 'administrator'],
    icon: 'M5 6.5a2 2 0 100-4 2 2 0 000 4zM15 12a2 2 0 100-4 2 2 0 000 4zM6 17.5a2 2 0 100-4 2 2 0 000 4zM6.5 6l7 3M13.5 11.5l-6 3M5 6.5l.8 7',
  },
  {
    key: 'people',
    path: '/people',
    letter: 'P',
    icon: 'M10 9.5a3 3 0 100-6 3 3 0 000 6zM4 17c0-3.5 2.6-5.5 6-5.5s6 2 6 5.5',
  },
  {
    key: 'standards',
    path: '/standards',
    letter: 'S',
    icon: 'M4 4.5c2-1 4-1 6 .5v11.5c-2-1.5-4-1.5-6-.5zM16 4.5c-2-1-4-1-6 .5v11.5c2-1.5 4-1.5 6-.5z',
  },
]

/** The places a person's roles can use; nothing else is shown. */
export function placesFor(roles: readonly StaffRole[]): readonly Place[] {
  return everyPlace.filter((place) => place.roles === undefined || place.roles.some((role) => roles.includes(role)))
}

/** Which place a page belongs to, by its path and query. */
export function placeOf(path: string, search: string, places: readonly Place[]): Place['key'] | undefined {
  if (path.startsWith('/inbox')) {
    const isTeam = new URLSearchParams(search).get('queue') === 'team'
    return isTeam && places.some((place) => place.key === 'team') ? 'team' : 'inbox'
  }
  return places.find((place) => path === place.path || path.startsWith(`${place.path}/`))?.key
}

/** Line icons on a 24 grid; each stands beside a word, never alone. */
const paths = {
  check: 'm4 12.5 5 5L20 6.5',
  back: 'm15 5-7 7 7 7',
  forward: 'm9 5 7 7-7 7',
  up: 'm5 15 7-7 7 7',
  down: 'm5 9 7 7 7-7',
  person: 'M12 12a4 4 0 1 0 0-8 4 4 0 0 0 0 8ZM4 21c.6-4.2 3.8-6 8-6s7.4 1.8 8 6',
  home: 'M4 11 12 4l8 7M6 10v10h12V10M10 20v-6h4v6',
  factory: 'M4 21V10l5 3v-3l5 3V5h4v16ZM8 17h1.5M13 17h1.5',
  shop: 'M4 9h16M5 9 6.5 4h11L19 9M5 9v11h14V9M9 20v-6h6v6',
  more: 'M12 20V6M6 11l6-6 6 6M4 20h16',
  crane: 'M7 21V4h12M7 8h4M7 4l4 4M4 21h6M17 4v6m-2 0h4v4h-4z',
  solar: 'M8 10h12l-2 9H5zM7 14.5h12M13.5 10l-1.5 9M3 5l2 1M6 3v2M3 9h1.5',
  charge:
    'M5 21V5a1.5 1.5 0 0 1 1.5-1.5h6A1.5 1.5 0 0 1 14 5v16M4 21h11M14 12h2a1.5 1.5 0 0 1 1.5 1.5V17a1.5 1.5 0 0 0 3 0V9l-2.5-2.5M10 8l-2 4h3l-2 4',
  swap: 'M4 8h13l-3-3M20 16H7l3 3',
  clock: 'M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18ZM12 7v5l3.5 2',
  pause: 'M8 5v14M16 5v14',
  play: 'M7 4.5v15l12-7.5z',
  phone:
    'M5 4h4l1.5 5L8 10.5a12 12 0 0 0 5.5 5.5l1.5-2.5 5 1.5v4a1.5 1.5 0 0 1-1.5 1.5A16.5 16.5 0 0 1 3.5 5.5 1.5 1.5 0 0 1 5 4z',
  message: 'M4 5h16v11H9l-5 4z',
  file: 'M6 3h8l4 4v14H6zM14 3v4h4M9 12h6M9 16h6',
  fileMissing: 'M6 3h8l4 4v14H6zM14 3v4h4M12 11v6M9 14h6',
  camera: 'M4 8h3l1.5-3h7L17 8h3v11H4zM12 17a3.5 3.5 0 1 0 0-7 3.5 3.5 0 0 0 0 7Z',
  pin: 'M12 21s7-6.2 7-11.5a7 7 0 0 0-14 0C5 14.8 12 21 12 21ZM12 12a2.5 2.5 0 1 0 0-5 2.5 2.5 0 0 0 0 5Z',
  pen: 'm4 20 1-4L16 5l3 3L8 19zM14 7l3 3',
  remove: 'M6 6l12 12M18 6 6 18',
  add: 'M12 5v14M5 12h14',
  warning: 'M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18ZM12 7.5v6M12 16.5v.1',
  info: 'M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18ZM12 11v5.5M12 7.5v.1',
  no: 'M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18ZM5.8 5.8l12.4 12.4',
  search: 'M11 18a7 7 0 1 0 0-14 7 7 0 0 0 0 14ZM16 16l5 5',
  globe: 'M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18ZM3 12h18M12 3c3 3 3 15 0 18M12 3c-3 3-3 15 0 18',
  bolt: 'M13 3 5 14h6l-1 7 8-11h-6z',
  calendar: 'M4 6h16v14H4zM4 10h16M8 3v4M16 3v4',
  out: 'M10 4H5v16h5M14 8l4 4-4 4M18 12H9',
} as const

export type IconName = keyof typeof paths

export function Icon({ name, small = false }: { readonly name: IconName; readonly small?: boolean }) {
  return (
    <svg
      className={small ? 'ui-icon ui-icon-small' : 'ui-icon'}
      viewBox="0 0 24 24"
      aria-hidden="true"
      focusable="false"
    >
      <path d={paths[name]} />
    </svg>
  )
}

const drawings = {
  today: 'M4 11 12 4l8 7v9h-5v-6H9v6H4z',
  ask: 'M4 5h16v11h-8l-5 4v-4H4zM9.8 9a2.2 2.2 0 1 1 3.2 2c-.7.4-1 .7-1 1.3m0 1.6v.1',
  network:
    'M3 18a2 2 0 1 0 4 0 2 2 0 1 0-4 0M10 6a2 2 0 1 0 4 0 2 2 0 1 0-4 0M17 18a2 2 0 1 0 4 0 2 2 0 1 0-4 0M6 16.2 11 7.8m2 0 5 8.4M7 18h10',
  calendar: 'M4 6h16v14H4zM4 10.5h16M8 3.5V8m8-4.5V8',
  people:
    'M5.8 8a3.2 3.2 0 1 0 6.4 0 3.2 3.2 0 1 0-6.4 0M3 20c0-3.5 2.5-5.5 6-5.5s6 2 6 5.5M15.5 5.2a3.2 3.2 0 0 1 0 6M17.5 15c2.2.6 3.5 2.4 3.5 5',
  building: 'M4 20V9l8-5 8 5v11zM10 20v-5h4v5M8 11h.1m7.9 0h.1M12 9.5h.1',
  more: 'M5 12h.1M12 12h.1M19 12h.1',
  search: 'M4 10.5a6.5 6.5 0 1 0 13 0 6.5 6.5 0 1 0-13 0M15.5 15.5 20 20',
  close: 'M6 6l12 12M18 6 6 18',
  check: 'M4.5 12.5 10 18 19.5 7',
  help: 'M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18zM12 7.5v5.5m0 3v.1',
  phone: 'M6 3.5h3l1.5 4.5-2 1.5a11 11 0 0 0 6 6l1.5-2 4.5 1.5v3c0 1-1 2-2 2C11 20 4 13 4 5.5c0-1 1-2 2-2z',
  mail: 'M3.5 6h17v12h-17zM4 7l8 6 8-6',
  clock: 'M12 20.5a8.5 8.5 0 1 0 0-17 8.5 8.5 0 0 0 0 17zM12 7.5V12l3 2',
  place: 'M12 21c4-4.5 6.5-7.7 6.5-11a6.5 6.5 0 0 0-13 0c0 3.3 2.5 6.5 6.5 11zM10 10a2 2 0 1 0 4 0 2 2 0 1 0-4 0',
  link: 'M10 14a4 4 0 0 0 5.7 0l3-3a4 4 0 0 0-5.7-5.7l-1 1M14 10a4 4 0 0 0-5.7 0l-3 3A4 4 0 0 0 11 18.7l1-1',
  print: 'M7 9V4h10v5M7 17H4V9h16v8h-3M7 14h10v6H7z',
  copy: 'M9 9h11v11H9zM5 15H4V4h11v1',
  next: 'M9 5l7 7-7 7',
  back: 'M15 5l-7 7 7 7',
  add: 'M12 5v14M5 12h14',
  edit: 'M4 20l1-4.5L16 4.5l3.5 3.5L8.5 19z',
  file: 'M6 3.5h8l4 4V20.5H6zM14 3.5v4h4',
  lock: 'M5 11h14v9H5zM8 11V8a4 4 0 0 1 8 0v3',
  undo: 'M8 5 4 9l4 4M4 9h10a5 5 0 0 1 0 10h-4',
  out: 'M14 4h6v6M20 4l-9 9M18 14v6H4V6h6',
  leaf: 'M5 19c0-9 5-14 15-14 0 10-5 15-13 13M5 19l7-7',
  star: 'M12 4l2.4 5.2 5.6.6-4.2 3.8 1.2 5.6-5-2.9-5 2.9 1.2-5.6L4 9.8l5.6-.6z',
} as const

export type IconName = keyof typeof drawings

export const isIcon = (name: string): name is IconName => Object.hasOwn(drawings, name)
export const iconNames = Object.keys(drawings) as IconName[]

/** A small drawing beside a word. Without `label` it is not heard; with one it stands on its own. */
export const Icon = ({ name, label }: { name: IconName; label?: string | undefined }) =>
  label ? (
    <svg class="icon" viewBox="0 0 24 24" role="img" aria-label={label}>
      <path d={drawings[name]} />
    </svg>
  ) : (
    <svg class="icon" viewBox="0 0 24 24" aria-hidden="true">
      <path d={drawings[name]} />
    </svg>
  )

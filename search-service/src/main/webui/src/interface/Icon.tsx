/** Line drawings of the interface, 20 by 20; always beside or inside something that has a name. */
const paths = {
  search: 'M9 3.5a5.5 5.5 0 1 1 0 11 5.5 5.5 0 0 1 0-11Zm4 9.5 4 4',
  close: 'M5 5l10 10M15 5 5 15',
  plus: 'M10 4v12M4 10h12',
  minus: 'M4 10h12',
  left: 'M12.5 4.5 7 10l5.5 5.5',
  right: 'M7.5 4.5 13 10l-5.5 5.5',
  down: 'M4.5 7.5 10 13l5.5-5.5',
  up: 'M4.5 12.5 10 7l5.5 5.5',
  sliders: 'M3 6h6M13 6h4M11 4v4M3 14h2M9 14h8M7 12v4',
  find: 'M4 3.5h9M4 7.5h5M4 11.5h3M12 9.5a3 3 0 1 1 0 6 3 3 0 0 1 0-6Zm2.2 5.2 2.8 2.8',
  flag: 'M5 17.5v-15h9.5l-2 4 2 4H5',
  pencil: 'M3.5 16.5l.9-3.6 9-9 2.7 2.7-9 9zM12 5.3l2.7 2.7',
  copy: 'M7 7h9.5v9.5H7zM13 4V3.5H3.5V13H4',
  quote:
    'M4 14.5c2-.5 3-2 3-4.5H4V5h5v5c0 3-1.8 5-4.5 5.8M12 14.5c2-.5 3-2 3-4.5h-3V5h5v5c0 3-1.8 5-4.5 5.8',
  download: 'M10 3v10M5.5 9l4.5 4.5L14.5 9M4 17h12',
  page: 'M5 2.5h10v15H5z',
  width: 'M2.5 5v10M17.5 5v10M5 10h10M7 7.5 4.5 10 7 12.5M13 7.5l2.5 2.5-2.5 2.5',
  link: 'M8.5 11.5a3 3 0 0 0 4.3 0l2.9-2.9a3 3 0 0 0-4.3-4.3l-1 1M11.5 8.5a3 3 0 0 0-4.3 0l-2.9 2.9a3 3 0 0 0 4.3 4.3l1-1',
  info: 'M10 2.5a7.5 7.5 0 1 1 0 15 7.5 7.5 0 0 1 0-15ZM10 9v5M10 6v.6',
  filter: 'M3 5h14M6 10h8M8.5 15h3',
  person: 'M10 3a3.2 3.2 0 1 1 0 6.4A3.2 3.2 0 0 1 10 3ZM3.8 17c.6-3.4 3-5 6.2-5s5.6 1.6 6.2 5',
  half: 'M10 2.5a7.5 7.5 0 1 1 0 15 7.5 7.5 0 0 1 0-15ZM10 2.5v15M10 6h4M10 10h7M10 14h4',
  crosshair: 'M10 2.5v4M10 13.5v4M2.5 10h4M13.5 10h4M10 6.5a3.5 3.5 0 1 1 0 7 3.5 3.5 0 0 1 0-7Z',
} as const;

export type IconName = keyof typeof paths;

export function Icon({ name }: { name: IconName }) {
  return (
    <svg class="icon" viewBox="0 0 20 20" width="20" height="20" aria-hidden="true">
      <path d={paths[name]} />
    </svg>
  );
}

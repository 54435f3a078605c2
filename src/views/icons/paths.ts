// The lab's own small set of icons, drawn as strokes on a field of 20 by 20. `d` is stroked; `fill` is filled.
// One idea an icon, and never the only sign of anything: a word stands beside each, or names it for a screen reader.

type Drawing = { readonly d?: string; readonly fill?: string };

const circle = (x: number, y: number, r: number): string =>
  `M${x - r} ${y}a${r} ${r} 0 1 0 ${2 * r} 0a${r} ${r} 0 1 0 ${-2 * r} 0z`;

export const ICONS = {
  play: { fill: 'M6 3.6v12.8L16.5 10z' },
  pause: { fill: 'M5.5 4h3.4v12H5.5zM11.1 4h3.4v12h-3.4z' },
  step: { fill: 'M4.5 4v12l8-6zM13.3 4h2.4v12h-2.4z' },
  back: { fill: 'M15.5 4v12l-8-6zM4.3 4h2.4v12H4.3z' },
  start: { d: 'M4.5 4.5v11M15.5 5l-7 5 7 5z' },
  undo: { d: 'M7.5 4.5 4 8l3.5 3.5M4 8h7.5a4 4 0 0 1 0 8H8' },
  redo: { d: 'M12.5 4.5 16 8l-3.5 3.5M16 8H8.5a4 4 0 0 0 0 8H12' },
  reset: { d: 'M15.2 8.2A5.8 5.8 0 1 1 10 4.2h3.5M11.2 1.5l2.6 2.7-2.6 2.7' },
  crash: { d: 'M5 5l10 10M15 5L5 15' },
  'pause-node': { fill: 'M5.5 4.5h3v11h-3zM11.5 4.5h3v11h-3z' },
  slow: { d: `${circle(10, 10, 6.5)}M10 6v4l2.8 2` },
  cut: { d: 'M1.5 11H6M6 11l6.5-4.5M14 11h4.5', fill: circle(6, 11, 1.6) + circle(13.6, 11, 1.6) },
  delay: { d: `${circle(10, 10, 6.5)}M10 5.8V10l3 2.2` },
  lose: { d: 'M1.5 10h2.5M6.5 10H9M12 6.5l6 7M18 6.5l-6 7' },
  burst: { d: 'M1.5 10h2l2-5 3 10 3-10 3 10 2-5h2' },
  drop: { d: 'M2 10h5M10.5 6.5l7 7M17.5 6.5l-7 7', fill: circle(4.5, 10, 2) },
  hold: { d: 'M6.5 4H4v12h2.5M13.5 4H16v12h-2.5', fill: circle(10, 10, 2.6) },
  ping: { d: 'M3 7h11M11 4l3 3-3 3M17 13H6M9 10l-3 3 3 3' },
  heal: { d: 'M1.5 10H6M14 10h4.5M6 10h8', fill: circle(6, 10, 2) + circle(14, 10, 2) },
  restart: { d: 'M10 3v6M6 5.5a6 6 0 1 0 8 0' },
  'both-ways': { d: 'M3 7h13M13 4l3 3-3 3M17 13H4M7 10l-3 3 3 3' },
  'one-way': { d: 'M3 10h14M13 6l4 4-4 4' },
  eye: { d: `M2 10c2.4-3.5 5-5.2 8-5.2s5.6 1.7 8 5.2c-2.4 3.5-5 5.2-8 5.2S4.4 13.5 2 10z`, fill: circle(10, 10, 2.3) },
  hint: { d: 'M7.5 13.5c-2-1.2-3-2.8-3-4.8a5.5 5.5 0 0 1 11 0c0 2-1 3.6-3 4.8zM8 16.5h4' },
  check: { d: 'M4.5 10.5l3.7 3.7 7.3-8' },
  warn: { d: 'M10 5v6.5', fill: circle(10, 14.5, 1.1) },
  undecided: {
    d:
      'M10 3.5a6.5 6.5 0 0 1 4.6 1.9M16.5 10a6.5 6.5 0 0 1-1.9 4.6' +
      'M10 16.5a6.5 6.5 0 0 1-4.6-1.9M3.5 10a6.5 6.5 0 0 1 1.9-4.6',
  },
  dice: {
    d: 'M4 6.5A2.5 2.5 0 0 1 6.5 4h7A2.5 2.5 0 0 1 16 6.5v7a2.5 2.5 0 0 1-2.5 2.5h-7A2.5 2.5 0 0 1 4 13.5z',
    fill: circle(7.4, 7.4, 1.2) + circle(12.6, 12.6, 1.2) + circle(10, 10, 1.2),
  },
  close: { d: 'M5.5 5.5l9 9M14.5 5.5l-9 9' },
  'chevron-down': { d: 'M5.5 8l4.5 4.5L14.5 8' },
  'chevron-up': { d: 'M5.5 12l4.5-4.5 4.5 4.5' },
  'chevron-left': { d: 'M12.5 4.5L7 10l5.5 5.5' },
  'chevron-right': { d: 'M7.5 4.5L13 10l-5.5 5.5' },
  book: { d: 'M10 5.5C8.5 4.3 6.2 4 3 4v11.5c3.2 0 5.5.3 7 1.5 1.5-1.2 3.8-1.5 7-1.5V4c-3.2 0-5.5.3-7 1.5zM10 5.5V17' },
  menu: { d: 'M3 5.5h14M3 10h14M3 14.5h14' },
  theme: { d: circle(10, 10, 6.5), fill: 'M10 3.5a6.5 6.5 0 0 1 0 13z' },
  table: { d: 'M3.5 4.5h13v11h-13zM3.5 8.2h13M8 4.5v11' },
  share: {
    d:
      'M8.3 11.7a3.3 3.3 0 0 0 4.7 0l3-3A3.3 3.3 0 0 0 11.3 4l-1 1' +
      'M11.7 8.3a3.3 3.3 0 0 0-4.7 0l-3 3A3.3 3.3 0 0 0 8.7 16l1-1',
  },
  full: { d: 'M3.5 7.5v-4h4M16.5 7.5v-4h-4M3.5 12.5v4h4M16.5 12.5v4h-4' },
  present: { d: 'M2.5 4.5h15M4 4.5v8.5h12V4.5M10 13v4M7 17h6', fill: 'M8.5 6.6v4.4l3.8-2.2z' },
  flag: { d: 'M5.5 17V3.5h9l-2 3.5 2 3.5h-9' },
  fork: { d: 'M3 6h6c3 0 2 8 5 8h3M9 6h8', fill: circle(3.5, 6, 1.8) },
  help: { d: 'M7.3 7.5A2.8 2.8 0 1 1 11 10.2c-.8.4-1 .9-1 1.8', fill: circle(10, 15, 1.1) },
  more: { fill: circle(4.5, 10, 1.5) + circle(10, 10, 1.5) + circle(15.5, 10, 1.5) },
  locked: { d: 'M5 9.5h10v7H5zM7 9.5V7a3 3 0 0 1 6 0v2.5' },
} as const satisfies { readonly [name: string]: Drawing };

export type IconName = keyof typeof ICONS;

/** An icon by a name that came as data, such as a fault's; a name of no icon is drawn as a flag. */
export function iconNamed(name: string): IconName {
  return name in ICONS ? (name as IconName) : 'flag';
}

export function drawing(name: IconName): Drawing {
  return ICONS[name];
}

/** The colours of the page. One table: the style sheet reads it as variables, Ant Design as tokens. */
export type Palette = {
  readonly primary: string
  readonly primaryStrong: string
  readonly primarySoft: string
  readonly onPrimary: string
  readonly bar: string
  readonly onBar: string
  readonly page: string
  readonly card: string
  readonly raised: string
  readonly line: string
  readonly strongLine: string
  readonly ink: string
  readonly softInk: string
  readonly red: string
  readonly redSoft: string
  readonly amber: string
  readonly amberSoft: string
  readonly green: string
  readonly greenSoft: string
  readonly note: string
  readonly noteLine: string
}

/** Contrast of every ink on every ground it is used on is at least 4.5 : 1 (WCAG 2.2 AA); axe checks it on each page. */
export const palettes = {
  light: {
    primary: '#1557b0',
    primaryStrong: '#0e4189',
    primarySoft: '#e8f0fb',
    onPrimary: '#ffffff',
    bar: '#12397a',
    onBar: '#ffffff',
    page: '#f2f5f9',
    card: '#ffffff',
    raised: '#f7f9fc',
    line: '#dbe2ec',
    strongLine: '#7c8aa0',
    ink: '#17212f',
    softInk: '#4d5b6f',
    red: '#b42318',
    redSoft: '#fdecea',
    amber: '#8a5000',
    amberSoft: '#fdf1dc',
    green: '#1a6b2b',
    greenSoft: '#e6f4e9',
    note: '#fffbe8',
    noteLine: '#d9b84a',
  },
  dark: {
    primary: '#7fb2f5',
    primaryStrong: '#a9ccfa',
    primarySoft: '#1c2f4a',
    onPrimary: '#0b1626',
    bar: '#0d1b33',
    onBar: '#eef3fa',
    page: '#0f151d',
    card: '#182129',
    raised: '#1f2a34',
    line: '#33404d',
    strongLine: '#8394a6',
    ink: '#e8edf3',
    softInk: '#b3bfcc',
    red: '#ff9c92',
    redSoft: '#42201d',
    amber: '#f3bd63',
    amberSoft: '#3b2c12',
    green: '#83cf93',
    greenSoft: '#193420',
    note: '#2c2812',
    noteLine: '#8f7a2c',
  },
} as const satisfies Record<string, Palette>

export type Shade = keyof typeof palettes

import type { ThemeConfig } from 'antd/es/config-provider/context.js'
import darkAlgorithm from 'antd/es/theme/themes/dark/index.js'
import { palettes, type Shade } from './palette.ts'

/** Typography of official pages: the system's own Chinese face, nothing to download. */
export const fontFamily =
  "system-ui, -apple-system, 'PingFang SC', 'Microsoft YaHei', 'Noto Sans CJK SC', 'WenQuanYi Micro Hei', sans-serif"

/** Ant Design in our colours. `large` is the 120 % type for those who need it. */
export function themeOf(shade: Shade, large: boolean): ThemeConfig {
  const palette = palettes[shade]
  return {
    ...(shade === 'dark' ? { algorithm: darkAlgorithm } : {}),
    token: {
      fontFamily,
      fontSize: large ? 17 : 14,
      borderRadius: 4,
      controlHeight: large ? 40 : 34,
      colorPrimary: palette.primary,
      colorInfo: palette.primary,
      colorLink: palette.primary,
      colorLinkHover: palette.primaryStrong,
      colorError: palette.red,
      colorWarning: palette.amber,
      colorSuccess: palette.green,
      colorText: palette.ink,
      colorTextSecondary: palette.softInk,
      colorTextTertiary: palette.softInk,
      colorTextDescription: palette.softInk,
      colorTextPlaceholder: palette.softInk,
      colorTextQuaternary: palette.softInk,
      colorTextDisabled: palette.softInk,
      colorTextLightSolid: palette.onPrimary,
      colorBgBase: palette.card,
      colorBgContainer: palette.card,
      colorBgElevated: shade === 'dark' ? palette.raised : palette.card,
      colorBgLayout: palette.page,
      colorBorder: palette.strongLine,
      colorBorderSecondary: palette.line,
      colorErrorBg: palette.redSoft,
      colorWarningBg: palette.amberSoft,
      colorSuccessBg: palette.greenSoft,
      colorInfoBg: palette.primarySoft,
      // Who works by keys has to see where: a ring of two pixels in full colour, 3 : 1 and more against either ground.
      controlOutline: palette.primary,
      controlOutlineWidth: 1,
      colorErrorOutline: palette.red,
      colorWarningOutline: palette.amber,
      colorPrimaryBorder: palette.primary,
      motion: false,
      wireframe: false,
    },
    components: {
      Button: {
        primaryShadow: 'none',
        defaultShadow: 'none',
        dangerShadow: 'none',
        colorPrimaryHover: palette.primaryStrong,
        colorPrimaryActive: palette.primaryStrong,
      },
      Select: { optionSelectedBg: palette.primarySoft, optionSelectedColor: palette.ink },
      Tooltip: {
        colorBgSpotlight: shade === 'dark' ? '#e8edf3' : '#17212f',
        colorTextLightSolid: shade === 'dark' ? '#17212f' : '#ffffff',
      },
      DatePicker: { cellActiveWithRangeBg: palette.primarySoft },
    },
  }
}

/** Writes the palette where the style sheets read it. */
export function paint(shade: Shade, large: boolean): void {
  const root = document.documentElement
  for (const [name, colour] of Object.entries(palettes[shade])) {
    root.style.setProperty(`--${name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`, colour)
  }
  root.style.setProperty('font-size', large ? '17px' : '14px')
  root.toggleAttribute('data-large', large)
  root.style.setProperty('color-scheme', shade)
  root.dataset.shade = shade
}

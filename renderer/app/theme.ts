import type { ThemeConfig } from 'antd'
import type { Level } from '../../contract/terms.ts'

/** Colour only where it means something: 密级, overdue, the one main act. */
export const levelColour: Record<Level, string> = {
  topSecret: '#8c1515',
  confidential: '#b71c1c',
  secret: '#8f5000',
  internal: '#525e6c',
}

export const theme: ThemeConfig = {
  token: {
    fontSize: 15,
    fontFamily: '"Noto Sans CJK SC", "Source Han Sans SC", "Microsoft YaHei", "PingFang SC", "WenQuanYi Micro Hei", sans-serif',
    colorPrimary: '#1f4e79',
    colorPrimaryBg: '#dce8f4',
    colorPrimaryBgHover: '#cfe0f1',
    colorInfo: '#1f4e79',
    colorError: '#b3261e',
    colorWarning: '#8f5000',
    colorSuccess: '#2e6b3a',
    colorText: '#1c2630',
    colorTextSecondary: '#4d5965',
    colorTextDescription: '#4d5965',
    colorTextTertiary: '#4d5965',
    colorTextPlaceholder: '#6b7680',
    colorBgLayout: '#eef1f4',
    colorBorder: '#c3cad2',
    colorBorderSecondary: '#dde2e7',
    borderRadius: 3,
    controlHeight: 34,
    colorWarningBg: '#fdf6e9',
    colorWarningBorder: '#dfc08a',
    colorInfoBg: '#eef4fa',
    colorInfoBorder: '#b9cde0',
    colorErrorBg: '#fdf0ef',
    colorErrorBorder: '#e3b1ad',
    colorErrorOutline: 'rgba(179, 38, 30, 0.28)',
    colorSuccessBg: '#eef6ef',
    colorSuccessBorder: '#b5d3ba',
    motion: false,
    wireframe: false,
  },
  components: {
    Table: {
      cellPaddingBlockSM: 6,
      cellPaddingInlineSM: 10,
      headerBg: '#e6eaee',
      headerColor: '#1c2630',
      rowHoverBg: '#f2f6fa',
      rowSelectedBg: '#dce8f4',
    },
    Button: { primaryShadow: 'none', defaultShadow: 'none', dangerShadow: 'none' },
    Alert: { withDescriptionPadding: '8px 12px', defaultPadding: '6px 12px', fontSizeLG: 15 },
    Modal: { titleFontSize: 17 },
  },
}

/** The nonce of this load, which the host wrote on the page's own script: antd's styles must carry it too. */
export const pageNonce = (): string => document.querySelector<HTMLElement>('script[nonce], meta[nonce], link[nonce]')?.nonce ?? ''

import type { ThemeConfig } from 'antd';

/** Red is for identity and errors; what can be clicked is blue. Text colours reach 4.5:1 on white. */
export const theme: ThemeConfig = {
  cssVar: { key: 'heng' },
  hashed: false,
  token: {
    colorPrimary: '#1f5fbf',
    colorInfo: '#1f5fbf',
    colorLink: '#1f5fbf',
    colorError: '#c8102e',
    colorSuccess: '#1f6b33',
    colorWarning: '#b26a00',
    colorTextDescription: '#595959',
    colorTextSecondary: '#434343',
    colorTextPlaceholder: '#6b6b6b',
    colorTextDisabled: '#6b6b6b',
    borderRadius: 4,
    motion: false,
    fontFamily:
      "'PingFang SC','Microsoft YaHei UI','Microsoft YaHei','Noto Sans CJK SC','Source Han Sans SC',system-ui,sans-serif",
  },
  components: { Segmented: { itemColor: '#434343', trackBg: '#e8ecf4' } },
};

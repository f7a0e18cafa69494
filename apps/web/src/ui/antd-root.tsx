import { StyleProvider, legacyLogicalPropertiesTransformer } from '@ant-design/cssinjs';
import { ConfigProvider } from 'antd';
import enUS from 'antd/locale/en_US';
import zhCN from 'antd/locale/zh_CN';
import type { ReactNode } from 'react';
import { useLocale } from '../platform/i18n.js';
import { theme } from './antd-theme.js';

/** Language, colours and old browsers' styles for the component library, around the parts that use it. */
export function AntdRoot({ children }: { readonly children: ReactNode }) {
  const locale = useLocale();
  return (
    <StyleProvider hashPriority="high" transformers={[legacyLogicalPropertiesTransformer]}>
      <ConfigProvider
        locale={locale === 'en' ? enUS : zhCN}
        theme={theme}
        button={{ autoInsertSpace: false }}
      >
        {children}
      </ConfigProvider>
    </StyleProvider>
  );
}

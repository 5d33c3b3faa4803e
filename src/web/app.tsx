import { QueryClientProvider } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import AntApp from 'antd/es/app'
import ConfigProvider from 'antd/es/config-provider'
import enUS from 'antd/es/locale/en_US'
import zhCN from 'antd/es/locale/zh_CN'
import dayjs from 'dayjs'
import 'dayjs/locale/zh-cn'
import { useEffect, useMemo } from 'react'
import { queries } from './api/queries.ts'
import { useChoices } from './frame/choices.ts'
import { router } from './routes.tsx'
import { themeOf } from './theme/theme.ts'
import { useWords } from './words/language.ts'

/** Everything every page stands in: the language, the colours, the server's answers, the address. */
export function App() {
  const { language } = useWords()
  const { dark, large } = useChoices()
  const theme = useMemo(() => themeOf(dark ? 'dark' : 'light', large), [dark, large])
  useEffect(() => {
    dayjs.locale(language === 'zh' ? 'zh-cn' : 'en')
  }, [language])
  return (
    <ConfigProvider
      theme={theme}
      locale={language === 'zh' ? zhCN : enUS}
      button={{ autoInsertSpace: false }}
      form={{ requiredMark: false }}
    >
      <AntApp component={false} message={{ maxCount: 3, duration: 4 }}>
        <QueryClientProvider client={queries}>
          <RouterProvider router={router} />
        </QueryClientProvider>
      </AntApp>
    </ConfigProvider>
  )
}

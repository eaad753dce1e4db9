import type { Metadata, Viewport } from 'next'
import { cookies } from 'next/headers'
import type { ReactNode } from 'react'
import { Texts } from '#components/shell/texts.tsx'
import { themeOf } from '#components/shell/theme.ts'
import { fontClasses } from './fonts.ts'
import './globals.css'

// Each response has its own nonce, which a pre-rendered page could not contain.
export const dynamic = 'force-dynamic'

export const metadata: Metadata = {
  title: { default: 'Koding Caravan', template: '%s · Koding Caravan' },
}

export const viewport: Viewport = {
  width: 'device-width',
  initialScale: 1,
  themeColor: [
    { media: '(prefers-color-scheme: light)', color: '#f7f3ec' },
    { media: '(prefers-color-scheme: dark)', color: '#0c101f' },
  ],
}

export default async function RootLayout({ children }: { children: ReactNode }) {
  const theme = themeOf((await cookies()).get('theme')?.value)
  return (
    <html lang="en" className={fontClasses} data-theme={theme === 'system' ? undefined : theme}>
      <body className="font-sans">
        <Texts of={['common', 'errors']}>{children}</Texts>
      </body>
    </html>
  )
}

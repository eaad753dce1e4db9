import { NextIntlClientProvider } from 'next-intl'
import { getMessages } from 'next-intl/server'
import type { ReactNode } from 'react'
import type { english } from '#messages/en.ts'

type Namespace = keyof typeof english

/** Gives the browser the texts of these namespaces only. A nested one replaces the outer one. */
export async function Texts({ of, children }: { of: Namespace[]; children: ReactNode }) {
  const all = await getMessages()
  const messages = Object.fromEntries(of.map((namespace) => [namespace, all[namespace]]))
  return <NextIntlClientProvider messages={messages}>{children}</NextIntlClientProvider>
}

import type { ReactNode } from 'react'
import { currentContext } from '#lib/http/current-context.ts'

/** Asked here too: below loading.tsx the answer has begun as 200 and can no longer say 403. */
export default async function AdminLayout({ children }: { children: ReactNode }) {
  await currentContext('ADMIN')
  return children
}

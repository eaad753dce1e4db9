import type { ReactNode } from 'react'
import { currentContext } from '#lib/http/current-context.ts'

/** Repeated here: below loading.tsx the response has already started as 200 and cannot become 403. */
export default async function TrainerLayout({ children }: { children: ReactNode }) {
  await currentContext('TRAINER')
  return children
}

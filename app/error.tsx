'use client'

import { ErrorMessage, type ErrorMessageProps } from '#components/shell/error-message.tsx'

/** Has no brand header, which every page would otherwise load. */
export default function BrokenPage(props: ErrorMessageProps) {
  return (
    <main className="flex min-h-dvh px-4 py-16">
      <ErrorMessage {...props} />
    </main>
  )
}

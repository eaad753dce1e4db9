'use client'

import { ErrorMessage, type ErrorMessageProps } from '#components/shell/error-message.tsx'

/** Without the brand above it, which every page would carry along. */
export default function BrokenPage(props: ErrorMessageProps) {
  return (
    <main className="flex min-h-dvh px-4 py-16">
      <ErrorMessage {...props} />
    </main>
  )
}

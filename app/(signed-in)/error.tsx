'use client'

import { ErrorMessage, type ErrorMessageProps } from '#components/shell/error-message.tsx'

/** Replaces only the failed page; the layout around it stays. */
export default function BrokenInShell(props: ErrorMessageProps) {
  return (
    <div className="flex flex-1 px-4 py-10">
      <ErrorMessage {...props} />
    </div>
  )
}

'use client'

import { ErrorMessage, type ErrorMessageProps } from '#components/shell/error-message.tsx'

/** The page failed, what stands around it did not. */
export default function BrokenInShell(props: ErrorMessageProps) {
  return (
    <div className="flex flex-1 px-4 py-10">
      <ErrorMessage {...props} />
    </div>
  )
}

import { CircleAlert } from 'lucide-react'
import type { ReactNode } from 'react'

/** The error of a form as a whole, announced at once. */
export function FormFault({ children }: { children: ReactNode }) {
  return (
    <p role="alert" className="flex items-start gap-1.5 text-sm text-bad-text empty:hidden">
      {children ? (
        <>
          <CircleAlert className="mt-0.5 size-3.75 flex-none" />
          {children}
        </>
      ) : null}
    </p>
  )
}

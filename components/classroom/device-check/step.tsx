import { CircleCheck, CircleDashed, CircleMinus, TriangleAlert } from 'lucide-react'
import type { ReactNode } from 'react'

const statusIcons = {
  ok: <CircleCheck aria-hidden="true" className="text-ok-text" />,
  open: <CircleDashed aria-hidden="true" className="text-text-3" />,
  none: <CircleMinus aria-hidden="true" className="text-text-3" />,
  bad: <TriangleAlert aria-hidden="true" className="text-bad-text" />,
}

type StepProps = {
  status: keyof typeof statusIcons
  /** The finding and what to do about it. Screen readers announce changes. */
  result: ReactNode
  /** Shown at the end of the first line. */
  aside?: ReactNode
  children?: ReactNode
}

/** One step of the check. */
export function Step({ status, result, aside, children }: StepProps) {
  return (
    <li className="grid grid-cols-[1.25rem_minmax(0,1fr)_auto] gap-x-3.5 px-4 py-4 sm:px-4.5 [&>svg]:mt-px [&>svg]:size-5 [&>svg]:stroke-[1.75]">
      {statusIcons[status]}
      <div role="status">{result}</div>
      {aside}
      {children ? <div className="col-start-2 col-end-4 mt-3 flex flex-col gap-3">{children}</div> : null}
    </li>
  )
}

/** The text of a step. */
export function StepText({ title, hint }: { title: string; hint: string }) {
  return (
    <>
      <b className="block font-semibold">{title}</b>
      <span className="text-sm text-text-2">{hint}</span>
    </>
  )
}

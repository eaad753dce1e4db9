'use client'

import { type ReactNode, useEffect, useId, useRef } from 'react'
import { Button } from './button.tsx'

type DialogProps = {
  open: boolean
  onClose: () => void
  title: string
  description?: ReactNode
  children?: ReactNode
  /** Buttons; the first one has the focus where nothing before it takes it. */
  footer?: ReactNode
  /** An alert dialog asks before something that cannot be undone. */
  alert?: boolean
}

/** A modal dialog on the browser's own: it keeps the focus inside, closes on Esc and gives the focus back. */
export function Dialog({ open, onClose, title, description, children, footer, alert }: DialogProps) {
  const id = useId()
  const dialog = useRef<HTMLDialogElement>(null)

  useEffect(() => {
    if (open && !dialog.current?.open) dialog.current?.showModal()
    if (!open) dialog.current?.close()
  }, [open])

  return (
    <dialog
      ref={dialog}
      role={alert ? 'alertdialog' : undefined}
      aria-labelledby={`${id}-title`}
      aria-describedby={description ? `${id}-description` : undefined}
      onClose={onClose}
      className="m-auto w-[min(28rem,calc(100vw-2rem))] rounded-[16px] border bg-surface p-5 text-text shadow-3 backdrop:bg-[rgb(10_15_32/.45)]"
    >
      {open ? (
        <>
          <h2 id={`${id}-title`} className="text-[1.0625rem] leading-6 font-semibold">
            {title}
          </h2>
          {description ? (
            <p id={`${id}-description`} className="mt-1.5 text-text-2">
              {description}
            </p>
          ) : null}
          {children ? <div className="mt-4">{children}</div> : null}
          {footer ? <div className="mt-4.5 flex flex-wrap justify-end gap-2">{footer}</div> : null}
        </>
      ) : null}
    </dialog>
  )
}

type ConfirmationProps = {
  open: boolean
  onClose: () => void
  title: string
  description: ReactNode
  /** The verb of what is done, and of what is left as it is. */
  confirm: string
  keep: string
  onConfirm: () => void
  busy?: boolean
  busyLabel?: string
  children?: ReactNode
}

/** Asks before something that cannot be undone; leaving things as they are has the focus. */
export function Confirmation({
  confirm,
  keep,
  onConfirm,
  busy,
  busyLabel,
  onClose,
  ...dialog
}: ConfirmationProps) {
  return (
    <Dialog
      {...dialog}
      alert
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>{keep}</Button>
          <Button variant="danger" busy={busy} busyLabel={busyLabel} onClick={onConfirm}>
            {confirm}
          </Button>
        </>
      }
    />
  )
}

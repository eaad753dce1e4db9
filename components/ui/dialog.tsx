'use client'

import { type ReactNode, useEffect, useId, useRef } from 'react'
import { Button } from './button.tsx'

type DialogProps = {
  open: boolean
  onClose: () => void
  title: string
  description?: ReactNode
  children?: ReactNode
  /** Buttons; the first one gets the focus unless an element before it takes it. */
  footer?: ReactNode
  /** Use an alert dialog before an action that cannot be undone. */
  alert?: boolean
}

/** A modal dialog on the native element: it traps the focus, closes on Esc and returns the focus. */
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
  /** The labels of the button that does it, and of the one that cancels. */
  confirm: string
  keep: string
  onConfirm: () => void
  busy?: boolean
  busyLabel?: string
  children?: ReactNode
}

/** Asks before an action that cannot be undone; the button that cancels has the focus. */
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

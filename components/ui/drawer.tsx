'use client'

import { X } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { type ReactNode, useEffect, useId, useLayoutEffect, useRef } from 'react'
import { IconButton } from './icon-button.tsx'

type DrawerProps = {
  title: ReactNode
  /** Content below the title. */
  meta?: ReactNode
  onClose: () => void
  footer?: ReactNode
  children: ReactNode
}

const BESIDE = '(min-width: 64rem)'

/**
 * A side column next to its subject; on narrow screens it covers the page. It is open while it is rendered. Put it as
 * the last child of a row that has the page's height. Needs the texts of `common`.
 */
export function Drawer({ title, meta, onClose, footer, children }: DrawerProps) {
  const t = useTranslations('common')
  const id = useId()
  const drawer = useRef<HTMLDialogElement>(null)

  useLayoutEffect(() => {
    const element = drawer.current
    element?.close()
    if (matchMedia(BESIDE).matches) element?.show()
    else element?.showModal()
    // Closing the dialog before it is removed returns the focus to the element that opened it.
    return () => element?.close()
  }, [])

  useEffect(() => {
    const element = drawer.current
    function closeOnEscape(event: KeyboardEvent) {
      // Esc in a nested dialog closes only that dialog.
      const inside = event.target instanceof Element && event.target.closest('dialog') === element
      if (event.key === 'Escape' && inside && !event.defaultPrevented) onClose()
    }
    element?.addEventListener('keydown', closeOnEscape)
    return () => element?.removeEventListener('keydown', closeOnEscape)
  }, [onClose])

  return (
    <dialog
      ref={drawer}
      open
      aria-labelledby={id}
      // If the window becomes narrow later, the drawer is not in the top layer and would be below the tabs.
      className="fixed inset-0 z-30 m-0 flex h-dvh max-h-none w-full max-w-none flex-col bg-surface text-text lg:static lg:z-auto lg:h-auto lg:w-[26rem] lg:flex-none lg:border-l"
    >
      <header className="flex items-start justify-between gap-3 border-b px-6 pt-4.5 pb-4">
        <div className="min-w-0">
          <h2 id={id} className="text-h2">
            {title}
          </h2>
          {meta ? <div className="mt-0.5 text-sm text-text-2">{meta}</div> : null}
        </div>
        <IconButton label={t('close')} icon={<X />} onClick={onClose} />
      </header>
      {/* Relative: hidden inputs and status texts scroll with it, and do not make the page longer. */}
      <div className="relative flex min-h-0 flex-1 flex-col gap-5 overflow-y-auto px-6 py-4.5">
        {children}
      </div>
      {footer ? (
        <footer className="flex flex-wrap items-center gap-2.5 border-t px-6 py-3.5">{footer}</footer>
      ) : null}
    </dialog>
  )
}

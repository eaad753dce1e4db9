'use client'

import { CircleAlert, CircleCheck, X } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { createContext, type ReactNode, useCallback, useContext, useEffect, useState } from 'react'
import { Button } from './button.tsx'
import { IconButton } from './icon-button.tsx'

type Toast = {
  text: string
  tone?: 'done' | 'failure'
  /** An action, such as Undo. */
  action?: { label: string; onPress: () => void }
  shownForMs?: number
}

const SHOWN_FOR_MS = 6000

const ToastContext = createContext<(toast: Toast) => void>(() => undefined)

/** Shows a short confirmation: `const toast = useToast(); toast({ text: t('saved') })`. */
export function useToast(): (toast: Toast) => void {
  return useContext(ToastContext)
}

/**
 * Shows one message at a time, at the bottom, in a polite live region; a newer one replaces it. Needs the texts of
 * `common`.
 */
export function Toaster({ children }: { children: ReactNode }) {
  const t = useTranslations('common')
  const [shown, setShown] = useState<Toast | null>(null)
  const [held, setHeld] = useState(false)
  const show = useCallback((toast: Toast) => setShown(toast), [])

  useEffect(() => {
    if (!shown || held) return
    const timer = setTimeout(() => setShown(null), shown.shownForMs ?? SHOWN_FOR_MS)
    return () => clearTimeout(timer)
  }, [shown, held])

  return (
    <ToastContext value={show}>
      {children}
      {/* biome-ignore lint/a11y/noStaticElementInteractions: pointing at it only keeps the message open */}
      <div
        aria-live="polite"
        data-theme="dark"
        onPointerEnter={() => setHeld(true)}
        onPointerLeave={() => setHeld(false)}
        onFocus={() => setHeld(true)}
        onBlur={() => setHeld(false)}
        className="pointer-events-none fixed inset-x-4 bottom-20 z-50 flex justify-center sm:bottom-6"
      >
        {shown ? (
          <div className="pointer-events-auto flex items-center gap-3 rounded-[12px] border border-border-strong bg-surface py-2 pr-2 pl-4 shadow-3 [&>svg]:size-4.5 [&>svg]:flex-none">
            {shown.tone === 'failure' ? (
              <CircleAlert className="text-bad-text" />
            ) : (
              <CircleCheck className="text-ok-text" />
            )}
            <span>{shown.text}</span>
            {shown.action ? (
              <Button
                variant="ghost"
                size="sm"
                className="text-primary-text"
                onClick={() => {
                  shown.action?.onPress()
                  setShown(null)
                }}
              >
                {shown.action.label}
              </Button>
            ) : null}
            <IconButton label={t('dismiss')} icon={<X />} onClick={() => setShown(null)} />
          </div>
        ) : null}
      </div>
    </ToastContext>
  )
}

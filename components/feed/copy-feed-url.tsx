'use client'

import { Copy } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useRef } from 'react'
import { Button } from '#components/ui/button.tsx'
import { useToast } from '#components/ui/toast.tsx'

/** A long URL with a button that copies it. */
export function CopyFeedUrl({ address: url }: { address: string }) {
  const t = useTranslations('feed.card')
  const toast = useToast()
  const field = useRef<HTMLInputElement>(null)

  async function copy() {
    field.current?.select()
    try {
      await navigator.clipboard.writeText(url)
      toast({ text: t('copied') })
    } catch {
      // The clipboard needs a secure connection and the browser's permission.
      toast({ tone: 'failure', text: t('notCopied') })
    }
  }

  return (
    <div className="flex items-center gap-1 rounded-control border bg-sunken p-1 pl-3">
      <input
        ref={field}
        readOnly
        value={url}
        aria-label={t('address')}
        onFocus={(event) => event.target.select()}
        className="min-w-0 flex-1 bg-transparent font-mono text-sm text-ellipsis text-text pointer-coarse:text-lg"
      />
      <Button size="sm" icon={<Copy />} onClick={copy}>
        {t('copy')}
      </Button>
    </div>
  )
}

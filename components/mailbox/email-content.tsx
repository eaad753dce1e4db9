'use client'

import { Globe, Link2 } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { Button } from '#components/ui/button.tsx'
import { Segment } from '#components/ui/segment.tsx'
import { useToast } from '#components/ui/toast.tsx'
import type { MailboxEmail } from '#lib/mailbox/api.ts'

/** An e-mail's content, as text and as HTML, and its link to pass on. */
export function EmailContent({ letter: email }: { letter: MailboxEmail }) {
  const t = useTranslations('notices.mailbox')
  const [part, setPart] = useState<'text' | 'html'>('text')
  const { id, zone, text, html, passwordLink } = email
  return (
    <div className="flex flex-col gap-3 px-4 pb-4 sm:px-6">
      <div className="flex flex-wrap items-center gap-x-5 gap-y-2">
        <Segment
          label={t('part')}
          name={`part-${id}`}
          choices={[
            { value: 'text', label: t('text') },
            { value: 'html', label: t('html') },
          ]}
          value={part}
          onChange={setPart}
        />
        <span className="inline-flex items-center gap-1.75 text-sm text-text-2">
          <Globe aria-hidden="true" className="size-4 stroke-[1.75]" />
          {t('readerZone', { zone: zone.replaceAll('_', ' ') })}
        </span>
        {passwordLink?.works ? <CopyLink href={passwordLink.href} /> : null}
      </div>
      {part === 'text' ? (
        <p className="max-w-180 rounded-[12px] border bg-surface px-5 py-4 break-words whitespace-pre-wrap">
          {text}
        </p>
      ) : (
        // The sandbox allows no scripts and no access to this page.
        <iframe
          title={t('preview')}
          sandbox=""
          srcDoc={html}
          className="h-105 w-full max-w-180 rounded-[12px] border"
        />
      )}
    </div>
  )
}

function CopyLink({ href }: { href: string }) {
  const t = useTranslations('notices.mailbox')
  const toast = useToast()

  async function copy() {
    try {
      await navigator.clipboard.writeText(href)
      toast({ text: t('copied') })
    } catch {
      // The clipboard needs a secure connection and the browser's permission.
      toast({ tone: 'failure', text: t('notCopied') })
    }
  }

  return (
    <Button size="sm" icon={<Link2 />} onClick={copy} className="ml-auto">
      {t('copyLink')}
    </Button>
  )
}

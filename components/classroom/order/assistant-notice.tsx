import { UserCheck, X } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { Banner } from '#components/ui/banner.tsx'
import { IconButton } from '#components/ui/icon-button.tsx'

/** What one was given to help with, each time it is something else. */
export default function AssistantNotice({ helps }: { helps: string }) {
  const t = useTranslations('order.assistant')
  const room = useTranslations('room.notice')
  const [isRead, setRead] = useState(false)
  if (isRead) return null
  const names = {
    admit: t('admit'),
    hands: t('hands'),
    mute: t('mute'),
    messages: t('messages'),
    locks: t('locks'),
  }
  const list = Object.entries(names).flatMap(([help, name]) =>
    helps.split(',').includes(help) ? [name] : [],
  )
  return (
    <Banner
      tone="info"
      icon={<UserCheck />}
      action={<IconButton label={room('dismiss')} icon={<X />} onClick={() => setRead(true)} />}
    >
      {t('notice', { helps: list.join(', ') })}
    </Banner>
  )
}

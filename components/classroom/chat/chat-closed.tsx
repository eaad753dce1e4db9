import { Lock } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { firstName } from '#components/classroom/ui/first-name.ts'
import { Button } from '#components/ui/button.tsx'
import type { ChatClosure } from '#lib/classroom/chat/policy.ts'

type ChatClosedProps = { reason: ChatClosure; trainer: string; onWriteToTrainer: () => void }

/** Replaces the composer when the viewer may not write to everyone: the reason, and what is still possible. */
export function ChatClosed({ reason, trainer, onWriteToTrainer }: ChatClosedProps) {
  const t = useTranslations('chat')
  const name = firstName(trainer)
  return (
    <div className="flex flex-col gap-2.5">
      <p className="flex items-start gap-2.5 text-text-2 [&>svg]:mt-0.5 [&>svg]:size-4.5 [&>svg]:flex-none">
        <Lock aria-hidden="true" />
        <span>
          <b className="block font-semibold text-text">{t(`closed.${reason}`)}</b>
          {t('stillOpen', { name })}
        </span>
      </p>
      <Button block onClick={onWriteToTrainer}>
        {t('writeTo', { name })}
      </Button>
    </div>
  )
}

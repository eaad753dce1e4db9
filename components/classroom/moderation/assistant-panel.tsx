import { X } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { useRoomApi, useRoomState } from '#components/classroom/room-state/room-services.ts'
import { Failure } from '#components/classroom/ui/failure.tsx'
import { useAttempt } from '#components/classroom/ui/use-attempt.ts'
import { Avatar } from '#components/ui/avatar.tsx'
import { Button } from '#components/ui/button.tsx'
import { IconButton } from '#components/ui/icon-button.tsx'
import { Toggle } from '#components/ui/toggle.tsx'
import { type AssistantPermission, assistantPermissions as allPermissions } from '#lib/kernel/enums.ts'

const defaultPermissions: AssistantPermission[] = ['admit', 'hands', 'mute']

type AssistantPanelProps = { person: { id: string; name: string }; onClose: () => void }

/** Panel that sets the permissions of one assistant in this session. */
export function AssistantPanel({ person: { id, name }, onClose }: AssistantPanelProps) {
  const t = useTranslations('moderation.assistant')
  const api = useRoomApi()
  const currentPermissions = useRoomState(
    (state) => state.assistants.find(({ userId }) => userId === id)?.assistantPermissions ?? null,
    null,
  )
  const [assistantPermissions, setPermissions] = useState<AssistantPermission[]>(
    currentPermissions ?? defaultPermissions,
  )
  const change = useAttempt(async (chosen: AssistantPermission[]) => {
    await api.changeAssistant(id, chosen)
    onClose()
  })
  return (
    <>
      <header className="flex min-h-12 flex-none items-center gap-2.5 border-b py-2 pr-2 pl-4">
        <Avatar id={id} name={name} size="sm" />
        <h2 className="min-w-0 flex-1 font-semibold">{t('title', { name })}</h2>
        <IconButton label={t('cancel')} icon={<X />} onClick={onClose} />
      </header>
      <div className="min-h-0 flex-1 overflow-y-auto">
        {allPermissions.map((permission) => (
          <div key={permission} className="border-b px-4 py-3">
            <Toggle
              label={t(permission)}
              checked={assistantPermissions.includes(permission)}
              onChange={(on) =>
                setPermissions(
                  on
                    ? [...assistantPermissions, permission]
                    : assistantPermissions.filter((other) => other !== permission),
                )
              }
            />
          </div>
        ))}
        <p className="px-4 py-3 text-sm text-text-2">{t('stays')}</p>
        <div className="px-4">
          <Failure failure={change.failure} />
        </div>
      </div>
      <div className="flex flex-wrap gap-2 border-t p-3">
        <Button
          variant="primary"
          busy={change.busy}
          busyLabel={t('busy')}
          disabled={assistantPermissions.length === 0}
          onClick={() => change.run(assistantPermissions)}
        >
          {currentPermissions ? t('change') : t('make')}
        </Button>
        {currentPermissions ? <Button onClick={() => change.run([])}>{t('take')}</Button> : null}
        <Button variant="ghost" onClick={onClose}>
          {t('cancel')}
        </Button>
      </div>
    </>
  )
}

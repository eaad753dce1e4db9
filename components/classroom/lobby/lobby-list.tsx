import { DoorOpen } from 'lucide-react'
import { useTranslations } from 'next-intl'
import NamesakeEmail from '#components/classroom/room-state/namesake-email.tsx'
import { useRoomApi } from '#components/classroom/room-state/room-services.ts'
import { useLobby } from '#components/classroom/room-state/use-lobby.ts'
import { Failure } from '#components/classroom/ui/failure.tsx'
import { useAttempt } from '#components/classroom/ui/use-attempt.ts'
import { Button } from '#components/ui/button.tsx'

/** The people in the lobby, with buttons to admit one or all. */
export default function LobbyList() {
  const t = useTranslations('moderation.lobby')
  const inLobby = useLobby()
  const admit = useAttempt(useRoomApi().admit)
  return (
    <section
      aria-label={t('title', { count: inLobby.length })}
      className="m-2.5 rounded-[12px] bg-primary-soft p-3"
    >
      <div className="flex items-center gap-3">
        <DoorOpen aria-hidden="true" className="size-5 flex-none stroke-[1.75] text-primary-text" />
        <h2 className="min-w-0 flex-1 font-semibold">{t('title', { count: inLobby.length })}</h2>
        <Button
          size="sm"
          variant="primary"
          busy={admit.busy}
          busyLabel={t('admitting')}
          aria-keyshortcuts="A"
          onClick={() => admit.run()}
        >
          {t('admitAll')}
        </Button>
      </div>
      <ul className="mt-1 -mr-1 max-h-[30dvh] overflow-y-auto py-0.5 pr-1">
        {inLobby.map(({ userId, name }) => (
          <li key={userId} className="flex min-h-9 items-center gap-2">
            <span className="flex min-w-0 flex-1 items-baseline gap-2">
              <span className="truncate">{name}</span>
              <NamesakeEmail userId={userId} />
            </span>
            <Button size="sm" aria-label={t('admitNamed', { name })} onClick={() => admit.run(userId)}>
              {t('admit')}
            </Button>
          </li>
        ))}
      </ul>
      <Failure failure={admit.failure} />
    </section>
  )
}

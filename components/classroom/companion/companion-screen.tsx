import { RoomContext } from '@livekit/components-react'
import { useTranslations } from 'next-intl'
import { useMemo, useState } from 'react'
import type { RoomView } from '#components/classroom/connection/room-client.ts'
import { Reactions } from '#components/classroom/hands/reactions.tsx'
import { Announcements } from '#components/classroom/room/announcements.tsx'
import { ConnectionNotice } from '#components/classroom/room/notices.tsx'
import { useConnectionGap } from '#components/classroom/room/use-connection-gap.ts'
import { RoomServicesContext } from '#components/classroom/room-state/room-services.ts'
import { useEntryState } from '#components/classroom/room-state/use-entry-state.ts'
import { focusOnMount } from '#components/classroom/ui/focus-on-mount.ts'
import { lazyWithRetry } from '#components/classroom/ui/lazy-with-retry.tsx'
import { ListSkeleton } from '#components/ui/list-skeleton.tsx'
import { CompanionControls } from './companion-controls.tsx'
import { CompanionFloor } from './companion-floor.tsx'
import { CompanionHead } from './companion-head.tsx'
import type { CompanionClient } from './create-companion-client.ts'
import { SharedScreen } from './shared-screen.tsx'

const CompanionChat = lazyWithRetry(
  () => import('./companion-chat.tsx'),
  () => <ListSkeleton />,
)

type CompanionScreenProps = RoomView<CompanionClient>

/** The shared screen, with hand, reactions and chat below or beside it. */
export function CompanionScreen({ client, connection, ...view }: CompanionScreenProps) {
  const services = useMemo(
    () => ({ ...client.services, receiveMode: null, connection }),
    [client, connection],
  )
  return (
    <RoomContext.Provider value={client.room}>
      <RoomServicesContext value={services}>
        <Screen {...view} />
      </RoomServicesContext>
    </RoomContext.Provider>
  )
}

function Screen({ session, viewer, actions }: Pick<CompanionScreenProps, 'session' | 'viewer' | 'actions'>) {
  const entry = useEntryState()
  const t = useTranslations('companion')
  const [chat, setChat] = useState<'untouched' | 'open' | 'closed'>('untouched')
  const gap = useConnectionGap(entry)
  return (
    <div className="mx-auto grid h-dvh max-w-360 grid-cols-[minmax(0,1fr)] grid-rows-[auto_minmax(0,1fr)]">
      <CompanionHead session={session} />
      <main className="flex min-h-0 flex-col gap-3 px-4 pb-[max(1rem,env(safe-area-inset-bottom))] landscape:flex-row">
        <section
          ref={focusOnMount}
          aria-label={t('screen')}
          tabIndex={-1}
          className="relative aspect-video w-full flex-none landscape:aspect-auto landscape:w-auto landscape:flex-1"
        >
          <SharedScreen trainer={session.trainer.name} />
          <Reactions />
        </section>
        <section
          aria-label={t('controls')}
          className="flex min-h-0 flex-1 flex-col gap-3 landscape:w-88 landscape:max-w-[45%] landscape:flex-none"
        >
          {entry.phase === 'reconnecting' ? (
            <ConnectionNotice entry={entry} onRetryNow={actions.retryNow} />
          ) : null}
          <CompanionFloor me={viewer.id} />
          {chat === 'open' ? (
            <CompanionChat session={session} viewer={viewer} onClose={() => setChat('closed')} />
          ) : (
            <CompanionControls
              session={session}
              viewer={viewer}
              wasChatOpen={chat === 'closed'}
              onOpenChat={() => setChat('open')}
              onLeave={actions.leave}
            />
          )}
        </section>
      </main>
      <Announcements isBack={gap !== null} talking={false} me={viewer.id} />
    </div>
  )
}

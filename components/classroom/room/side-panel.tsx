import { PanelRightClose } from 'lucide-react'
import { useTranslations } from 'next-intl'
import type { RoomActions } from '#components/classroom/connection/room-client.ts'
import { initialPanel, type Panel } from '#components/classroom/controls/panel-state.ts'
import { useHeadcount } from '#components/classroom/livekit/people.ts'
import { PeoplePanel } from '#components/classroom/people/people-panel.tsx'
import { useUnread } from '#components/classroom/room-state/use-chat-state.ts'
import { useEntryState } from '#components/classroom/room-state/use-entry-state.ts'
import { useHands } from '#components/classroom/room-state/use-hands.ts'
import { lazyWithRetry } from '#components/classroom/ui/lazy-with-retry.tsx'
import type { Viewer } from '#components/classroom/ui/viewer.ts'
import { IconButton } from '#components/ui/icon-button.tsx'
import { ListSkeleton } from '#components/ui/list-skeleton.tsx'
import type { SessionDetail } from '#lib/sessions/api.ts'
import { PanelTabs, type Tab } from './panel-tabs.tsx'
import { PeopleTop } from './people-top.tsx'

const ChatPanel = lazyWithRetry(
  () => import('#components/classroom/chat/chat-panel.tsx'),
  () => <ListSkeleton />,
)
const HandsPanel = lazyWithRetry(
  () => import('#components/classroom/hands/hands-panel.tsx'),
  () => <ListSkeleton />,
)
const ConnectionPanel = lazyWithRetry(
  () => import('#components/classroom/network/connection-panel.tsx'),
  () => <ListSkeleton />,
)
const ModerationPanel = lazyWithRetry(
  () => import('./moderation-panel.tsx'),
  () => <ListSkeleton />,
)

type SidePanelProps = {
  panel: Panel
  session: SessionDetail
  viewer: Viewer
  actions: RoomActions
  onShow: (panel: Panel | null) => void
}

/**
 * Panel beside the stage. It shows one thing at a time, chosen by tabs; locks, the room display and assistants
 * have their own panels.
 */
export function SidePanel({ panel, session, viewer, actions, onShow }: SidePanelProps) {
  const t = useTranslations('moderation.panel')
  const entry = useEntryState()
  const close = () => onShow(null)
  if (panel.kind === 'connection') {
    return (
      <ConnectionPanel
        {...{ entry, session, viewer }}
        onRetryNow={actions.retryNow}
        onClose={() => onShow(initialPanel())}
      />
    )
  }
  if (panel.kind !== 'people' && panel.kind !== 'chat' && panel.kind !== 'hands') {
    return (
      <ModerationPanel
        panel={panel}
        session={session}
        zone={viewer.zone}
        onShow={onShow}
        onClose={() => onShow({ kind: 'people' })}
      />
    )
  }
  return (
    <>
      <header className="flex h-12 flex-none items-stretch justify-between border-b pr-2 pl-1.5">
        <Tabs kind={panel.kind} onShow={(kind) => onShow({ kind })} />
        <IconButton label={t('close')} icon={<PanelRightClose />} onClick={close} className="self-center" />
      </header>
      <div
        role="tabpanel"
        id="panel-body"
        aria-labelledby={`panel-tab-${panel.kind}`}
        className="flex min-h-0 flex-1 flex-col"
      >
        {panel.kind === 'people' ? (
          <PeoplePanel
            top={<PeopleTop me={viewer.id} canManageHands={session.abilities.canManageHands} />}
            session={session}
            actions={actions}
            onShow={onShow}
          />
        ) : panel.kind === 'chat' ? (
          <ChatPanel session={session} viewer={viewer} />
        ) : (
          <HandsPanel me={viewer.id} abilities={session.abilities} />
        )}
      </div>
    </>
  )
}

type TabKind = 'people' | 'chat' | 'hands'

function Tabs({ kind, onShow }: { kind: TabKind; onShow: (kind: TabKind) => void }) {
  const t = useTranslations('moderation.panel')
  const unread = useUnread()
  const tabs: Tab<TabKind>[] = [
    { kind: 'people', label: t('people'), count: useHeadcount() },
    { kind: 'chat', label: t('chat'), count: unread, isNew: true },
    { kind: 'hands', label: t('hands'), count: useHands().length },
  ]
  return <PanelTabs label={t('tabs')} tabs={tabs} chosen={kind} onChoose={onShow} />
}

import { useRoomContext } from '@livekit/components-react'
import { Info, LockOpen, MessageSquare, Mic, MonitorUp, Video, X } from 'lucide-react'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { useRoomApi, useRoomState } from '#components/classroom/room-state/room-services.ts'
import { Failure } from '#components/classroom/ui/failure.tsx'
import { PanelHead } from '#components/classroom/ui/panel-head.tsx'
import { useAttempt } from '#components/classroom/ui/use-attempt.ts'
import { Button } from '#components/ui/button.tsx'
import { Menu } from '#components/ui/menu.tsx'
import { Toggle } from '#components/ui/toggle.tsx'
import type { RoomState } from '#lib/classroom/room/api.ts'
import { locks as allLocks, type Lock } from '#lib/kernel/enums.ts'
import { isMainDevice } from '#lib/livekit/ids.ts'
import type { SessionDetail } from '#lib/sessions/api.ts'

const icons: Record<Lock, ReactNode> = {
  microphone: <Mic />,
  camera: <Video />,
  screen: <MonitorUp />,
  chat: <MessageSquare />,
}
const noExceptions: RoomState['exceptions'] = []

type LocksPanelProps = { session: SessionDetail; onClose: () => void }

/** Current locks for students, and the students who are exempt from them. */
export function LocksPanel({ session, onClose }: LocksPanelProps) {
  const t = useTranslations('moderation.locks')
  const api = useRoomApi()
  const locks = useRoomState((state) => state.locks, [])
  const change = useAttempt(api.changeLocks)
  const setException = useAttempt(api.setLockException)
  return (
    <>
      <PanelHead title={t('title')} onClose={onClose} />
      <div className="min-h-0 flex-1 overflow-y-auto">
        <p className="px-4 pt-3 text-sm text-text-2">{t('lead')}</p>
        {allLocks.map((lock) => {
          const isLocked = locks.includes(lock)
          return (
            <div
              key={lock}
              className="flex gap-3 border-b px-4 py-3 [&>svg]:mt-0.5 [&>svg]:size-4.5 [&>svg]:flex-none [&>svg]:stroke-[1.75]"
            >
              {icons[lock]}
              <div className="min-w-0 flex-1">
                <Toggle
                  label={t(lock)}
                  hint={isLocked ? t(`locked.${lock}`) : t(`open.${lock}`)}
                  checked={isLocked}
                  onChange={(locked) => void change.run({ [lock]: locked })}
                />
                {isLocked ? (
                  <Exceptions lock={lock} session={session} onSetException={setException.run} />
                ) : null}
              </div>
            </div>
          )
        })}
        <div className="flex flex-col gap-3 p-4">
          <Failure failure={change.failure ?? setException.failure} />
          <p className="flex gap-2 text-sm text-text-2">
            <Info aria-hidden="true" className="mt-0.5 size-4 flex-none" />
            {t('holds')}
          </p>
        </div>
      </div>
      <div className="border-t p-3">
        <Button
          block
          icon={<LockOpen />}
          disabled={locks.length === 0}
          onClick={() => void change.run(Object.fromEntries(allLocks.map((lock) => [lock, false])))}
        >
          {t('unlockAll')}
        </Button>
      </div>
    </>
  )
}

type ExceptionsProps = {
  lock: Lock
  session: SessionDetail
  onSetException: ReturnType<typeof useRoomApi>['setLockException']
}

function Exceptions({ lock, session, onSetException }: ExceptionsProps) {
  const t = useTranslations('moderation.locks')
  const students = useStudents(session)
  const exceptions = useRoomState((state) => state.exceptions, noExceptions)
  const excepted = new Set<string>(
    exceptions.filter(({ locks }) => locks.includes(lock)).map(({ userId }) => userId),
  )
  const others = students.filter(({ id }) => !excepted.has(id))
  return (
    <div className="mt-2 flex flex-wrap items-center gap-1.5">
      {students
        .filter(({ id }) => excepted.has(id))
        .map(({ id, name }) => (
          <button
            key={id}
            type="button"
            aria-label={t('excepted', { name })}
            onClick={() => void onSetException({ userId: id, lock, excepted: false })}
            className="flex h-7 items-center gap-1.5 rounded-full bg-sunken pr-2 pl-3 text-sm font-medium pointer-coarse:h-11 [&>svg]:size-3.5"
          >
            {name}
            <X aria-hidden="true" />
          </button>
        ))}
      <Menu
        label={t('exceptFor', { lock: t(lock) })}
        groups={[
          others.length > 0
            ? others.map(({ id, name }) => ({
                label: name,
                onSelect: () => void onSetException({ userId: id, lock, excepted: true }),
              }))
            : [{ label: t('nobodyLeft'), disabled: true, onSelect() {} }],
        ]}
        trigger={(button) => (
          <button
            type="button"
            aria-label={t('exceptFor', { lock: t(lock) })}
            {...button}
            className="h-7 rounded-full border border-dashed border-control px-3 text-sm font-medium hover:bg-hover pointer-coarse:h-11"
          >
            + {t('except')}
          </button>
        )}
      />
    </div>
  )
}

/** The session's seats if the viewer may see them, otherwise the participants who are inside. */
function useStudents({ seats, trainer }: SessionDetail): { id: string; name: string }[] {
  const room = useRoomContext()
  if (seats) return seats
  return [...room.remoteParticipants.values()]
    .filter(({ identity }) => identity !== trainer.id && isMainDevice(identity))
    .map(({ identity, name }) => ({ id: identity, name: name ?? identity }))
}

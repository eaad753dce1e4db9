import { useRoomState } from './room-services.ts'

/** For staff, the e-mail of a student whose name another student of the class has. */
export default function NamesakeEmail({ userId: of }: { userId: string }) {
  const email = useRoomState(
    ({ namesakes }) => namesakes.find(({ userId }) => userId === of)?.email,
    undefined,
  )
  return email ? <span className="truncate text-xs text-text-3">{email}</span> : null
}

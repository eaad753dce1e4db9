import { useRoomState } from './room-services.ts'

/** E-mail of a student who shares a name with another student of the class. Only staff receive it. */
export default function NamesakeEmail({ userId: of }: { userId: string }) {
  const email = useRoomState(
    ({ namesakes }) => namesakes.find(({ userId }) => userId === of)?.email,
    undefined,
  )
  return email ? <span className="truncate text-xs text-text-3">{email}</span> : null
}

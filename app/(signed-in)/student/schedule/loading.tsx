import { ScheduleSkeleton } from '#components/schedule/calendar/schedule-skeleton.tsx'

export default function Loading() {
  return <ScheduleSkeleton />
}

import {
  CalendarClock,
  CalendarPlus,
  CalendarX,
  Clock,
  GraduationCap,
  KeyRound,
  MapPin,
  UserRoundCog,
} from 'lucide-react'
import type { ReactNode } from 'react'
import { classes } from '#components/ui/classes.ts'
import type { NoticeIconName } from '#lib/notices/api.ts'

/** The icon for a notice's topic; decorative, since the text says the same. */
export function NoticeIcon({ icon: name }: { icon: NoticeIconName }) {
  const { icon, look } = icons[name]
  return (
    <span
      aria-hidden="true"
      className={classes(
        'grid size-9.5 flex-none place-items-center rounded-[11px] [&_svg]:size-4.75 [&_svg]:stroke-[1.75]',
        look,
      )}
    >
      {icon}
    </span>
  )
}

const quiet = 'bg-sunken text-text-2'
const info = 'bg-info-soft text-info-text'
const good = 'bg-ok-soft text-ok-text'
const bad = 'bg-bad-soft text-bad-text'

const icons: Record<NoticeIconName, { icon: ReactNode; look: string }> = {
  account: { icon: <KeyRound />, look: quiet },
  enrolled: { icon: <GraduationCap />, look: good },
  planned: { icon: <CalendarPlus />, look: info },
  moved: { icon: <CalendarClock />, look: info },
  trainer: { icon: <UserRoundCog />, look: quiet },
  cancelled: { icon: <CalendarX />, look: bad },
  place: { icon: <MapPin />, look: good },
  reminder: { icon: <Clock />, look: info },
}

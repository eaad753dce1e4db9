import { HelpCircle, Rabbit, Turtle } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useRoomApi, useRoomState } from '#components/classroom/room-state/room-services.ts'
import { useToastOnFailure } from '#components/classroom/ui/use-toast-on-failure.ts'
import type { MenuEntry } from '#components/ui/menu.tsx'
import { paces, reactions } from '#lib/kernel/enums.ts'
import { reactionEmoji } from './reaction-emoji.ts'

/** Menu entries of reactions that everyone sees briefly, and of the pace that only the trainer sees. */
export function useReactionEntries(): { reactions: MenuEntry[]; paces: MenuEntry[] } {
  const t = useTranslations('moderation')
  const api = useRoomApi()
  const attempt = useToastOnFailure()
  const ownPace = useRoomState((state) => state.ownPace, null)
  return {
    reactions: reactions.map((reaction) => ({
      label: t(`react.${reaction}`),
      icon: (
        <span aria-hidden="true" className="w-4.5 text-center">
          {reactionEmoji[reaction]}
        </span>
      ),
      onSelect: () => attempt(api.react(reaction)),
    })),
    paces: paces.map((pace) => ({
      label: t(`pace.${pace}`),
      icon: paceIcons[pace],
      checked: ownPace === pace,
      onSelect: () => attempt(api.sendPace(ownPace === pace ? null : pace)),
    })),
  }
}

const paceIcons = { slower: <Rabbit />, faster: <Turtle />, lost: <HelpCircle /> }

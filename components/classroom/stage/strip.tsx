import { ChevronLeft, ChevronRight } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { type KeyboardEvent, memo, useState } from 'react'
import { isSameList } from '#components/classroom/livekit/room-value.ts'
import { useActiveSpeaker } from '#components/classroom/livekit/use-active-speaker.ts'
import { useHands } from '#components/classroom/room-state/use-hands.ts'
import { useScreenSize } from '#components/classroom/ui/use-screen-size.ts'
import { orderStrip } from './order-strip.ts'
import { pageOfTiles, tilesPerStripPage } from './page-of-tiles.ts'
import { Tile } from './tile.tsx'

type StripProps = { me: string; people: string[]; large: string | null; isReady: boolean }

/** All participants except the large one, in pages. Arrow keys turn the pages. */
export function Strip({ me, people, large, isReady }: StripProps) {
  const t = useTranslations('room.strip')
  const size = useScreenSize()
  const perPage = tilesPerStripPage(size)
  const { frame, tilesStyles, pageStyles } = styles[size === 'landscape' ? 'beside' : 'below']
  const [wantedPage, setPage] = useState(0)
  const order = useStripOrder({ me, people, large, perPage })
  const { tiles, page, pages } = pageOfTiles(order, wantedPage, perPage)
  if (order.length === 0) return null
  // Reserves the strip's space until then.
  if (!isReady) return <div className={frame} />

  function turn(event: KeyboardEvent) {
    if (event.key === 'ArrowRight') setPage(Math.min(page + 1, pages - 1))
    if (event.key === 'ArrowLeft') setPage(Math.max(page - 1, 0))
  }

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: arrow keys are a second way to press the page buttons inside
    <div className={frame} onKeyDown={turn}>
      {page > 0 ? (
        <PageButton
          direction="previous"
          to={page - 1}
          pages={pages}
          className={pageStyles}
          onTurn={setPage}
        />
      ) : null}
      <ul aria-label={t('label', { page: page + 1, pages })} className={tilesStyles}>
        {tiles.map((identity) => (
          <li key={identity} className="min-h-0 min-w-0">
            <Tile identity={identity} source="camera" size="strip" />
          </li>
        ))}
      </ul>
      {page < pages - 1 ? (
        <PageButton direction="next" to={page + 1} pages={pages} className={pageStyles} onTurn={setPage} />
      ) : null}
    </div>
  )
}

type PageButtonProps = {
  direction: 'previous' | 'next'
  /** The page that the button opens, from 0. */
  to: number
  pages: number
  className: string
  onTurn: (page: number) => void
}

/** Memoised: the strip renders at each change of speaker, the button only when the pages change. */
const PageButton = memo(function PageButton({ direction, to, pages, className, onTurn }: PageButtonProps) {
  const t = useTranslations('room.strip')
  return (
    <button
      type="button"
      aria-label={t(direction, { page: to + 1, pages })}
      onClick={() => onTurn(to)}
      className={`flex flex-none flex-col items-center justify-center gap-0.5 rounded-[12px] border border-border-strong bg-surface hover:bg-hover [&>svg]:size-5.5 [&>svg]:stroke-[1.75] ${className}`}
    >
      {direction === 'next' ? <ChevronRight /> : <ChevronLeft />}
      {direction === 'next' ? (
        <span aria-hidden="true" className="text-xs font-medium text-text-2 tabular-nums">
          {t('pageOf', { page: to, pages })}
        </span>
      ) : null}
    </button>
  )
})

const styles = {
  below: {
    frame: 'flex h-[5.75rem] flex-none gap-2.5 md:h-30.5',
    tilesStyles: 'grid min-w-0 flex-1 grid-cols-3 gap-2.5 md:grid-cols-5',
    pageStyles: 'w-11 md:w-14',
  },
  beside: {
    frame: 'flex w-40 flex-none flex-col gap-2',
    tilesStyles: 'grid min-h-0 flex-1 grid-rows-2 gap-2',
    pageStyles: 'min-h-8',
  },
}

/** Strip order, which depends on the previous order: see `orderStrip`. */
function useStripOrder(params: {
  me: string
  people: string[]
  large: string | null
  perPage: number
}): string[] {
  const [previous, setPrevious] = useState<string[]>([])
  const hands = useHands().map(({ userId }): string => userId)
  const order = orderStrip({ ...params, ...useActiveSpeaker(), hands, previous })
  if (!isSameList(order, previous)) setPrevious(order)
  return order
}

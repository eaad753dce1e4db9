import { useTranslations } from 'next-intl'
import { type CSSProperties, useState } from 'react'
import { useScreenSharers, useVideoIdentities } from '#components/classroom/livekit/people.ts'
import { useStageChoices } from '#components/classroom/room-state/stage-choices.ts'
import { lazyWithRetry } from '#components/classroom/ui/lazy-with-retry.tsx'
import { useScreenSize } from '#components/classroom/ui/use-screen-size.ts'
import { orderGrid } from './order-grid.ts'
import { gridShape, pageOfTiles, tilesPerGridPage } from './page-of-tiles.ts'
import { Tile } from './tile.tsx'

// Most classes fit on one page.
const GridPages = lazyWithRetry(
  () => import('./grid-pages.tsx'),
  () => <div className="h-10 flex-none" />,
)

export type GridProps = { me: string }

/** All participants at the same size, in pages. Video of other pages is not received. */
export default function Grid({ me }: GridProps) {
  const t = useTranslations('room.strip')
  const size = useScreenSize()
  const [wantedPage, setPage] = useState(0)
  const { trainerId, pinned } = useStageChoices()
  const all = orderGrid({
    people: useVideoIdentities(),
    sharers: useScreenSharers(),
    trainer: trainerId,
    me,
    pinned,
  })
  const perPage = tilesPerGridPage(size)
  const shown = pageOfTiles(all, wantedPage, perPage)
  const { tiles, page, pages } = shown
  const { columns, rows } = gridShape(tiles.length, size)
  const shape: CSSProperties = {
    gridTemplateColumns: `repeat(${columns}, minmax(0, 1fr))`,
    gridTemplateRows: `repeat(${rows}, minmax(0, 1fr))`,
  }
  return (
    <div className="flex size-full min-h-0 flex-col gap-1.5">
      <ul
        aria-label={t('label', { page: page + 1, pages })}
        className="grid min-h-0 flex-1 gap-2.5"
        style={shape}
      >
        {tiles.map(({ identity, source }) => (
          <li key={`${source} ${identity}`} className="min-h-0 min-w-0">
            <Tile identity={identity} source={source} size="grid" />
          </li>
        ))}
      </ul>
      {pages > 1 ? <GridPages all={all} shown={shown} perPage={perPage} onTurn={setPage} /> : null}
    </div>
  )
}

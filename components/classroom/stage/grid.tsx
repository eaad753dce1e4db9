import { ChevronLeft, ChevronRight } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { type CSSProperties, useContext, useState } from 'react'
import { useFaces, useSharers } from '#components/classroom/room/people.ts'
import { IconButton } from '#components/ui/icon-button.tsx'
import { orderGrid } from './order-grid.ts'
import { gridShape, pageOfTiles, tilesPerGridPage } from './page-of-tiles.ts'
import { PinContext } from './pin.ts'
import { Tile } from './tile.tsx'
import { TrainerContext } from './trainer-context.ts'
import { useScreenSize } from './use-screen-size.ts'

/** Everybody at the same size, a page at a time. What is not on the page is not received. */
export function Grid({ me }: { me: string }) {
  const t = useTranslations('room.strip')
  const size = useScreenSize()
  const [wantedPage, setPage] = useState(0)
  const all = orderGrid({
    people: useFaces(),
    sharers: useSharers(),
    trainer: useContext(TrainerContext),
    me,
    pinned: useContext(PinContext).pinned,
  })
  const { tiles, page, pages } = pageOfTiles(all, wantedPage, tilesPerGridPage(size))
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
      {pages > 1 ? (
        <div className="flex h-10 flex-none items-center gap-1.5">
          <IconButton
            label={t('previous', { page, pages })}
            icon={<ChevronLeft />}
            disabled={page === 0}
            onClick={() => setPage(page - 1)}
          />
          <span className="text-sm font-medium tabular-nums">{t('pageOf', { page: page + 1, pages })}</span>
          <IconButton
            label={t('next', { page: page + 2, pages })}
            icon={<ChevronRight />}
            disabled={page === pages - 1}
            onClick={() => setPage(page + 1)}
          />
        </div>
      ) : null}
    </div>
  )
}

'use client'

import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { useId } from 'react'
import { LiveDot } from '#components/ui/badge.tsx'
import { classes } from '#components/ui/classes.ts'
import type { MoreBlocks as More } from './arrange-days.ts'
import type { Block } from './block.ts'
import { longDayOf } from './day-label.ts'
import { openSessionHref, type ScheduleQuery } from './schedule-href.ts'

/** The count of sessions without a lane; a press lists them. */
export function MoreBlocks({ more, shown }: { more: More<Block>; shown: ScheduleQuery }) {
  const t = useTranslations('schedule')
  const common = useTranslations('common.status')
  const id = useId()
  const live = more.blocks.filter(({ status }) => status === 'in_progress').length
  const count = more.blocks.length
  return (
    <>
      <button
        type="button"
        popoverTarget={id}
        className={classes(
          'mx-0.75 my-0.5 flex h-6 max-w-full items-center gap-1.5 truncate rounded-[7px] px-2 text-xs font-semibold shadow-1',
          live > 0 ? 'bg-primary-soft text-primary-text' : 'bg-sunken text-text-2 hover:text-text',
        )}
      >
        {live > 0 ? <LiveDot /> : null}
        {live === 0
          ? t('more', { count })
          : live === count
            ? t('moreLive', { count })
            : t('moreSomeLive', { count, live })}
      </button>
      <div
        id={id}
        popover="auto"
        className="m-auto max-h-[80dvh] w-[min(22rem,calc(100vw-2rem))] overflow-y-auto rounded-card border bg-surface p-4 text-text shadow-3"
      >
        <h3 className="text-h3">{t('moreOn', { day: longDayOf(more.day) })}</h3>
        <ul className="mt-2 flex flex-col">
          {more.blocks.map((block) => (
            <li key={block.id} className="border-t first:border-t-0">
              <Link
                href={openSessionHref(shown, block.id)}
                prefetch={false}
                scroll={false}
                className="-mx-2 block rounded-control px-2 py-2.5 hover:bg-hover"
              >
                <span className="block text-md font-medium">{block.title}</span>
                <span className="block text-sm text-text-2 tabular-nums">
                  {block.time} · {block.trainer.name} · {common(block.status)}
                </span>
              </Link>
            </li>
          ))}
        </ul>
      </div>
    </>
  )
}

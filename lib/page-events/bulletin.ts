import { z } from 'zod'
import { noticeNews, sessionNews } from './news.ts'

const sessionBulletin = sessionNews.extend({
  /** `leaders`: only the trainer and admins; who comes and goes is no news for a hundred students. */
  audience: z.enum(['everybody', 'leaders']),
  /** Who lost their place in the session with this change, and must hear of it too. */
  formerly: z.array(z.uuid()),
})

const noticeBulletin = noticeNews.extend({ readers: z.array(z.uuid()) })

/** Sign-ins that were ended; a trigger on "SignIn" sends it (migration ended_sign_ins). */
const signOutBulletin = z.object({ kind: z.literal('signed-out'), signInIds: z.array(z.uuid()) })

/** What goes through PostgreSQL: the news, and who is to hear of it. */
export const bulletin = z.discriminatedUnion('kind', [sessionBulletin, noticeBulletin, signOutBulletin])
export type Bulletin = z.infer<typeof bulletin>

/** A bulletin that pages are told. */
export type NewsBulletin = Exclude<Bulletin, { kind: 'signed-out' }>

export const NEWS_CHANNEL = 'caravan_news'

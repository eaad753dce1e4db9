export type StripParams = {
  /** The order shown before. */
  previous: string[]
  /** All participants inside, by join time. */
  people: string[]
  me: string
  /** The participant whose camera is large, and therefore not in the strip. */
  large: string | null
  activeSpeaker: string | null
  /** Participants with a raised hand, in queue order. */
  hands: string[]
  /** Participants who spoke, the latest first. */
  recent: string[]
  perPage: number
}

/**
 * Order of the strip: the viewer, the active speaker, raised hands, recent speakers, then the others. Tiles
 * keep their position once shown: newcomers take free positions, and only a speaker who is not on the first
 * page swaps with the quietest tile there.
 */
export function orderStrip(params: StripParams): string[] {
  const { previous, people, me, large, activeSpeaker, hands, recent } = params
  const shown = people.filter((identity) => identity !== large)
  const byRank = [me, activeSpeaker, ...hands, ...recent, ...shown].filter((identity) => identity !== null)
  const newcomers = unique(byRank).filter(
    (identity) => shown.includes(identity) && !previous.includes(identity),
  )
  const order = previous.flatMap((identity) => {
    if (shown.includes(identity)) return [identity]
    const next = newcomers.shift()
    return next ? [next] : []
  })
  return withSpeaker(withMeFirst([...order, ...newcomers], me), params)
}

function withMeFirst(order: string[], me: string): string[] {
  return order.includes(me) ? [me, ...order.filter((identity) => identity !== me)] : order
}

function withSpeaker(order: string[], { activeSpeaker, recent, me, perPage }: StripParams): string[] {
  const at = activeSpeaker ? order.indexOf(activeSpeaker) : -1
  if (!activeSpeaker || at < perPage) return order
  const page = order.slice(0, perPage).filter((identity) => identity !== me)
  const quietest = page.toSorted((one, other) => rank(recent, other) - rank(recent, one)).at(0)
  if (!quietest) return order
  return order.map((identity) =>
    identity === activeSpeaker ? quietest : identity === quietest ? activeSpeaker : identity,
  )
}

/** Index among the recent speakers; the list's length for participants who never spoke. */
function rank(recent: string[], identity: string): number {
  const at = recent.indexOf(identity)
  return at === -1 ? recent.length : at
}

function unique(identities: string[]): string[] {
  return [...new Set(identities)]
}

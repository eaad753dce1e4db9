/** Tracks up to which change of a room all changes are known, by updates or by reading. */
export function createChangeProgress() {
  let complete = 0
  let newest = 0
  /** Numbers received after a gap. */
  const ahead = new Set<number>()

  function advance() {
    while (ahead.delete(complete + 1)) complete += 1
  }

  return {
    get complete() {
      return complete
    },
    /** Whether changes up to the newest known number still have to be read. */
    get isBehind() {
      return complete < newest
    },
    /** Records that a change with this number exists, whatever its content. */
    noteNewest(number: number) {
      newest = Math.max(newest, number)
    },
    markReceived(number: number) {
      newest = Math.max(newest, number)
      if (number > complete) ahead.add(number)
      advance()
    },
    /** Records that all changes up to this number were read. */
    markReadUpTo(number: number) {
      complete = Math.max(complete, number)
      for (const early of ahead) if (early <= complete) ahead.delete(early)
      advance()
    },
  }
}

/** Up to which change of a room everything is here: told one by one, or read. */
export function createChangeProgress() {
  let complete = 0
  let newest = 0
  /** Told already, after one that was not. */
  const ahead = new Set<number>()

  function advance() {
    while (ahead.delete(complete + 1)) complete += 1
  }

  return {
    get complete() {
      return complete
    },
    /** Whether some change before the newest one that is known of has to be read. */
    get isBehind() {
      return complete < newest
    },
    /** There is this change, whatever it is. */
    noteNewest(number: number) {
      newest = Math.max(newest, number)
    },
    markReceived(number: number) {
      newest = Math.max(newest, number)
      if (number > complete) ahead.add(number)
      advance()
    },
    /** All of them up to this one were read. */
    markReadUpTo(number: number) {
      complete = Math.max(complete, number)
      for (const early of ahead) if (early <= complete) ahead.delete(early)
      advance()
    },
  }
}

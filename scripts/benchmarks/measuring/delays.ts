/** A named event and its time by `clock`. */
export type Observation = { name: string; at: number }

/** Monotonic time in ms, shared by all processes of a machine. */
export function clock(): number {
  return Number(process.hrtime.bigint()) / 1e6
}

/** Delays of named events from one process to another, in ms. */
export class Delays {
  private readonly begun: Observation[] = []
  private delays: number[] = []

  begin(name: string) {
    this.begun.push({ name, at: clock() })
  }

  /** Matches each begun event with the first observation of its name before the next begin of that name. */
  matchObservations(observations: Observation[]) {
    this.delays = this.begun.flatMap(({ name, at }, index) => {
      const next = this.begun.find((one, other) => other > index && one.name === name)?.at ?? Infinity
      const between = observations.filter((one) => one.name === name && one.at >= at && one.at < next)
      return between.length > 0 ? [Math.min(...between.map((one) => one.at - at))] : []
    })
  }

  get ended() {
    return this.delays.length
  }

  percentile(share: number): number {
    const sorted = this.delays.toSorted((one, other) => one - other)
    return sorted[Math.floor((sorted.length - 1) * share)] ?? Number.NaN
  }

  toString(): string {
    const [median, most] = [this.percentile(0.5), this.percentile(0.95)]
    return `median ${median.toFixed(1)} ms, 95 % ${most.toFixed(1)} ms, ${this.ended} of them`
  }
}

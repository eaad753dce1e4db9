/** What was noticed of something, and when by `clock`. */
export type Observation = { name: string; at: number }

/** In ms, the same for all processes of a machine. */
export function clock(): number {
  return Number(process.hrtime.bigint()) / 1e6
}

/** How long things take from one process to another, by their names. In ms. */
export class Delays {
  private readonly begun: Observation[] = []
  private delays: number[] = []

  begin(name: string) {
    this.begun.push({ name, at: clock() })
  }

  /** Each that was begun ends with the first that was heard of its name, before another of that name was begun. */
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

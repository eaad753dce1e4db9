/** How long things take from one place to another, by their names. In ms. */
export class Delays {
  private readonly begun = new Map<string, number>()
  private readonly delays: number[] = []

  begin(name: string) {
    this.begun.set(name, performance.now())
  }

  end(name: string) {
    const at = this.begun.get(name)
    if (at === undefined) return
    this.begun.delete(name)
    this.delays.push(performance.now() - at)
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

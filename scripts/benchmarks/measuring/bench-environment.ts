/** What a benchmark measures: the production build with demonstration data, on services of its own. */
export type BenchEnvironment = {
  baseUrl: string
  databaseUrl: string
  livekit: { url: string; apiKey: string; apiSecret: string }
  /** What follows the benchmark's name on the command line. */
  args: string[]
}

/** Prints its figures, and answers whether they are within its limit. */
export type Benchmark = (bench: BenchEnvironment) => Promise<boolean>

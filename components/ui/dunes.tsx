import { ridgeHeight } from './ridge.ts'

/** Decorative dunes at night, along the bottom of a container with position: relative. */
export function Dunes() {
  return (
    <svg
      viewBox="0 0 1056 150"
      preserveAspectRatio="none"
      aria-hidden="true"
      className="absolute inset-0 size-full"
    >
      <path d="M0 96C160 96 250 30 420 34s270 74 420 60 160-40 216-44v100H0z" fill="#1e243b" />
      <path d="M0 128c190 0 330-52 520-44s300 56 536 22v44H0z" fill="#2a2437" />
      <path d="M0 146c240 2 420-34 640-28s300 24 416 14v18H0z" fill="#5a2f22" />
    </svg>
  )
}

const MAX_DOTS = 24

type TrailProps = {
  /** The session's number among those of its class, from 1. */
  number: number
  numberOf: number
  /** The text next to the dot of this session: "Session 9 of 24". */
  label: string
  /** The same for screen readers. */
  description: string
}

/** The sessions of a class as dots along a dune: done, this one, to come. Long classes show a part. */
export function Trail({ number, numberOf, label, description }: TrailProps) {
  const { first, count } = partShown({ number, numberOf })
  return (
    <div className="relative h-full" role="img" aria-label={description}>
      <Dunes />
      {Array.from({ length: count }, (_, index) => {
        const at = first + index
        const x = 0.042 + (0.916 * index) / Math.max(1, count - 1)
        return (
          <span
            key={at}
            className={`absolute -translate-1/2 rounded-full ${dotStyles(at, number)}`}
            style={{
              left: `${x * 100}%`,
              top: `calc(${ridgeHeight(x) * 100}% - ${at === number ? 12 : 9}px)`,
            }}
          >
            {at === number ? (
              <span
                className={`absolute -top-6 text-xs max-sm:-top-7.5 font-[550] whitespace-nowrap text-text ${x > 0.6 ? 'right-1' : 'left-5'}`}
              >
                {label}
              </span>
            ) : null}
          </span>
        )
      })}
    </div>
  )
}

function partShown({ number, numberOf }: { number: number; numberOf: number }) {
  const count = Math.min(numberOf, MAX_DOTS)
  const first = Math.min(Math.max(1, number - MAX_DOTS / 2), numberOf - count + 1)
  return { first, count }
}

function dotStyles(at: number, number: number): string {
  if (at < number) return 'size-2 bg-[#cfc6b6]'
  if (at === number) return 'size-3.75 bg-primary shadow-[0_0_0_6px_rgb(245_165_76/.2)]'
  return 'size-2 border-[1.5px] border-control'
}

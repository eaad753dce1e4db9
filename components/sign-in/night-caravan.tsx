const GLOW_RADIUS = 6

/** The picture next to the sign-in: a caravan of lanterns on a dune, with the school's slogan. */
export function NightCaravan({ title, text }: { title: string; text: string }) {
  return (
    <aside
      data-theme="dark"
      className="relative m-3 hidden overflow-hidden rounded-[24px] bg-[#0b1022] lg:block lg:min-h-150"
    >
      <svg
        viewBox="0 0 740 876"
        preserveAspectRatio="xMidYMax slice"
        aria-hidden="true"
        className="absolute inset-0 size-full"
      >
        <Paints />
        <rect width="740" height="876" fill="url(#sky)" />
        <g fill="#f1ece4">
          {stars.map((star) => (
            <circle key={star.cx} {...star} />
          ))}
        </g>
        <circle cx="572" cy="426" r="150" fill="url(#glow)" />
        <circle cx="572" cy="426" r="44" fill="#f6c27f" />
        <path d="M0 560c120-10 170-74 290-70s160 66 260 62 130-54 190-58v382H0z" fill="url(#dune-1)" />
        <path d="M0 640c140 4 210-82 350-84 150-2 220 92 390 60v260H0z" fill="url(#dune-2)" />
        <path d="M0 724c150-30 230 16 360-20s200-92 380-76v248H0z" fill="url(#dune-3)" />
        <path
          d="M0 724c150-30 230 16 360-20s200-92 380-76"
          fill="none"
          stroke="#e08a4a"
          strokeWidth="1.5"
          opacity=".55"
        />
        <path d="M0 812c180-40 330 30 500 6s180-34 240-36v94H0z" fill="url(#dune-4)" />
        {lanterns.map(({ cx, cy, r }) => (
          <g key={cx}>
            <circle cx={cx} cy={cy} r={r * GLOW_RADIUS} fill="url(#glow)" />
            <circle cx={cx} cy={cy} r={r} fill="#ffd9a3" />
          </g>
        ))}
      </svg>
      <div className="absolute inset-x-12 top-13">
        <p className="max-w-[15em] text-[2.125rem] leading-[1.2] font-semibold tracking-[-.024em] text-balance">
          {title}
        </p>
        <p className="mt-3 max-w-[30em] text-lg text-text-2">{text}</p>
      </div>
    </aside>
  )
}

function Paints() {
  return (
    <defs>
      <linearGradient id="sky" x1="0" y1="0" x2="0" y2="1">
        <stop stopColor="#0a0f20" />
        <stop offset=".55" stopColor="#18213d" />
        <stop offset=".8" stopColor="#3d3540" />
        <stop offset="1" stopColor="#6b4232" />
      </linearGradient>
      <radialGradient id="glow">
        <stop stopColor="#f5a54c" stopOpacity=".55" />
        <stop offset="1" stopColor="#f5a54c" stopOpacity="0" />
      </radialGradient>
      <Slope id="dune-1" from="#303c5e" to="#222a45" lean="0" />
      <Slope id="dune-2" from="#7a4029" to="#3a2224" lean=".3" />
      <Slope id="dune-3" from="#a24a25" to="#56281f" lean=".2" />
      <Slope id="dune-4" from="#171a30" to="#0b0f1e" lean=".2" />
    </defs>
  )
}

function Slope({ id, from, to, lean }: { id: string; from: string; to: string; lean: string }) {
  return (
    <linearGradient id={id} x1="0" y1="0" x2={lean} y2="1">
      <stop stopColor={from} />
      <stop offset="1" stopColor={to} />
    </linearGradient>
  )
}

/** The same sky each time: the low digits of a sine are random enough. */
function scatter(index: number, seed: number): number {
  const value = Math.sin(index * seed + seed) * 43758.5453
  return value - Math.floor(value)
}

const stars = Array.from({ length: 64 }, (_, index) => ({
  cx: Math.round(scatter(index, 12.9898) * 7400) / 10,
  cy: Math.round(180 + scatter(index, 78.233) * 270),
  r: Math.round((0.6 + scatter(index, 37.7) * 1.1) * 100) / 100,
  opacity: Math.round((0.25 + ((index * 3) % 7) / 12) * 100) / 100,
}))

/** Positions along the ridge of the second dune; the lanterns grow towards the moon. */
const lanterns = [
  { cx: 76.7, cy: 628.6, r: 2.4 },
  { cx: 124, cy: 614.8, r: 2.9 },
  { cx: 165.5, cy: 598.7, r: 3.4 },
  { cx: 203.5, cy: 582.9, r: 3.9 },
  { cx: 239.1, cy: 569.4, r: 4.4 },
  { cx: 273.3, cy: 559, r: 4.9 },
  { cx: 306.2, cy: 552.1, r: 5.4 },
]

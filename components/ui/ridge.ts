type Curve = { x: [number, number, number, number]; y: [number, number, number, number] }

const WIDTH = 1056
const HEIGHT = 150

/** The upper edge of the front dune in dunes.tsx, as its path draws it. */
const ridge: Curve[] = [
  { x: [0, 160, 250, 420], y: [96, 96, 30, 34] },
  { x: [420, 590, 690, 840], y: [34, 38, 108, 94] },
  { x: [840, 990, 1000, 1056], y: [94, 80, 54, 50] },
]

/** How far down the ridge is at `across`, both as fractions of the picture from 0 to 1. */
export function ridgeHeight(across: number): number {
  const x = across * WIDTH
  const curve = ridge.find((candidate) => x <= candidate.x[3])
  if (!curve) return 50 / HEIGHT
  let low = 0
  let high = 1
  for (let step = 0; step < 24; step++) {
    const middle = (low + high) / 2
    if (bezier(curve.x, middle) < x) low = middle
    else high = middle
  }
  return bezier(curve.y, low) / HEIGHT
}

function bezier([a, b, c, d]: [number, number, number, number], t: number): number {
  const u = 1 - t
  return u * u * u * a + 3 * u * u * t * b + 3 * u * t * t * c + t * t * t * d
}

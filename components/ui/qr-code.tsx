import { memo } from 'react'
import { encode } from 'uqr'

type QrCodeProps = {
  /** What it says, such as an address. */
  text: string
  /** What it is for, for people who do not see it. */
  label: string
  className?: string
}

/** Text as a QR code (ISO/IEC 18004): dark on light in every theme, as cameras expect it. Worked out once for its text. */
export const QrCode = memo(function QrCode({ text, label, className }: QrCodeProps) {
  const { data, size } = encode(text, { ecc: 'M', border: 3 })
  const squares = data.flatMap((row, y) => row.map((isDark, x) => (isDark ? `M${x} ${y}h1v1h-1z` : '')))
  return (
    <svg role="img" aria-label={label} viewBox={`0 0 ${size} ${size}`} className={className}>
      <path fill="#fff" d={`M0 0h${size}v${size}H0z`} />
      <path fill="#12172b" shapeRendering="crispEdges" d={squares.join('')} />
    </svg>
  )
})

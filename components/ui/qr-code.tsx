import { memo } from 'react'
import { encode } from 'uqr'

type QrCodeProps = {
  /** The encoded text, such as a URL. */
  text: string
  /** The accessible name: the purpose of the code. */
  label: string
  className?: string
}

/** Text as a QR code (ISO/IEC 18004): dark on light in every theme, as cameras expect. Computed once per text. */
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

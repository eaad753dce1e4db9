export const segmentFrameStyles = 'inline-flex gap-0.5 rounded-control border bg-sunken p-0.75'
export const segmentItemStyles =
  'relative inline-flex h-7.5 items-center gap-1.5 rounded-[7px] px-3 text-sm font-medium whitespace-nowrap text-text-2 pointer-coarse:min-h-11 [&_svg]:size-3.75'

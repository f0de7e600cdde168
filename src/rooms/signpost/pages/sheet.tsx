import { type Frame, useFrame } from '#ui/frame.tsx'

/** The frame without its printed foot: a sheet has its own, and two would make a second page. */
export function useFrameOfSheet(): Frame {
  const { print: _, ...frame } = useFrame()
  return frame
}

/** Waits for an answer of the school. */
export const isWaiting = ({ stage }: { stage: string }) => stage === 'new' || stage === 'kept' || stage === 'passed'

/** A no whose letter has not gone, or that never had one. */
export const canBeReopened = ({ stage, mail }: { stage: string; mail: string | null }) =>
  stage === 'declining' || (stage === 'declined' && mail === null)

/** What became of an offer at the desk: it lies there, or its theme was answered at once. */
export type Laid = 'laid' | 'at-once'

/** Waits for an answer of the school. */
export const isWaiting = ({ stage }: { stage: string }) => stage === 'new' || stage === 'kept' || stage === 'passed'

/** What became of an offer at the desk: it lies there, or its theme was answered at once. */
export type Laid = 'laid' | 'at-once'

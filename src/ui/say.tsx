import type { Child } from 'hono/jsx'

/** The one sentence on top that could be read out. */
export const Say = ({ children }: { children?: Child }) => <p class="say">{children}</p>

/** Things that belong together, one under the other. */
export const Stack = ({ children }: { children?: Child }) => <div class="stack">{children}</div>

/** Side by side where there is room, under each other where there is not. */
export const Columns = ({ children }: { children?: Child }) => <div class="columns">{children}</div>

/** Two short fields that are one answer, such as a day and a time. */
export const Pair = ({ children }: { children?: Child }) => <div class="pair">{children}</div>

export type StepsProps = {
  /** Names the list for who hears it, e.g. "Step 2 of 4". */
  label: string
  steps: string[]
  /** Which one we are at, counted from 1. */
  current: number
}

/** How far we are in a flow: dots joined by short lines. */
export const Steps = ({ label, steps, current }: StepsProps) => (
  <div class="steps">
    <p class="small soft">{label}</p>
    <ol>
      {steps.map((step, place) => (
        <li
          class={place + 1 < current ? 'step-done' : undefined}
          aria-current={place + 1 === current ? 'step' : undefined}
        >
          <span>{step}</span>
        </li>
      ))}
    </ol>
  </div>
)

export type WeekDay = {
  /** "mo", drawn under the block. */
  short: string
  there: 'there' | 'part' | 'away'
  today?: boolean | undefined
}
export type WeekProps = {
  /** The twin in words: everything the drawing says. */
  text: string
  days: WeekDay[]
}

/** Which days somebody is there, at a glance; the words beside it say the same. */
export const Week = ({ text, days }: WeekProps) => (
  <div class="week">
    <p>{text}</p>
    <ol class="week-days" aria-hidden="true">
      {days.map((day) => (
        <li class={`day day-${day.there}${day.today ? ' day-today' : ''}`}>{day.short}</li>
      ))}
    </ol>
  </div>
)

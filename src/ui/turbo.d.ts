// Turbo ships no types; this is the little of it that we touch.
declare module '@hotwired/turbo' {
  export const config: { drive: { progressBarDelay: number }; forms: { mode: string } }
  export function visit(location: string, options?: { action: 'advance' | 'replace' }): void
}

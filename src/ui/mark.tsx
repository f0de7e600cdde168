/** The mark: two dots joined by a short line. */
export const Mark = () => (
  <svg class="mark" viewBox="0 0 36 16" aria-hidden="true">
    <path d="M7 8h22" stroke="currentColor" stroke-width="3" />
    <circle cx="7" cy="8" r="6.5" fill="currentColor" />
    <circle cx="29" cy="8" r="6.5" fill="currentColor" />
  </svg>
)

/** The same mark as a file, for the tab of the browser. */
export const markFile =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 36 36"><rect width="36" height="36" rx="8" fill="#f6f1e6"/>' +
  '<path d="M9 18h18" stroke="#1d5243" stroke-width="3"/><circle cx="9" cy="18" r="6" fill="#1d5243"/>' +
  '<circle cx="27" cy="18" r="6" fill="#1d5243"/></svg>'

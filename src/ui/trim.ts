// The parts of NL Design System that our components wear. A test holds this list equal to what they wear.
export const worn = new Set([
  'utrecht-button',
  'utrecht-button--primary-action',
  'utrecht-button--secondary-action',
  'utrecht-button--danger',
  'utrecht-form-field',
  'utrecht-form-field--invalid',
  'utrecht-form-field-description',
  'utrecht-form-field-error-message',
  'utrecht-form-fieldset',
  'utrecht-form-fieldset--html-fieldset',
  'utrecht-form-fieldset--invalid',
  'utrecht-form-fieldset__legend',
  'utrecht-form-fieldset__legend--html-legend',
  'utrecht-form-label',
  'utrecht-select',
  'utrecht-select--html-select',
  'utrecht-select--invalid',
  'utrecht-skip-link',
  'utrecht-skip-link--visible-on-focus',
  'utrecht-table',
  'utrecht-table--html-table',
  'utrecht-textarea',
  'utrecht-textarea--html-textarea',
  'utrecht-textarea--invalid',
  'utrecht-textbox',
  'utrecht-textbox--html-input',
  'utrecht-textbox--invalid',
])

/** Leaves out every rule for a part nobody wears: half the weight of the component library. */
export function trim(css: string): string {
  return css
    .replace(/\/\*[\s\S]*?\*\//g, '')
    .replace(/([^{}]+)(\{[^{}]*\})/g, (_, selectors: string, body: string) => keepWorn(selectors) + body)
    .replace(/(^|[{}])\s*\{[^{}]*\}/g, '$1')
}

function keepWorn(selectors: string): string {
  if (selectors.trim().startsWith('@')) return selectors
  return splitOutsideBrackets(selectors).filter(isWorn).join(',')
}

/** States no field of ours is in. What a browser thinks of an empty box is none either: we mark what was sent back. */
const never = /:(invalid|read-only)|--html-\w+:(disabled|hover)|area::placeholder/

// A class inside :not() or :has() does not have to be worn for the rule to count.
const isWorn = (selector: string) =>
  !never.test(selector) &&
  [...selector.replace(/\([^()]*\)/g, '').matchAll(/\.(utrecht-[\w-]+)/g)].every(([, name]) => worn.has(name ?? ''))

const splitOutsideBrackets = (selectors: string) => selectors.split(/,(?![^(]*\))/)

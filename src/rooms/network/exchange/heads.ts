/** The file's own words for what has no column; Dutch, as its heads are. */
export const heads = { law: 'Wet of afspraak', owner: 'Wie bij ons', present: 'Aanwezig', room: 'Ruimte' } as const

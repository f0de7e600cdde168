/** A name as it stands inside a sentence: “Slaap en vermoeidheid” gets a small letter, “ICT” and “TOS” keep theirs. */
export const inside = (name: string) => name.replace(/^\p{Lu}(?=\p{Ll})/u, (sign) => sign.toLowerCase())

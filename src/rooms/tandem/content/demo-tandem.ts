export const ownInTown = 'Het Jeugdteam wil een vast uur in huis: kan dat na de kerst?'
export const ownInVillage = 'Wie springt in als ik er niet ben?'
export const carriedInTown = 'Wie gaat er mee naar het overleg van het samenwerkingsverband?'
export const agreedInTown = {
  what: 'Wachten op dyslexiezorg duurt lang.',
  outcome: 'Nadia belt; tot die tijd oefent de leesspecialist van de bibliotheek mee.',
}

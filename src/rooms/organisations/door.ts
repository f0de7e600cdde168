export { claimOrganisation, sayWhoWeAre, takeOverList, typeInSchool } from './actions.ts'
export { coordinatesOf, distanceKm, shippedLocations } from './duo/shipped.ts'
export { countSchools, type Found, findOrganisation, findSchools } from './queries.ts'
export { organisations, themes } from './tables.ts'

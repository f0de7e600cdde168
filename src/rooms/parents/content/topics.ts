/**
 * What parents ask most, out of the topics of the signpost (`trade`). The texts are in content/nl.ts and content/en.ts;
 * a third language is one more file (src/main/languages) with `words: { 'parents-page': { … } }`.
 * Owner: the team of the signpost. Date: 2026-11. Sources: law.md C1, C2, C10, C12, D1, D2, D3; taxonomy `parent_first_role`;
 * practices' own pages on going to a speech therapist without a letter (DTL). Check every year before August.
 */
export const pageTopics = [
  { id: 'spraak_taal', steps: 3 },
  { id: 'dyslexie', steps: 3 },
  { id: 'hoogbegaafdheid', steps: 2 },
  { id: 'opp_ondersteuning', steps: 3 },
  { id: 'overgang_vo', steps: 2 },
  { id: 'pesten', steps: 3 },
  { id: 'sociale_vaardigheden', steps: 2 },
  { id: 'adhd', steps: 3 },
  { id: 'angst_somber', steps: 3 },
  { id: 'slaap', steps: 2 },
  { id: 'opvoedvragen', steps: 3 },
  { id: 'mediawijsheid', steps: 2, role: 'leerkracht' }, // the taxonomy's ict is for questions of colleagues
  { id: 'overgewicht_voeding', steps: 2 },
  { id: 'gebit', steps: 2 },
  { id: 'gehoor', steps: 2 },
  { id: 'motoriek', steps: 2 },
  { id: 'medisch_handelen', steps: 2 },
  { id: 'infectie_luizen', steps: 2 },
  { id: 'echtscheiding', steps: 3 },
  { id: 'rouw', steps: 2 },
  { id: 'zieke_ouder', steps: 2 },
  { id: 'armoede', steps: 3 },
  { id: 'taal_ouders', steps: 2 },
  { id: 'verzuim', steps: 3 },
  { id: 'thuiszitter', steps: 3 },
] as const satisfies readonly { id: string; steps: 2 | 3; role?: ParentRole }[]

/** Whom a parent can ask for at school; the others are not for this page. */
export const parentRoles = [
  'leerkracht',
  'ib',
  'directeur',
  'teamleider',
  'pestcoordinator',
  'vertrouwenspersoon',
  'aandachtsfunctionaris',
  'brugfunctionaris',
  'gedragsspecialist',
  'hb_specialist',
  'taalcoordinator',
  'gezondheidscoordinator',
  'ict',
  'administratie',
] as const
export type ParentRole = (typeof parentRoles)[number]

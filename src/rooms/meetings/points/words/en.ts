export const en = {
  title: 'What it is about',
  lead: 'Every line is a point. Whoever is invited sees them on their page and on paper; they stand in no letter and no calendar.',
  child: 'Never name a child. Whoever is invited reads this, also without an account.',
  field: 'Points',
  hint: 'One point a line, in the order of the talk. What was there already for this kind, change as you like.',
  save: 'Keep the points',
  saved: 'The points are kept.',
  heading: 'What it is about',
  change: 'Change the points',
  write: 'Write down the points',
  'after.agree': 'Agreement with {partner}',
  'after.else': 'Agree something else with {partner}',
  print: 'Print this sheet',
  paper: 'On paper',
  notes: 'with room to write',
  'usual.consultation':
    'Why we are here\nWhat we did so far\nWhat is needed now\nWho does what, and when\nWhen we look back',
  'usual.introduction':
    'Who we are, and what we do\nFor which questions we call each other\nHow we reach each other\nWhat we try together',
  'usual.review':
    'What went well\nWhat was hard\nWhat came of the agreements\nWhat to keep, what to change\nWhen we look again',
  'usual.parents':
    'Welcome, and who is here\nWhat parents see and want\nWhat school sees\nWhat we do together\nWhen we talk again',
  'usual.working_group':
    'What we did since last time\nWhat we want to reach\nWhat we decide today\nWho does what, and when',
  'usual.other': '',
  'error.summary': 'Not quite right',
  'error.long': 'Keep every point under 120 characters.',
  'error.many': 'At most 15 points.',
  'error.names': 'There is a name here. Take it out.',
  'error.bsn': 'There is a citizen service number here. Take it out.',
  'error.birth-date': 'There is a date of birth here. Take it out.',
  'error.one-child': 'This is about one child. Write it in general: what about is said in the talk.',
}

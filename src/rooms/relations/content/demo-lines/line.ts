/** A line of the demo town as it is told. All names, numbers and addresses are made up. */
export type DemoFace = { name: string; work: string; days: number[]; moment: string; phone: string; mail: string }
export type DemoLine = {
  name: string
  /** As it is remembered: “school: name”. */
  partOf?: string
  type: string
  form: 'organisation' | 'person' | 'group'
  levels: ('pupil' | 'group' | 'organisation')[]
  scale: 'building' | 'wijk' | 'gemeente' | 'regio' | 'landelijk'
  since: string
  owner: string
  deputy: string | null
  obligation: 'law' | 'population' | 'choice'
  motives: string[]
  website: string | null
  phone: string
  /** How soon one usually hears back. */
  reply?: string
  postcode: string
  faces: DemoFace[]
}

import type { PlanText } from '../../src/shared/model/care-plans/reading.ts'

const firstNames = [
  'Leon',
  'Norma',
  'Femi',
  'Eve',
  'Pritpal',
  'Dot',
  'Kelly',
  'Gerald',
  'Maxine',
  'Ronnie',
  'Amara',
  'Colm',
  'Zofia',
  'Idris',
  'Beryl',
]
const things = [
  'my allotment',
  'the bowls club',
  'my sister Pat',
  'the mosque on Heaton Road',
  'my old job at the garage',
  'Radio 4',
  'a caravan at Seahouses',
  'my paintbrush',
  'the lads at the pool hall',
  'my tortoise Sheila',
  'the choir at St Dominic’s',
  'my driving licence',
  'knitting for the twins',
]
const fears = [
  'the dinner queue',
  'loud bangs',
  'the man on the corridor',
  'the lights going off',
  'buses',
  'being touched without warning',
  'fireworks',
  'the smell of the gym',
]
const shared = [
  '%N will be compliant with the treatment plan.',
  'Staff to offer %N 1:1 time when distressed.',
  'Vital signs to be recorded twice weekly for %N.',
  'I will take all my tablets and tell staff about side effects.',
  'I will engage with ward activities.',
  '%N to attend OT groups when able.',
  'Staff to monitor %N’s mood and level of risk on each shift.',
  'I have signed my care plan.',
  'Encourage %N to attend to personal hygiene.',
]

/** Invented care plans of about thirty statements each; the same ones for the same seed. */
export function inventedPlans(count: number, seed: number): PlanText[] {
  let state = seed >>> 0
  const next = (n: number): number => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return Math.floor((state / 4294967296) * n)
  }
  const pick = (list: readonly string[]): string => list[next(list.length)] ?? ''
  return Array.from({ length: count }, (_, i) => {
    const name = `${pick(firstNames)}${i > 14 ? ` ${String.fromCharCode(65 + (i % 26))}${'aeiou'[i % 5]}${String.fromCharCode(97 + (Math.floor(i / 26) % 26))}son` : ''}`
    const first = name.split(' ')[0] ?? name
    const lines = ['CARE PLAN', '', 'What matters to me']
    for (let k = 0; k < 9; k++)
      lines.push(
        `- I would like to get back to ${pick(things)} before ${next(28) + 1} May, it is ${next(90)} weeks since ${pick(things)}.`,
      )
    for (let k = 0; k < 4; k++)
      lines.push(
        `- ${pick(['I get jumpy around', 'Please keep me away from', 'I do not sleep because of'])} ${pick(fears)} and ${pick(things)}.`,
      )
    lines.push('', 'Plan')
    for (let k = 0; k < 8; k++) lines.push(`- ${pick(shared).replace('%N', first)}`)
    for (let k = 0; k < 5; k++)
      lines.push(
        `- ${first} told ${pick(['staff', 'the nurse', 'his keyworker'])} that ${pick(fears)} and ${pick(things)} were on his mind. Review in ${next(9)} weeks.`,
      )
    lines.push('', 'Signed: R. Peel')
    return { id: `P${i}`, text: lines.join('\n'), patientName: name }
  })
}

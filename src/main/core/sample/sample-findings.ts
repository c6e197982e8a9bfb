import type { Judgement } from '../../../shared/model/vocabulary.ts'

/** An invented finding: `where` is the provider or a core service's id; people are yes, in part, no. */
export type SampleFinding = {
  where: string
  prompt: string
  judgement: Judgement
  narrative: string
  reason?: string
  owner?: string
  people?: readonly [yes: number, inPart: number, no: number]
  asked?: { who: string; how: string; months: readonly [number, number]; words: string }
}

/** An invented action; days are counted from the day on which the sample is made. */
export type SampleAction = {
  where: string
  prompt: string
  title: string
  owner: string
  dueInDays: number
  /** The title of the item that showed it worked; closed that many days ago. */
  doneWith?: string
}

type Asked = NonNullable<SampleFinding['asked']>

const finding = (
  where: string,
  prompt: string,
  judgement: Judgement,
  narrative: string,
  people?: SampleFinding['people'],
  asked?: Asked,
  owner = '',
): SampleFinding => ({
  where,
  prompt,
  judgement,
  narrative,
  owner,
  ...(people ? { people } : {}),
  ...(asked ? { asked } : {}),
})

const asked = (who: string, how: string, months: readonly [number, number], words: string): Asked => ({
  who,
  how,
  months,
  words,
})

const [acute, rehab, older, forensic, community] = [
  'acute-wards',
  'rehabilitation-wards',
  'older-people-wards',
  'forensic-wards',
  'community-adults',
]

export const sampleFindings: readonly SampleFinding[] = [
  finding(
    'provider',
    'P1',
    'well-evidenced',
    'Both strategies name recovery practice, and the chapter on choice and control was written with people.',
  ),
  finding(
    'provider',
    'P2',
    'partly-evidenced',
    'The policy rests on human rights. We could not show what it changed for people.',
  ),
  finding(
    'provider',
    'P3',
    'partly-evidenced',
    'Roles are clear and valued. Employment conditions are not yet what peer workers need.',
    [3, 4, 2],
    asked(
      '9 peer workers',
      'Group interview by the involvement lead',
      [2, 2],
      'Proud of the work; worried each spring about the contract.',
    ),
    'Director of people',
  ),
  finding(
    'provider',
    'P4',
    'well-evidenced',
    'The college is used by people, carers and staff, and learners say what changed.',
    [28, 5, 1],
    asked('34 learners', 'Feedback forms at the end of term', [3, 2], 'Most would take another course.'),
  ),
  finding(
    'provider',
    'P5',
    'not-evidenced',
    'There is a list, but it is not kept up, and we cannot show that it links people in.',
  ),

  finding(
    acute,
    'C1',
    'partly-evidenced',
    '13 of 20 plans read this month held words that read as the person’s own. Goals are still mostly written by staff.',
    [1, 3, 5],
    asked(
      '9 people staying on Rowan Ward',
      '3 community meetings, asked by a peer worker',
      [4, 1],
      'Most had not seen their plan until it was finished. Two said the words were not theirs.',
    ),
    'Ward managers',
  ),
  finding(
    acute,
    'C2',
    'partly-evidenced',
    'Most people speak well of staff. Two complaints about nights are not yet answered.',
    [16, 20, 4],
    asked('40 people on three wards', 'Experience cards', [3, 2], 'Day staff praised; nights depend on who is on.'),
  ),
  finding(acute, 'C3', 'partly-evidenced', 'Co-production has changed things on Rowan. Linden has not begun.'),
  finding(
    acute,
    'C4',
    'well-evidenced',
    'People are shown round on their first day, and say so.',
    [8, 1, 1],
    asked('10 people who came to Linden PICU', 'First-day cards', [3, 2], 'The tea was mentioned by six.'),
  ),
  finding(
    acute,
    'C5',
    'well-evidenced',
    'Rights are given and repeated; people know the advocate.',
    [7, 1, 0],
    asked('8 people on Rowan Ward', 'Community meeting', [3, 3], 'They could name the advocate.'),
  ),
  finding(
    acute,
    'C6',
    'partly-evidenced',
    'Good on weekdays. Sundays are empty and money for outings ran out.',
    [7, 6, 5],
    asked('18 people on Rowan Ward', 'Survey by the activity worker', [2, 2], 'More on Sundays, please.'),
  ),
  finding(
    acute,
    'C7',
    'not-evidenced',
    'Two of four blanket restrictions have no date of review and no reason.',
    undefined,
    undefined,
    'Matron',
  ),
  finding(
    acute,
    'C8',
    'partly-evidenced',
    'Carers are named and told, but not always in time.',
    [6, 5, 4],
    asked('15 carers', 'Telephone calls', [3, 2], 'Tell us before the day.'),
  ),
  finding(
    acute,
    'C9',
    'well-evidenced',
    'The team plans discharge together, and time from ready to leave to leaving is shorter.',
  ),
  finding(acute, 'C10', 'partly-evidenced', 'A baseline was made; the copy of the plan is given to half.'),

  finding(
    rehab,
    'C1',
    'well-evidenced',
    '17 of 20 plans hold words that read as the person’s own, and people wrote them.',
    [5, 2, 1],
    asked('8 people living at Larch', 'Read back with a peer worker', [2, 2], 'Five said “mine”.'),
  ),
  finding(
    rehab,
    'C2',
    'well-evidenced',
    'People name staff who helped them; evenings are calm.',
    [8, 1, 0],
    asked('9 people at Juniper', 'Group interview', [3, 3], 'They hoped with me.'),
  ),
  finding(
    rehab,
    'C3',
    'well-evidenced',
    'The house rules were rewritten together.',
    [13, 2, 1],
    asked('16 people at both units', 'Workshop', [4, 4], 'Five rules, ours.'),
  ),
  finding(
    rehab,
    'C4',
    'well-evidenced',
    'Everybody visits first and meets their key worker.',
    [6, 0, 0],
    asked('6 people who moved in', 'Interviews', [2, 2], 'Glad of the visit before.'),
  ),
  finding(
    rehab,
    'C5',
    'well-evidenced',
    'Rights, advocate and law centre are part of the month.',
    [9, 2, 0],
    asked('11 people', 'Rights group', [4, 4], 'Knew where to turn.'),
  ),
  finding(
    rehab,
    'C6',
    'well-evidenced',
    'Each person has something outside the unit that they chose.',
    [9, 1, 0],
    asked('10 people at Juniper', 'One to one talks', [1, 1], 'My thing on Thursdays.'),
  ),
  finding(
    rehab,
    'C7',
    'evidence-against',
    'Staff say the kitchen is open. It was locked, and people say it always is.',
    [1, 1, 5],
    asked('7 people at Juniper', 'House meeting', [2, 2], 'Locked after nine, whatever the rules say.'),
    'Unit manager',
  ),
  finding(
    rehab,
    'C8',
    'well-evidenced',
    'Families come, and refusals are respected and noted.',
    [9, 3, 1],
    asked('13 family members', 'Family evening', [3, 3], 'A name to ring at weekends.'),
  ),
  finding(
    rehab,
    'C9',
    'partly-evidenced',
    'Move-on plans have dates. The minutes that show psychological needs cannot be found.',
  ),
  finding(rehab, 'C10', 'well-evidenced', 'Copy given to 27 of 30; family work offered to all.'),

  finding(
    older,
    'C1',
    'evidence-against',
    'The same paragraph stands in seven of ten plans; people say the words are not theirs.',
    [1, 2, 6],
    asked('9 people or their families on Willow Ward', 'Plans read back by a peer worker', [2, 2], 'Not my words.'),
    'Head of nursing, older people',
  ),
  finding(
    older,
    'C2',
    'well-evidenced',
    'Kindness was seen and is said.',
    [18, 3, 1],
    asked('22 families on Aspen Ward', 'Cards', [2, 2], 'Kindness at two in the morning.'),
  ),
  finding(older, 'C3', 'partly-evidenced', 'The relatives’ forum is heard. People themselves are not yet part of it.'),
  finding(older, 'C4', 'partly-evidenced', 'Records show orientation. Nobody was asked how it felt.'),
  finding(
    older,
    'C5',
    'partly-evidenced',
    'Rights are given; our evidence is more than a year old.',
    [6, 1, 1],
    asked('8 people on Aspen Ward', 'Advocate’s survey', [16, 16], 'Knew her name.'),
  ),
  finding(
    older,
    'C6',
    'partly-evidenced',
    'There is a programme made with people. Nothing has been looked at since last year.',
    [3, 2, 1],
    asked('6 people in the lounge', 'Asked by the coordinator', [13, 13], 'More singing.'),
  ),
  finding(
    older,
    'C8',
    'partly-evidenced',
    'Carers are named. Most were not asked about the plan.',
    [2, 2, 5],
    asked('9 carers', 'Survey by post', [3, 3], 'I was told, not asked.'),
  ),
  finding(older, 'C9', 'well-evidenced', 'The team meets and home visits are early.'),

  finding(
    forensic,
    'C1',
    'partly-evidenced',
    'Half the plans hold the person’s words; a group is changing that.',
    [4, 2, 1],
    asked('7 people on Blackthorn Ward', 'Group', [3, 3], 'My strengths, in my words.'),
  ),
  finding(
    forensic,
    'C2',
    'well-evidenced',
    'Most people say staff listen.',
    [11, 0, 5],
    asked('16 people on Alder Ward', 'Survey', [2, 2], 'Depends on the shift.'),
  ),
  finding(
    forensic,
    'C3',
    'well-evidenced',
    'Requests to ease restrictions are counted and mostly agreed.',
    [8, 3, 1],
    asked('12 people', 'Recovery group', [3, 3], 'We chose the aims.'),
  ),
  finding(
    forensic,
    'C4',
    'partly-evidenced',
    'Plain words on paper; the first week is hard for some.',
    [4, 1, 1],
    asked('6 people on Blackthorn Ward', 'First week interviews', [4, 4], 'Nobody told me about nights.'),
  ),
  finding(forensic, 'C5', 'well-evidenced', 'Rights and legal help are in every record.'),
  finding(forensic, 'C6', 'well-evidenced', '26 hours a week and real orders in the workshop.'),
  finding(
    forensic,
    'C7',
    'partly-evidenced',
    'Flexible staff, but two old restrictions without a reason.',
    [2, 3, 9],
    asked('14 people on Alder Ward', 'Ward council', [2, 2], 'Nobody can tell us why.'),
    'Clinical director',
  ),
  finding(
    forensic,
    'C8',
    'partly-evidenced',
    'A charter and family days. Carers were not asked what they think of them.',
  ),
  finding(forensic, 'C9', 'partly-evidenced', 'Pathway meetings hold discharge aims.'),

  finding(
    community,
    'C1',
    'partly-evidenced',
    'Own words where DIALOG+ is used; East Vale has not moved yet.',
    [11, 2, 1],
    asked('14 people in North Tarnwick', 'Asked at review', [2, 2], 'Sounds like me.'),
  ),
  finding(
    community,
    'C2',
    'well-evidenced',
    'People would recommend their key worker.',
    [15, 2, 1],
    asked('18 people in South Tarnwick', 'Rung by peer workers', [3, 3], 'She turns up.'),
  ),
  finding(
    community,
    'C3',
    'well-evidenced',
    'Waiting was redrawn with people.',
    [10, 4, 1],
    asked('15 people', 'Workshop', [4, 4], 'They used our drawing.'),
  ),
  {
    where: community,
    prompt: 'C4',
    judgement: 'not-applicable',
    narrative: '',
    reason: 'No ward: nobody is admitted. Welcome to a team is looked at under C2.',
  },
  finding(community, 'C5', 'partly-evidenced', 'Letters go out; two teams made no advocacy referral.'),
  finding(
    community,
    'C6',
    'well-evidenced',
    'Teams say activities are well fitted.',
    [12, 3, 0],
    asked('15 people', 'Asked at review', [3, 3], 'The choir.'),
  ),
  {
    where: community,
    prompt: 'C7',
    judgement: 'not-applicable',
    narrative: '',
    reason: 'Blanket restrictions are a matter of wards; community treatment orders are looked at elsewhere.',
  },
  finding(
    community,
    'C8',
    'partly-evidenced',
    'Assessments were offered to 31 of 52, more than a year ago.',
    [4, 4, 2],
    asked('10 carers', 'Coffee morning', [14, 14], 'Short of information.'),
  ),
  finding(community, 'C9', 'partly-evidenced', 'Wards and teams meet weekly; 88 of 97 people seen within three days.'),
]

export const sampleActions: readonly SampleAction[] = [
  {
    where: 'provider',
    prompt: 'P3',
    title: 'Move peer workers to permanent contracts',
    owner: 'Director of people',
    dueInDays: 60,
  },
  {
    where: 'provider',
    prompt: 'P5',
    title: 'Check and date every entry of the community directory',
    owner: 'Social inclusion lead',
    dueInDays: -12,
  },
  { where: acute, prompt: 'C1', title: 'Read 10 more plans on Rowan Ward', owner: 'Ward manager', dueInDays: 5 },
  { where: acute, prompt: 'C2', title: 'Night visit by the matron, each ward', owner: 'Matron', dueInDays: 18 },
  {
    where: acute,
    prompt: 'C6',
    title: 'Sunday programme on all three wards',
    owner: 'Occupational therapy lead',
    dueInDays: 33,
  },
  {
    where: acute,
    prompt: 'C7',
    title: 'List blanket restrictions, justify or end each',
    owner: 'Matron',
    dueInDays: 21,
  },
  {
    where: acute,
    prompt: 'C8',
    title: 'Tell carers of discharge three days ahead',
    owner: 'Ward managers',
    dueInDays: 40,
  },
  {
    where: acute,
    prompt: 'C3',
    title: 'Start a co-production group on Linden PICU',
    owner: 'Linden manager',
    dueInDays: 28,
  },
  {
    where: rehab,
    prompt: 'C7',
    title: 'Open the kitchen at night, and ask people in a month',
    owner: 'Unit manager',
    dueInDays: 14,
  },
  {
    where: older,
    prompt: 'C1',
    title: 'Stop copying plans forward; write the first page with the person',
    owner: 'Head of nursing, older people',
    dueInDays: 30,
  },
  {
    where: older,
    prompt: 'C8',
    title: 'Ask carers about the plan at the first review',
    owner: 'Ward managers',
    dueInDays: 25,
  },
  { where: older, prompt: 'C4', title: 'Ask people how they were welcomed', owner: 'Peer worker', dueInDays: -4 },
  {
    where: forensic,
    prompt: 'C7',
    title: 'Give a reason for each restriction, or end it',
    owner: 'Clinical director',
    dueInDays: 45,
  },
  { where: forensic, prompt: 'C1', title: 'Run the strengths group on Alder Ward', owner: 'Psychology', dueInDays: 50 },
  { where: community, prompt: 'C1', title: 'Move East Vale to DIALOG+', owner: 'Service manager', dueInDays: 70 },
  {
    where: community,
    prompt: 'C5',
    title: 'Advocate to visit the two teams without referrals',
    owner: 'Team leaders',
    dueInDays: 12,
  },
  {
    where: acute,
    prompt: 'C4',
    title: 'Tea on arrival, every ward',
    owner: 'Ward managers',
    dueInDays: -50,
    doneWith: 'Arrival watched, Hazel Ward',
  },
  {
    where: rehab,
    prompt: 'C3',
    title: 'Rewrite the house rules together',
    owner: 'Unit managers',
    dueInDays: -80,
    doneWith: 'House rules, new version',
  },
]

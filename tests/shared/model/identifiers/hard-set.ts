import type { IdentifierType } from '../../../../src/shared/model/identifiers/identifier.ts'

/**
 * Hard strings written for these tests from knowledge of care records; every person and number is invented. `{NAME:Dr Bose}`
 * marks an identifier. Every third string was held out while the rules were written (see hard-set.test.ts for the figures).
 */
const marked = `
NHS No: {NHS_NUMBER:999 590 8301}
{NAME:Kofi Mensah}, NHS {NHS_NUMBER:9996613186}, admitted overnight.
Wristband reads {NHS_NUMBER:999-462-8194} today
nhs number {NHS_NUMBER:999.147.1049} checked with {NAME:Siobhán O'Hara}
Number on the letter: {NHS_NUMBER:999 746 5075}
NHS Number is {NHS_NUMBER:99 922 33 079} as given by mum
Order 9990786666 of bed linen arrived.
Invoice no. 999 372 6516 for the minibus
Tracking ref 9994862057 for the parcel
Barcode 9999868282 on the oxygen cylinder
PHQ-9 18, GAD-7 14, HoNOS 12 on admission
Scores 0114 496 on the two scales
DOB: {DOB:12.03.1985}
Date of birth {DOB:3rd March 1962}
{NAME:Agnieszka Nowak} ({DOB:12/3/85})
d.o.b. {DOB:4 Nov 59}
She was born on {DOB:14 February 1971} in Leeds.
aged 40 ({DOB:12/3/85})
Born {DOB:1-6-1990}, the youngest of four
His birthday is {DOB:5 June 1984} and he wants a cake.
D.O.B - {DOB:1985-03-12}
Date of birth: {DOB:March 3rd, 1962}
{DOB:07/09/1978} (DOB) confirmed with sister
Review due 12/03/2026
Admitted on 3rd March 2025 under section 2
Section 17 leave from 14/02/2026 to 21/02/2026
Care plan written 4 Nov 2025, copy given 5 Nov
Aged 40 when first admitted, review 12/03/2026
Seen by {NAME:Mr Tomasz Wójcik} on the ward.
Spoke to {NAME:Mrs Adeyemi-Clarke} about leave.
{NAME:Dr Nguyen}'s letter is in the notes.
Her daughter {NAME:Priya} visits on Sundays.
his mum {NAME:Bev} rings every night
Signed: {NAME:R. Peel}
Updated after ward round - {NAME:J. Mills} RMN
NOK: {NAME:Chukwuemeka Obi} (brother)
{NAME:Tadhg} said he misses the sea.
{NAME:Hope} told staff she was frightened.
Told {NAME:Grace} that her leave was agreed.
{NAME:May} likes to sit by the window.
{NAME:Will} is worried about his flat.
{NAME:Rowan} wants to go home on Friday.
{NAME:Mark} to attend the gym twice a week.
Key worker: {NAME:Femi Adebayo}
Named nurse {NAME:Sister Okafor} to meet weekly
Care co-ordinator is {NAME:Gwenllian Rhys}.
{NAME:O'Neill, Patrick} seen in clinic
{NAME:Professor Sir Anil Mehta} reviewed the scan.
Thanks to {NAME:Zofia} and {NAME:Gaz} for the lift.
{NAME:Mohammed}'s prayer mat is in his locker
{NAME:Nurse Olu} sat with me all night.
Letter from {NAME:Ms. Wei Zhang}, solicitor
I get on best with {NAME:Shaz} from nights.
{NAME:J.P. McAllister} countersigned
Advocate {NAME:Hywel ap Rhys} attended.
{NAME:Fatima al-Hassan} declined the depot.
{NAME:Miss Lakshmi Venkataraman} has asked for a female doctor
Ask {NAME:Dilys} what she would like for tea.
Please ring {NAME:Mr van der Berg} before discharge
{NAME:sarah} came to see me and it helped
i want my brother {NAME:dave} to come to the meeting
spoke with {NAME:mr khan} re benefits
{NAME:Ioana Popescu}, her sister, will collect her.
{NAME:Jean-Luc Kouassi} and {NAME:Blessing Eze} wrote this together
{NAME:Big Trev} looks after my dog
Daughter: {NAME:Niamh}
Consultant: {NAME:Dr. S. Rao}
Discussed with {NAME:Krzysztof} and his wife {NAME:Halina}
Patient name: {NAME:BARRY OLDFIELD}
{NAME:Mr D'Souza} and {NAME:Mrs D'Souza} visited
I trust {NAME:Auntie Jean} with my keys.
{NAME:Wren} and {NAME:Skye} are my twins
Reviewed by {NAME:Abdirahman Warsame}
{NAME:Daisy} enjoys the garden.
{NAME:Xiu Ying Chen} prefers Cantonese.
My key nurse {NAME:Precious} makes me laugh.
{NAME:Dr Ward} to move the furosemide to the morning
Write to {NAME:Mrs May} at the tenancy office
{NAME:Olga}'s son {NAME:Dmitri} has her bank card
Postcode {POSTCODE:LS6 2AB}
Lives near {POSTCODE:M14 5TQ}
moved to {POSTCODE:ne6 1ab} last year
{POSTCODE:SW1A1AA} on the envelope
B12 injection due, B1 2nd floor clinic
Ward E1 has 20 beds
Call me on {PHONE:07700 900123}
Mobile {PHONE:07700-900-456}
Mum's number is {PHONE:+44 7700 900789}
Landline {PHONE:(0117) 496 0345}
Tel. {PHONE:020 7946 0958 ext 21}
ring {PHONE:01632 960 123} after six
Text her: {PHONE:0 7 7 0 0 9 0 0 1 5 5}
Daughter in Dublin {PHONE:+353 20 915 0123}
Work phone {PHONE:0044 (0)20 7946 0321}
tel {PHONE:496 0123} (local)
Samaritans 116 123 any time
Dial 111 or 999 in an emergency
Bus 42 then 0730 start
{EMAIL:zofia.n@example.org} prefers email
Send to {EMAIL:FIRST_LAST+ward@nhs.example.net}.
{EMAIL:bev at example dot com} is best
Team inbox is on the intranet, not by email @ weekends
Lives at {ADDRESS:14 Mill Lane}
{ADDRESS:Flat 2, 9 Acacia Avenue}
Home address: {ADDRESS:27b Station Road, Ripley}
He has a tenancy at {ADDRESS:118-120 High Street}.
lives at {ADDRESS:3 beech close} with his cat
{ADDRESS:Rose Cottage, Church Lane}
Going home to {ADDRESS:Apartment 4, Tanner House}
She lives on {ADDRESS:Orchard Terrace} near the park.
{ADDRESS:1 The Crescent} is her mother's, she lives at {ADDRESS:5 The Paddock}
Walked 2 miles along the road today
5 Minute Walk with staff twice a day
Meet outside 10 Downing on the Monday course
Section 3 Court hearing papers given
RiO {HOSPITAL_NO:1234567}
Hospital no. {HOSPITAL_NO:A123456}
MRN: {HOSPITAL_NO:00451273}
Unit number {HOSPITAL_NO:H55-20913} on the front sheet
PAS ID {HOSPITAL_NO:RX4 88213}
SystmOne no {HOSPITAL_NO:88123045}
RiO upgrade 2026 training booked
Room 12, bed 3, bay 4
NI number {OTHER_ID:QQ 12 34 56 C}
National insurance: {OTHER_ID:QQ123456A}
His car is a red Fiesta, reg {OTHER_ID:AB12 CDE}
{OTHER_ID:BD51 SMR} is parked on the double yellows
Sort code {OTHER_ID:12-34-56}, account {OTHER_ID:12345678}
Insta: {OTHER_ID:zofia_makes_99}
She posts as {OTHER_ID:@ronnie_the_bowler}
Passport number {OTHER_ID:123456789}
NMC PIN {OTHER_ID:98I1234E}
Lorazepam 1mg up to 4mg in 24 hours
Clozapine clinic moved to Monday
Willow Ward has a new garden.
Transferred to Rowan from the acute unit
Hazel and Willow wards share a gym
Hope is important in recovery.
Will attend the group in May
May need extra support at night
Grace period of two weeks agreed
The Hope group meets on Tuesdays in June
Recovery Star completed with keyworker
Mental Health Act 1983, Section 17 leave
Mark the calendar with leave days
Bill for the electricity has come
Rose garden visit planned for spring
Joy in small things was the theme
Faith leader to visit on Friday
Summer fete on Saturday, autumn fair in October
Parkinson's disease and Lewy body dementia discussed
Beck Depression Inventory 21
St Mary's Hospital, Florence Nightingale Suite
Going to Blackpool then Preston with her sister
Talk to Frank leaflet given
Coffee at Costa and a walk round Sainsbury's
Christmas and Easter are hard for him
She speaks Polish and a little English
Encourage Mindfulness and Tai Chi
Staff Nurse to escort to Hillview Court clinic
Community Mental Health Team to follow up
Crisis Team phone line is on the fridge
The 'My Money' workshop, Hearing Voices group
Kings Road bus stop is step free
Jasmine staff short on nights
Amber rating on the risk tool
Wants to go to college in Lincoln
Watches Coronation Street with a brew
Likes Bob Marley and Taylor Swift
Psychology to review formulation
Ward Manager and Occupational Therapist present
Dawn chorus walk in April
Going to Victoria station by train
Discharge planning with Housing and Social Services
Ramadan starts soon, wants Halal food
Jack Russell called Rex lives with mum
Art group and Drama on Wednesdays
Sunday roast with the peer support team
Dr to review bloods
Miss a dose and tell staff
Contact Advocacy or PALS
Pat on the back for finishing the course
Autism assessment waiting list 18 months
Tom Yum soup is his favourite
{NAME:Kelly} will be seen by {NAME:Dr H. Abubakar} and {NAME:Nurse Prisca}
1:1 with {NAME:Emeka} on Mondays, {NAME:Bronagh} on Fridays
{NAME:Ms Rose Hill} lives in Rose Hill
{NAME:Mr Singh} and his interpreter {NAME:Harjinder}
My support worker, {NAME:Tolu}, takes me swimming
{NAME:Kamila W}. asked for a copy
{NAME:Ozan} reports hearing his father's voice
Care plan agreed with {NAME:Zbigniew} and {NAME:Dr Yusuf Demir}
{NAME:Iris} prefers a bath to a shower
She would like {NAME:Faith} to be her named nurse
Contact: {NAME:Wanjiru Kamau}, {PHONE:07700 900321}, {EMAIL:wk@example.com}
{NAME:Rhys Llewellyn-Jones}, DOB {DOB:01/02/1999}, {ADDRESS:8 Harbour View}, {POSTCODE:CF10 5BT}
He calls his wife {NAME:Sunny}
{NAME:Amara}, {NAME:Dele} and {NAME:Tobi} came to the meeting
PATIENT: {NAME:MARGARET ANN SHAW} NHS: {NHS_NUMBER:999 124 9208}
{NAME:Chloe} (OT) ran the session
{NAME:Bola}'s views: wants more leave
{NAME:Angel} was feeling low at handover
Attendees: {NAME:Dr Kaur}, {NAME:Ewan}, {NAME:Saoirse}, pharmacist
{NAME:Pádraig Ó Súilleabháin} is his cousin
`

/** A string of the set, with what it holds. */
export type HardString = {
  readonly id: string
  readonly text: string
  readonly entities: readonly { readonly type: IdentifierType; readonly start: number; readonly end: number }[]
  readonly heldOut: boolean
}

/** The set, read from its marked form. */
export const hardSet: readonly HardString[] = marked
  .trim()
  .split('\n')
  .map((line, index) => {
    let text = ''
    let from = 0
    const entities: { type: IdentifierType; start: number; end: number }[] = []
    for (const match of line.matchAll(/\{([A-Z_]+):([^}]+)\}/g)) {
      text += line.slice(from, match.index)
      entities.push({
        type: match[1] as IdentifierType,
        start: text.length,
        end: text.length + (match[2] ?? '').length,
      })
      text += match[2] ?? ''
      from = match.index + match[0].length
    }
    return { id: `H${index + 1}`, text: text + line.slice(from), entities, heldOut: index % 3 === 2 }
  })

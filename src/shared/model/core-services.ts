import { z } from './schema.ts'

/** Whether a core service is made of wards or of community teams; it decides which word screens use. */
export const ServiceSetting = z.enum(['inpatient', 'community'])
export type ServiceSetting = z.infer<typeof ServiceSetting>

/** A core service as CQC names it, with the names that its pages and reports also use. */
export type CoreServiceDefinition = {
  id: string
  name: string
  shortName: string
  setting: ServiceSetting
  aliases: readonly string[]
}

/**
 * CQC's eleven mental-health core services of NHS trusts, and a place for any other specialist service (perinatal, eating disorder,
 * liaison...). Source: CQC, "Core services: NHS trusts" (updated May 2022); the names were confirmed piecewise from CQC's provider
 * reports, the set of eleven is inferred.
 */
export const coreServiceDefinitions: readonly CoreServiceDefinition[] = [
  {
    id: 'acute-wards',
    name: 'Acute wards for adults of working age and psychiatric intensive care units',
    shortName: 'Acute and PICU',
    setting: 'inpatient',
    aliases: ['acute', 'acute-wards-and-picu', 'picu'],
  },
  {
    id: 'rehabilitation-wards',
    name: 'Long stay or rehabilitation mental health wards for working age adults',
    shortName: 'Rehabilitation',
    setting: 'inpatient',
    aliases: ['rehabilitation', 'rehab', 'long-stay'],
  },
  {
    id: 'forensic-wards',
    name: 'Forensic inpatient or secure wards',
    shortName: 'Forensic',
    setting: 'inpatient',
    aliases: ['forensic', 'secure-wards', 'forensic-inpatient'],
  },
  {
    id: 'child-and-adolescent-wards',
    name: 'Child and adolescent mental health wards',
    shortName: 'Young people’s wards',
    setting: 'inpatient',
    aliases: ['camhs-wards', 'camhs-inpatient'],
  },
  {
    id: 'older-people-wards',
    name: 'Wards for older people with mental health problems',
    shortName: 'Older people',
    setting: 'inpatient',
    aliases: ['older-adult-wards', 'older-people'],
  },
  {
    id: 'learning-disability-wards',
    name: 'Wards for people with a learning disability or autism',
    shortName: 'Learning disability wards',
    setting: 'inpatient',
    aliases: ['learning-disabilities-wards', 'autism-wards'],
  },
  {
    id: 'community-adults',
    name: 'Community-based mental health services for adults of working age',
    shortName: 'Community adults',
    setting: 'community',
    aliases: ['community-mental-health', 'cmht', 'adult-community'],
  },
  {
    id: 'crisis-services',
    name: 'Mental health crisis services and health-based places of safety',
    shortName: 'Crisis',
    setting: 'community',
    aliases: ['crisis', 'places-of-safety', 'hbpos'],
  },
  {
    id: 'community-children',
    name: 'Specialist community mental health services for children and young people',
    shortName: 'Young people',
    setting: 'community',
    aliases: ['camhs', 'camhs-community', 'community-young-people'],
  },
  {
    id: 'community-older-people',
    name: 'Community-based mental health services for older people',
    shortName: 'Community older people',
    setting: 'community',
    aliases: ['older-adult-community', 'community-older-adults'],
  },
  {
    id: 'community-learning-disability',
    name: 'Community mental health services for people with a learning disability or autism',
    shortName: 'Community learning disability',
    setting: 'community',
    aliases: ['community-learning-disabilities', 'community-autism'],
  },
  {
    id: 'other-specialist',
    name: 'Other specialist service',
    shortName: 'Other specialist',
    setting: 'inpatient',
    aliases: ['other', 'specialist'],
  },
]

/** The core service with this id or alias; undefined when there is none. */
export function findCoreService(idOrAlias: string): CoreServiceDefinition | undefined {
  const wanted = idOrAlias.trim().toLowerCase()
  return coreServiceDefinitions.find((service) => service.id === wanted || service.aliases.includes(wanted))
}

import { z } from './model/schema.ts'

/**
 * What only a host can do. The desktop answers all of it; the browser answers what it can, and says what it cannot by `unavailable`.
 * No path crosses it either way: a place is chosen in the desktop's own dialog and named by an id from then on.
 */
export const hostContract = {
  /** Which host this is, and what it can do. */
  'host.describe': {
    input: z.strictObject({}),
    output: z.strictObject({ kind: z.enum(['desktop', 'browser']), platform: z.string() }),
  },
  /** Asks where a new workspace, or the backups of all, shall be kept; null when the person thought better of it. */
  'host.choosePlace': {
    input: z.strictObject({ whatFor: z.enum(['workspace', 'backups']).optional() }),
    output: z.strictObject({ placeId: z.string(), folder: z.string() }).nullable(),
  },
  /** Asks for the folder of an existing workspace, and puts it on the list; null when the person thought better of it. */
  'host.chooseWorkspace': { input: z.strictObject({}), output: z.strictObject({ id: z.string() }).nullable() },
  /** Saves the bytes of a transfer where the person says; null when the person thought better of it. */
  'host.save': {
    input: z.strictObject({ transferId: z.string().max(64), fileName: z.string().max(300) }),
    output: z.strictObject({ savedAs: z.string() }).nullable(),
  },
  /** Shows the file that was last saved in its folder. */
  'host.showSaved': { input: z.strictObject({}), output: z.strictObject({}) },
  /** Opens an address of the allow-list in the person's own browser. */
  'host.openLink': { input: z.strictObject({ url: z.string().max(2_000) }), output: z.strictObject({}) },
  /** Says which words the menu's Undo and Redo carry, and whether a workspace is open. */
  'host.setMenu': {
    input: z.strictObject({
      workspaceOpen: z.boolean(),
      undo: z.string().max(300).nullable(),
      redo: z.string().max(300).nullable(),
    }),
    output: z.strictObject({}),
  },
} as const

export type HostMethodName = keyof typeof hostContract
export type HostInputOf<Name extends HostMethodName> = z.input<(typeof hostContract)[Name]['input']>
export type HostOutputOf<Name extends HostMethodName> = z.output<(typeof hostContract)[Name]['output']>

/** The names of what a host can do. */
export const hostMethodNames = Object.keys(hostContract) as HostMethodName[]

/** What the desktop's menu asks of the page: the page does it by its own commands. */
export const menuCommands = [
  'undo',
  'redo',
  'quick-capture',
  'report',
  'overview',
  'assessment',
  'evidence',
  'actions',
  'home',
] as const
export type MenuCommand = (typeof menuCommands)[number]

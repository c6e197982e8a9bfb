import { readFile, writeFile } from 'node:fs/promises'
import { z } from '../../shared/model/schema.ts'

const Rectangle = z.strictObject({
  x: z.int().min(-100_000).max(100_000),
  y: z.int().min(-100_000).max(100_000),
  width: z.int().min(1).max(100_000),
  height: z.int().min(1).max(100_000),
})
type Rectangle = z.infer<typeof Rectangle>

const WindowPlace = z.strictObject({ bounds: Rectangle, maximised: z.boolean() })

/** Where the window was: its place when it fills no screen, in screen points, and whether it filled one. */
export type WindowPlace = z.infer<typeof WindowPlace>

/** The smallest window that the screens are made for, in points. */
export const smallestWindow = { width: 640, height: 400 } as const
const usualWindow = { width: 1440, height: 900 } as const

/** At least this much of the window's top edge must lie on a screen, so that a person can get hold of it. */
const grip = { width: 120, height: 32 } as const

/**
 * Where to put the window: where it was, if a screen is there to show it, else in the middle of the first screen. Sizes are held
 * between the smallest window and the screen's own.
 */
export function decidePlace(saved: WindowPlace | null, workAreas: Rectangle[]): WindowPlace {
  const area = saved && workAreas.find((candidate) => holdsGrip(candidate, saved.bounds))
  if (!saved || !area) return { bounds: centre(workAreas[0]), maximised: false }
  const size = fitSize(saved.bounds, area)
  return { bounds: { x: saved.bounds.x, y: saved.bounds.y, ...size }, maximised: saved.maximised }
}

function holdsGrip(area: Rectangle, { x, y, width }: Rectangle): boolean {
  const seen = Math.min(x + width, area.x + area.width) - Math.max(x, area.x)
  return seen >= Math.min(grip.width, width) && y >= area.y && y + grip.height <= area.y + area.height
}

function centre(area: Rectangle | undefined): Rectangle {
  if (!area) return { x: 0, y: 0, ...usualWindow }
  const { width, height } = fitSize(usualWindow, area)
  const x = area.x + Math.max(0, Math.round((area.width - width) / 2))
  const y = area.y + Math.max(0, Math.round((area.height - height) / 2))
  return { x, y, width, height }
}

const fitSize = (size: { width: number; height: number }, area: Rectangle) => ({
  width: Math.max(smallestWindow.width, Math.min(size.width, area.width)),
  height: Math.max(smallestWindow.height, Math.min(size.height, area.height)),
})

/** Reads where the window was; null when nobody knows, or the file holds something else. */
export async function readPlace(file: string): Promise<WindowPlace | null> {
  try {
    const parsed = WindowPlace.safeParse(JSON.parse(await readFile(file, 'utf8')))
    return parsed.success ? parsed.data : null
  } catch {
    return null
  }
}

/** Keeps where the window is. A place that cannot be kept is no reason to trouble anybody. */
export async function keepPlace(file: string, place: WindowPlace): Promise<void> {
  await writeFile(file, JSON.stringify(place)).catch(() => undefined)
}

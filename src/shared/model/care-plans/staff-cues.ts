import { against, type Scene } from './scene.ts'
import { cues } from './turns-of-phrase.ts'

/** Weighs turns of phrase that staff and relatives use of themselves and of the person. */
export function weighCues(scene: Scene): void {
  const { words, text, hasMy, mine } = scene
  let may = 0
  for (const { info } of words) may |= info.cues
  for (let i = 0; may !== 0; i++, may >>>= 1) {
    const cue = cues[i]
    if ((may & 1) === 0 || cue === undefined || (cue.unlessOwn && hasMy)) continue
    if (cue.shape.test(text)) against(scene, cue.weight, cue.says, mine)
  }
}

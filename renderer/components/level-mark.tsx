/** 密级 as it is marked: `<LevelMark level="confidential" mark="机密★5年" />`; without `mark`, the level's own word. */
import { type Level, levelLabel } from '../../contract/terms.ts'

export const LevelMark = ({ level, mark }: { level: Level; mark?: string }) => (
  <span className={`level-mark level-${level}`} title={mark}>
    {mark ?? levelLabel[level]}
  </span>
)

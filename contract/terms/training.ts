/** 培训登记: a training (G5, G7), or a meeting on how the procedure may be bettered (G6). */
export const TRAINING_KINDS = ['training', 'improvement'] as const
export type TrainingKind = (typeof TRAINING_KINDS)[number]
export const trainingKindLabel: Record<TrainingKind, string> = { training: '培训', improvement: '流程改进会议' }

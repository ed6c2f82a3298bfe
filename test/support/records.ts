/**
 * Records of the fictional office in the state that a test needs, brought there through the door. Each leaves signed in
 * whoever did the last step.
 */
export * from './records/acting.ts'
export * from './records/people.ts'
export * from './records/documents.ts'
export * from './records/importing.ts'
export * from './records/circulation.ts'
export * from './records/reproduction.ts'
export * from './records/compilation.ts'
export * from './records/lending.ts'
export * from './records/handover.ts'
export * from './records/keeping.ts'
export * from './records/breaches.ts'
export * from './records/media.ts'
export * from './records/outgoing.ts'
export * from './records/publication.ts'
export * from './records/review.ts'
export * from './records/evaluation.ts'
export * from './records/review-text.ts'
export * from './records/disclosure.ts'
export * from './records/entry.ts'

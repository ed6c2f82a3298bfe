import {
  COPY_STATES,
  type CopyState,
  copyStateLabel,
  DOCUMENT_STATES,
  type DocumentState,
  documentStateLabel,
  ENVELOPE_STATES,
  type EnvelopeState,
  envelopeStateLabel,
} from '../../../contract/terms.ts'
import type { Lifecycle } from '../door/lifecycle.ts'

/** 信封: signed in, opened by a 保密员 or, when 亲启, by its addressee alone; then registered, or retained until its addressee turns it over. */
export const envelopeLifecycle: Lifecycle<EnvelopeState> = {
  table: 'envelope',
  label: '信封',
  states: ENVELOPE_STATES,
  stateLabel: envelopeStateLabel,
  begins: ['unopened', 'personalUnopened', 'registered'],
  steps: [
    { from: 'unopened', to: 'opened', by: ['documents.openEnvelope'], clause: 'F1(1)c' },
    { from: 'personalUnopened', to: 'toRegister', by: ['documents.openEnvelope'], clause: 'F1(1)d' },
    { from: 'personalUnopened', to: 'retained', by: ['documents.openEnvelope'], clause: 'F1(1)d' },
    { from: 'retained', to: 'toRegister', by: ['documents.turnOver'], clause: 'F1(1)d' },
    { from: 'opened', to: 'registered', by: ['documents.register'], clause: 'F1(1)b' },
    { from: 'toRegister', to: 'registered', by: ['documents.register'], clause: 'F1(1)b' },
  ],
  otherwise: 'F1(1)c',
}

/** 文件: 已登记 → 在办 → 办结; from then on it is where its copies are (custody/settling.ts). A 补录 whose handling had ended begins as 办结. */
export const documentLifecycle: Lifecycle<DocumentState> = {
  table: 'document',
  label: '文件',
  states: DOCUMENT_STATES,
  stateLabel: documentStateLabel,
  begins: ['registered', 'finished'],
  steps: [
    { from: 'registered', to: 'inProgress', by: ['circulation.handOut', 'circulation.handOutOnPaper'], clause: 'F1(2)b' },
    { from: 'registered', to: 'finished', by: ['documents.finish'], clause: 'F1(6)' },
    { from: 'inProgress', to: 'finished', by: ['documents.finish'], clause: 'F1(6)' },
    { from: 'archived', to: 'finished', by: ['breaches.close'], clause: '实施条例61' },
    { from: 'archived', to: 'returned', by: ['breaches.close'], clause: '实施条例27' },
    { from: 'archived', to: 'destroyed', by: ['breaches.close'], clause: '实施条例28' },
    { from: 'finished', to: 'toDestroy', by: ['disposal.propose', 'disposal.handBack', 'breaches.close', 'keeping.archive'], clause: '实施条例28' },
    {
      from: 'toDestroy',
      to: 'finished',
      by: ['disposal.hold', 'disposal.approve', 'entry.fromPaper', 'disposal.complete', 'disposal.cancel'],
      clause: '实施条例28',
    },
    { from: 'toDestroy', to: 'destroyed', by: ['disposal.complete'], clause: '实施条例28' },
    { from: 'toDestroy', to: 'archived', by: ['disposal.complete'], clause: '实施条例28' },
    { from: 'finished', to: 'returned', by: ['disposal.handBack', 'breaches.close'], clause: '实施条例27' },
    { from: 'finished', to: 'destroyed', by: ['disposal.handBack', 'breaches.close'], clause: '实施条例27' },
    { from: 'finished', to: 'archived', by: ['keeping.archive', 'disposal.handBack', 'breaches.close'], clause: 'F1(6)' },
  ],
  otherwise: 'F1(6)',
}

/** 份: in exactly one place at any minute. */
export const copyLifecycle: Lifecycle<CopyState> = {
  table: 'copy',
  label: '份',
  states: COPY_STATES,
  stateLabel: copyStateLabel,
  begins: ['inBox'],
  steps: [
    { from: 'inBox', to: 'circulating', by: ['circulation.handOut', 'circulation.handOutOnPaper'], clause: 'F1(4)a' },
    {
      from: 'circulating',
      to: 'inBox',
      by: ['circulation.receiveBack', 'circulation.returnUnread', 'circulation.reportShort', 'circulation.settleShort', 'handover.complete'],
      clause: 'F1(2)c',
    },
    {
      from: 'inBox',
      to: 'lent',
      by: ['reproduction.issue', 'reproduction.issueOnPaper', 'lending.lend', 'lending.admit', 'entry.fromPaper'],
      clause: 'F1(4)a',
    },
    {
      from: 'lent',
      to: 'inBox',
      by: ['reproduction.takeBack', 'reproduction.takeBackOnPaper', 'lending.takeBack', 'lending.leave', 'entry.fromPaper', 'handover.complete'],
      clause: 'F1(5)d',
    },
    { from: 'circulating', to: 'missing', by: ['circulation.reportShort'], clause: 'F1(2)b' },
    { from: 'missing', to: 'inBox', by: ['circulation.settleShort', 'keeping.found', 'breaches.found'], clause: 'F1(2)b' },
    { from: 'inBox', to: 'archived', by: ['keeping.archive'], clause: 'F1(6)' },
    { from: 'archived', to: 'lent', by: ['lending.lend', 'lending.admit', 'entry.fromPaper'], clause: 'F1(7)a' },
    { from: 'lent', to: 'archived', by: ['lending.takeBack', 'lending.leave', 'entry.fromPaper', 'handover.complete'], clause: 'F1(7)a' },
    { from: 'inBox', to: 'missing', by: ['keeping.close', 'breaches.takeOn'], clause: '实施条例61' },
    { from: 'lent', to: 'missing', by: ['breaches.takeOn'], clause: '实施条例61' },
    { from: 'archived', to: 'missing', by: ['keeping.close', 'breaches.takeOn'], clause: '实施条例61' },
    { from: 'missing', to: 'archived', by: ['keeping.found', 'breaches.found'], clause: 'F1(6)' },
    { from: 'missing', to: 'lost', by: ['breaches.close'], clause: '实施条例61' },
    { from: 'inBox', to: 'returned', by: ['disposal.handBack'], clause: '实施条例27' },
    { from: 'inBox', to: 'toDestroy', by: ['disposal.propose'], clause: '实施条例28' },
    {
      from: 'toDestroy',
      to: 'inBox',
      by: ['disposal.hold', 'disposal.approve', 'entry.fromPaper', 'disposal.complete', 'disposal.cancel'],
      clause: '实施条例28',
    },
    { from: 'toDestroy', to: 'destroyed', by: ['disposal.complete'], clause: '实施条例28' },
  ],
  otherwise: 'F1(4)a',
}

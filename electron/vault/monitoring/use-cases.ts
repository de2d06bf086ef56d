import type { UseCases } from '../kernel.ts';
import { beginRound } from './begin-round.ts';
import { actOnRound, assignRound, checkDraw, endSeries, finishRound } from './change-round.ts';
import { coverage, coveragePersons } from './coverage.ts';
import { dueRounds } from './due-rounds.ts';
import { listItems } from './item-rows.ts';
import { personLines } from './person-lines.ts';
import { planChoices, previewPlan } from './plan-people.ts';
import { listRounds, roundDetail } from './round-rows.ts';
import { amendLook, recordLook, undoLook, workOn } from './work-on-round.ts';

/** Monitoring: the use cases by operation. */
export const monitoringUseCases = {
  'monitoring.choices': (_input, context) => planChoices(context.database),
  'monitoring.preview': previewPlan,
  'monitoring.begin': beginRound,
  'monitoring.rounds': (input, context) => listRounds(input, context.database),
  'monitoring.get': ({ id }, context) => roundDetail(context.database, id),
  'monitoring.items': (input, context) => listItems(input, context.database),
  'monitoring.work': (input, context) => workOn(input, context.database),
  'monitoring.record': recordLook,
  'monitoring.undo': undoLook,
  'monitoring.amend': amendLook,
  'monitoring.act': actOnRound,
  'monitoring.finish': finishRound,
  'monitoring.assign': assignRound,
  'monitoring.endSeries': endSeries,
  'monitoring.checkDraw': checkDraw,
  'monitoring.due': (_input, context) => dueRounds(context),
  'monitoring.coverage': coverage,
  'monitoring.persons': coveragePersons,
  'monitoring.person': personLines,
} satisfies Partial<UseCases>;

import { readDimension } from "./dimensions.ts";
import { eachRow, type RowMembers, rowList } from "./each-row.ts";
import {
  finishIds,
  finishInts,
  type IdBuilder,
  newIntBuilder,
  pushInt,
  putId,
} from "./growing-column.ts";
import { readId } from "./id-fault.ts";
import { tooLargeAt } from "./money-cells.ts";
import { atScale, finishMoney, newMoneyBuilder, pushMoney } from "./money-column.ts";
import type { Subscription } from "./rows.ts";
import {
  checkSubscription,
  isGiven,
  type SubscriptionCells,
  type SubscriptionEntry,
} from "./subscription-cells.ts";
import { SUBSCRIPTION_FIELDS, type SubscriptionContext } from "./subscription-context.ts";
import type { SubscriptionParts } from "./subscription-parts.ts";
import { OPEN } from "./subscriptions.ts";

/** The known members of a row, any of which may be absent. */
type SubscriptionMembers = { readonly [Field in keyof Subscription]?: unknown };

/** Reads rows of subscriptions into columns; the faults of the context say what is wrong. */
export function readSubscriptionRows(
  rows: unknown,
  context: SubscriptionContext,
): SubscriptionParts {
  const { dimensions, faults } = context;
  const [customer, start, end] = [newIntBuilder(), newIntBuilder(), newIntBuilder()];
  const [cancelledAt, reason, trial] = [newIntBuilder(), newIntBuilder(), newIntBuilder()];
  const [row, mrr] = [newIntBuilder(), newMoneyBuilder()];
  const subscriptionId: IdBuilder = [];
  const codes = dimensions.map(() => newIntBuilder());
  const cells = emptyCells();
  const entry = emptyEntry();
  const given = { cancelledAt: false, reason: false, trial: false };

  const list = rowList(rows);
  eachRow(
    list,
    {
      kind: "subscriptions",
      names: [...SUBSCRIPTION_FIELDS, ...dimensions],
      read(members: SubscriptionMembers, reading) {
        reading.member = 0;
        cells.customerId = members.customerId;
        reading.member = 1;
        cells.start = members.start;
        reading.member = 2;
        cells.end = members.end;
        reading.member = 3;
        cells.mrr = members.mrr;
        reading.member = 4;
        cells.subscriptionId = members.subscriptionId;
        reading.member = 5;
        cells.currency = members.currency;
        reading.member = 6;
        cells.cancelledAt = members.cancelledAt;
        reading.member = 7;
        cells.reason = members.reason;
        reading.member = 8;
        cells.trial = members.trial;
        for (const [dimension, name] of dimensions.entries()) {
          reading.member = 9 + dimension;
          cells.values[dimension] = (members as RowMembers)[name];
        }
      },
      keep(index) {
        const before = faults.count();
        checkSubscription(context, cells, index, entry);
        const id = readId(cells.subscriptionId, index, "subscriptionId", faults);
        const values = codes.map((_, at) => readDimension(context, at, cells.values[at], index));
        if (faults.count() > before) return;
        pushInt(customer, entry.customer);
        pushInt(start, entry.start.day);
        pushInt(end, entry.end.day);
        pushMoney(mrr, entry.mrr);
        pushInt(cancelledAt, entry.cancelledAt.day);
        pushInt(reason, entry.reason);
        pushInt(trial, entry.trial);
        if (id !== undefined) putId(subscriptionId, row.size, id);
        pushInt(row, index);
        for (const [at, column] of codes.entries()) pushInt(column, values[at] ?? 0);
        given.cancelledAt ||= isGiven(cells.cancelledAt);
        given.reason ||= isGiven(cells.reason);
        given.trial ||= isGiven(cells.trial);
      },
    },
    faults,
  );

  const { currency, scale } = context.money.settle();
  const kept = finishInts(row);
  return {
    ...{ timeZone: context.zone.name, currency, scale, rows: list.length, dimensions },
    customers: context.customers.ids,
    entries: {
      customer: finishInts(customer),
      start: finishInts(start),
      end: finishInts(end),
      mrr: atScale(finishMoney(mrr), mrr.scale, scale, (at) => {
        faults.add(tooLargeAt(kept[at] ?? 0, "mrr"));
      }),
      cancelledAt: given.cancelledAt ? finishInts(cancelledAt) : null,
      reason: given.reason ? finishInts(reason) : null,
      trial: given.trial ? finishInts(trial) : null,
      row: kept,
      subscriptionId: finishIds(subscriptionId, kept.length),
      codes: codes.map(finishInts),
    },
    values: context.values.map((value) => value.values),
  };
}

function emptyCells(): SubscriptionCells {
  const nothing: unknown = undefined;
  return {
    ...{ customerId: nothing, start: nothing, end: nothing, mrr: nothing, currency: nothing },
    ...{ subscriptionId: nothing, cancelledAt: nothing, reason: nothing, trial: nothing },
    values: [],
  };
}

function emptyEntry(): SubscriptionEntry {
  const moment = () => ({ day: OPEN, instant: Number.NaN });
  return {
    customer: 0,
    ...{ start: moment(), end: moment(), cancelledAt: moment() },
    mrr: { units: 0, big: null, decimals: 0 },
    ...{ reason: 0, trial: 0 },
  };
}

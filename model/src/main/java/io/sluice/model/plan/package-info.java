/**
 * The load plan: immutable, already valid, free of syntax.
 *
 * <pre>
 *  LoadPlan ─┬─ Target*        where requests may go, and nowhere else
 *            ├─ DataSource*    tables that scripts draw rows from
 *            ├─ RequestSpec*   one per named request:  method, Template, accepted statuses
 *            ├─ CheckSpec*     what a response must satisfy
 *            ├─ MetricSpec*    custom trends and rates
 *            ├─ Script*        flat arrays of Op, compiled once
 *            ├─ Phase*         ArrivalModel + Script + Window*
 *            └─ Objective*     what the gate will judge
 * </pre>
 */
@NullMarked
package io.sluice.model.plan;

import org.jspecify.annotations.NullMarked;

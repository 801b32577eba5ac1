/**
 * Turns a scenario's tree into a plan.
 *
 * <pre>
 *  ScenarioCompiler ─┬─ Environment       names of env become text
 *                    ├─ NetworkCompiler   settings of the network, their files looked at
 *                    ├─ Scope             variables of one script become slots
 *                    ├─ Lowering          expressions and conditions, names resolved
 *                    ├─ StepCompiler      steps become instructions, by ScriptBuilder
 *                    ├─ RequestCompiler   requests, their checks; UrlCompiler, BodyCompiler
 *                    └─ PlanParts         collects targets, requests, checks, metrics
 * </pre>
 */
@NullMarked
package io.sluice.scenarios.compile;

import org.jspecify.annotations.NullMarked;

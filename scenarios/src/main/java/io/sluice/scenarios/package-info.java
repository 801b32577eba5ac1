/**
 * Text goes in, a plan comes out.
 *
 * <pre>
 *  file ─► Scenarios ─► source.SourceText ─yaml.ScenarioReader─► tree.Scenario
 *                            (text: the little languages inside)      │
 *                            compile.ScenarioCompiler ◄───────────────┘
 *                                     └─► compile.CompiledScenario: LoadPlan, secrets, warnings
 *  URL  ─► HitPlan  ─► tree.Scenario ─► the same compiler
 *
 *  json.PlanJson       a plan as plan.json, and back
 *  query.BodyQueries   compiled selectors for the engine
 * </pre>
 */
@NullMarked
package io.sluice.scenarios;

import org.jspecify.annotations.NullMarked;

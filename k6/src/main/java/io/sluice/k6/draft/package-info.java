/**
 * Carries a script over to steps, profiles and objectives, as far as it is simple enough, and says
 * what it could not.
 *
 * <pre>
 *   Modules, Options ──► ScriptImport ──StepImport──► statements: RequestImport, CheckImport, Answers
 *                                     ──Expressions─► values
 *                                     ──ProfileImport
 *                             └─────► Draft, which is of no language: someone else writes it down
 * </pre>
 *
 * A script is looked at along one path: calls of its own functions are looked into with their
 * arguments.
 */
@NullMarked
package io.sluice.k6.draft;

import org.jspecify.annotations.NullMarked;

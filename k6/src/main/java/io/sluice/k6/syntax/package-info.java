/**
 * What a script says, without running it.
 *
 * <pre>
 *   text ──Modules──► SyntaxTree, one for each local file ──Scopes──► what a name stands for
 *                                                         ──Values──► what an expression comes to
 * </pre>
 *
 * The parser is swc's, for JavaScript and TypeScript alike, so that places are those of the text as
 * it was written. Nothing here is shared between threads.
 */
@NullMarked
package io.sluice.k6.syntax;

import org.jspecify.annotations.NullMarked;

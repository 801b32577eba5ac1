/**
 * Looks into response bodies. Paths such as {@code $.items[0].id} are followed by a streaming
 * parser that stops at the value; other JSONPaths go through a tree.
 *
 * <pre>
 *  StreamingQuery ─ PathWalk     tokens to value: walks a SimplePath
 *                 └ BodyParser   bodies to tokens: one Jackson parser, fed through BodyStream
 *  TreeQuery                     any JSONPath, on Jackson's tree
 *  RegexQuery     ─ AsciiText    the body as characters, not decoded
 *  WholeBodyQuery
 * </pre>
 *
 * <p>A query belongs to one cell's thread; streaming, regular expressions on ASCII and whole bodies
 * allocate nothing in steady state.
 */
@NullMarked
package io.sluice.scenarios.query;

import org.jspecify.annotations.NullMarked;

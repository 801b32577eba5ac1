/**
 * Turns a script's calls of {@code k6/http} into hops on the wire, and answers into what scripts
 * read.
 */
@NullMarked
package io.sluice.k6.script.http;

import org.jspecify.annotations.NullMarked;

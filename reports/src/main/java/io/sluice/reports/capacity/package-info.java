/**
 * What a capacity search found, for programs ({@code capacity.json}), for a pull request ({@code
 * capacity.md}) and in a sentence. The table for a terminal is among the other terminal reports.
 */
@NullMarked
package io.sluice.reports.capacity;

import org.jspecify.annotations.NullMarked;

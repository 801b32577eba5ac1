/**
 * The run for people: one page that needs no network.
 *
 * <p>The page is a template of resource files beside this package (HTML, CSS, JavaScript) and a
 * block of JSON that the scripts render; charts are drawn by uPlot, embedded from its WebJar.
 */
@NullMarked
package io.sluice.reports.html;

import org.jspecify.annotations.NullMarked;

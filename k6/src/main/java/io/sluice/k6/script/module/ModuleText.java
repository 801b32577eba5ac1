package io.sluice.k6.script.module;

/**
 * The text of one module as the engine gets it, and how its places lead back to the author's.
 *
 * @param shown what errors call it: {@code file:///…} or its URL; "" for the built-in ones, which
 *     errors do not show
 * @param code JavaScript, an ES module
 * @param places from the code's lines to the author's
 */
record ModuleText(String shown, String code, SourcePlaces places) {}

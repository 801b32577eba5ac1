package io.sluice.scenarios.tree;

import io.sluice.scenarios.source.Location;

/** A named text: a header, a form field. */
public record Field(String name, Words value, Location at) {}

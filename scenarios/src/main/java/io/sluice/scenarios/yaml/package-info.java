/**
 * The YAML language of scenarios.
 *
 * <pre>
 *  Language        its keys, once: Kind* of Key*, each with a Shape and a description
 *    ├─ Mapping    reads a YAML map by its kind: unknown keys, missing keys, wrong types
 *    └─ JsonSchema the same table for editors
 *  YamlSource      YAML text to nodes with marks, within limits
 *  ScenarioReader  nodes to the tree; StepReader, RequestReader, PayloadReader, DataReader,
 *                  NetworkReader and ProfileReader read its parts
 * </pre>
 */
@NullMarked
package io.sluice.scenarios.yaml;

import org.jspecify.annotations.NullMarked;

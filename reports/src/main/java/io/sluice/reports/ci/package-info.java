/**
 * A judged run for continuous integration servers, where no person looks at a terminal.
 *
 * <pre>
 *  RunFigures, Verdict ─┬─► RunMarkdown      summary.md, and the summary of a job on GitHub
 *                       ├─► BadgeJson        badge.json
 *                       ├─► WorkflowCommands annotations on GitHub
 *                       └─► StepOutputs      what later steps of a job on GitHub can read
 * </pre>
 *
 * <p>GitLab reads {@code junit.xml} and the summary that {@link io.sluice.reports.export.K6Summary}
 * writes.
 */
@NullMarked
package io.sluice.reports.ci;

import org.jspecify.annotations.NullMarked;

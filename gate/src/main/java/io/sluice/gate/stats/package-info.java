/**
 * The statistics behind the verdict: numbers in, numbers out.
 *
 * <p>{@link io.sluice.gate.stats.BinomialTail} and {@link io.sluice.gate.stats.ClopperPearson}
 * decide on shares, {@link io.sluice.gate.stats.OrderStatistics} and {@link
 * io.sluice.gate.stats.Wilson} bound what is shown, {@link io.sluice.gate.stats.BatchMeans} judges
 * means and rates per second, {@link io.sluice.gate.stats.Holm} holds the family together. {@link
 * io.sluice.gate.stats.EffectiveSamples} says how many independent samples a series is worth.
 * Nothing here knows of runs or objectives.
 */
@NullMarked
package io.sluice.gate.stats;

import org.jspecify.annotations.NullMarked;

package io.sluice.reports.html;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sluice.gate.Verdict;
import io.sluice.reports.figures.RunFigures;
import io.sluice.reports.figures.TimeGrid;
import io.sluice.reports.json.JsonText;
import java.util.Optional;

/**
 * What the page of a run that goes on is fed with, event after event. The times of all stretches
 * are most of a page's data, and all but the last ones never change: they are told once. Not
 * thread-safe.
 */
public final class LiveFeed {
  private final int characters;
  private double binSeconds;
  private int bins;
  private int told;
  private int level;

  /**
   * An event.
   *
   * @param name {@code run}: all that there is; {@code more}: what has come or changed since the
   *     event before, with the figures, which are always whole
   * @param data one line of JSON
   */
  public record Event(String name, String data) {}

  /** A feed of a run that nobody was told of yet. */
  public LiveFeed() {
    this(PackedGrid.MOST);
  }

  /** The same where a whole grid takes at most about so many characters. */
  LiveFeed(int characters) {
    this.characters = characters;
  }

  /** The next event for those who have got all before; the first is whole. */
  public Event next(RunFigures run, Optional<Verdict> soFar) {
    TimeGrid grid = run.grid();
    boolean anew = grid.binSeconds() != binSeconds || grid.bins() < bins;
    if (anew || told > characters) {
      return wholeAgain(run, soFar);
    }
    int from = Math.max(0, bins - 1) >> level << level; // the last stretch may have grown since
    bins = grid.bins();
    PackedGrid tail = PackedGrid.of(coarse(grid.from(from)));
    told += tail.text().length() / 2; // about: half of it was told before
    ObjectNode json = tail.json().put("from", from);
    return new Event("more", JsonText.embedded(Payload.running(run, json, soFar)));
  }

  private Event wholeAgain(RunFigures run, Optional<Verdict> soFar) {
    PackedGrid packed = PackedGrid.fitting(run.grid(), characters);
    level = Integer.numberOfTrailingZeros(packed.grid().rows().getLast().every());
    binSeconds = run.grid().binSeconds();
    bins = run.grid().bins();
    told = packed.text().length();
    return new Event("run", JsonText.embedded(Payload.running(run, packed.json(), soFar)));
  }

  /**
   * All that there is, for those who have got nothing yet; {@link #next} goes on from it.
   *
   * @param run the figures of the last event
   */
  public Event whole(RunFigures run, Optional<Verdict> soFar) {
    ObjectNode all = PackedGrid.of(coarse(run.grid())).json();
    return new Event("run", JsonText.embedded(Payload.running(run, all, soFar)));
  }

  private TimeGrid coarse(TimeGrid grid) {
    TimeGrid shown = grid;
    for (int i = 0; i < level; i++) {
      shown = shown.coarser();
    }
    return shown;
  }
}

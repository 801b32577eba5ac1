package io.sluice.scenarios.tree;

import io.sluice.scenarios.source.Location;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Text with holes, as it was written.
 *
 * @param pieces in order; empty for the empty text
 */
public record Words(List<Piece> pieces, Location at) {
  /** A piece of a text. */
  public sealed interface Piece {}

  /** Characters that stand for themselves. */
  public record Plain(String text) implements Piece {}

  /**
   * A value that is filled in.
   *
   * @param source what stands between the braces
   */
  public record Hole(Expression value, String source) implements Piece {}

  public Words {
    pieces = List.copyOf(pieces);
  }

  /** A text without holes. */
  public static Words plain(String text, Location at) {
    return new Words(text.isEmpty() ? List.of() : List.of(new Plain(text)), at);
  }

  /** Nothing was written. */
  public static Words missing(Location at) {
    return new Words(List.of(), at);
  }

  /** Whether there is no text at all. */
  public boolean isMissing() {
    return pieces.isEmpty();
  }

  /** As it was written. */
  @Override
  public String toString() {
    return pieces.stream()
        .map(
            piece ->
                switch (piece) {
                  case Plain plain -> plain.text();
                  case Hole hole -> "${" + hole.source() + "}";
                })
        .collect(Collectors.joining());
  }
}

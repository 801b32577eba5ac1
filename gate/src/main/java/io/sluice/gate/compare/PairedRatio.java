package io.sluice.gate.compare;

import java.util.function.ToDoubleFunction;

/** A ratio Σ of / Σ per of both arms, or its logarithm: error rate, mean time, throughput. */
final class PairedRatio implements Paired {
  /** What the ratio is compared as. */
  enum Scale {
    /** As it is. */
    SHARE,
    /** By its logarithm. */
    LOGARITHM
  }

  private final Scale scale;
  private final Sums a;
  private final Sums b;

  /** Prefix sums over slices. */
  @SuppressWarnings("ArrayRecordComponent") // private, and never compared
  private record Sums(double[] of, double[] per) {
    static Sums over(Slice[] slices, ToDoubleFunction<Slice> of, ToDoubleFunction<Slice> per) {
      double[] ofs = new double[slices.length + 1];
      double[] pers = new double[slices.length + 1];
      for (int s = 0; s < slices.length; s++) {
        ofs[s + 1] = ofs[s] + of.applyAsDouble(slices[s]);
        pers[s + 1] = pers[s] + per.applyAsDouble(slices[s]);
      }
      return new Sums(ofs, pers);
    }

    double of(int from, int to) {
      return of[to] - of[from];
    }

    double per(int from, int to) {
      return per[to] - per[from];
    }

    /** How much a slice pulls the ratio, as a share of {@code unit}. */
    double pull(int slice, double unit) {
      int m = of.length - 1;
      double per = per(0, m);
      double ratio = of(0, m) / per;
      double e = of(slice, slice + 1) - ratio * per(slice, slice + 1);
      return per > 0 && unit > 0 ? e / per / unit : 0;
    }
  }

  private PairedRatio(
      Scale scale, Slice[] a, Slice[] b, ToDoubleFunction<Slice> of, ToDoubleFunction<Slice> per) {
    this.scale = scale;
    this.a = Sums.over(a, of, per);
    this.b = Sums.over(b, of, per);
  }

  /** Shares of failed requests. */
  static PairedRatio errors(Slice[] a, Slice[] b) {
    return new PairedRatio(Scale.SHARE, a, b, Slice::errors, Slice::finished);
  }

  /** Mean response times in nanoseconds. */
  static PairedRatio means(Slice[] a, Slice[] b) {
    return new PairedRatio(Scale.LOGARITHM, a, b, Slice::nanos, Slice::timed);
  }

  /** Successful requests per second. */
  static PairedRatio throughput(Slice[] a, Slice[] b, double sliceSeconds) {
    return new PairedRatio(Scale.LOGARITHM, a, b, Slice::ok, _ -> sliceSeconds);
  }

  private double scaled(double of, double per) {
    return switch (scale) {
      case SHARE -> of / per;
      case LOGARITHM -> Math.log(of / per);
    };
  }

  private Sums arm(Side side) {
    return side == Side.A ? a : b;
  }

  /** Σ of. */
  double of(Side side) {
    return arm(side).of(0, slices());
  }

  /** Σ per. */
  double per(Side side) {
    return arm(side).per(0, slices());
  }

  @Override
  public int slices() {
    return a.of.length - 1;
  }

  @Override
  public double value(Side side, int from, int to) {
    return scaled(arm(side).of(from, to), arm(side).per(from, to));
  }

  @Override
  public double[] pulls() {
    double[] pulls = new double[slices()];
    for (int s = 0; s < pulls.length; s++) {
      pulls[s] = b.pull(s, unit(Side.B)) - a.pull(s, unit(Side.A));
    }
    return pulls;
  }

  /** The derivative of the logarithm is 1 / ratio. */
  private double unit(Side side) {
    return scale == Scale.SHARE ? 1 : of(side) / per(side);
  }

  @Override
  public double slicesNeeded() {
    return 1;
  }

  @Override
  public SwapStatistic swaps(Blocks blocks) {
    return swapped -> {
      double ofA = of(Side.A);
      double perA = per(Side.A);
      double ofB = of(Side.B);
      double perB = per(Side.B);
      for (int j = 0; j < swapped.length; j++) {
        if (swapped[j]) {
          int from = blocks.start(j);
          int to = blocks.start(j + 1);
          double of = b.of(from, to) - a.of(from, to);
          double per = b.per(from, to) - a.per(from, to);
          ofA += of;
          perA += per;
          ofB -= of;
          perB -= per;
        }
      }
      return Paired.minus(scaled(ofB, perB), scaled(ofA, perA));
    };
  }
}

package io.sluice.truth;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.knowm.xchart.BitmapEncoder;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYChartBuilder;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.style.Styler;
import org.knowm.xchart.style.markers.SeriesMarkers;

/** A small picture of lines and points. */
final class Plot {
  private static final int WIDTH = 720;
  private static final int HEIGHT = 420;

  private final XYChart chart;

  private Plot(XYChart chart) {
    this.chart = chart;
  }

  /** An empty one. */
  static Plot of(String title, String x, String y) {
    XYChart chart =
        new XYChartBuilder()
            .width(WIDTH)
            .height(HEIGHT)
            .title(title)
            .xAxisTitle(x)
            .yAxisTitle(y)
            .build();
    chart.getStyler().setLegendPosition(Styler.LegendPosition.OutsideE);
    chart.getStyler().setMarkerSize(5);
    return new Plot(chart);
  }

  /** The same with a logarithmic axis from left to right. */
  Plot logarithmic() {
    chart.getStyler().setXAxisLogarithmic(true);
    return this;
  }

  /** Adds a line. */
  Plot line(String name, double[] x, double[] y) {
    chart.addSeries(name, x, y).setMarker(SeriesMarkers.NONE);
    return this;
  }

  /** Adds points without a line. */
  Plot points(String name, double[] x, double[] y) {
    chart
        .addSeries(name, x, y)
        .setXYSeriesRenderStyle(XYSeries.XYSeriesRenderStyle.Scatter)
        .setMarker(SeriesMarkers.CIRCLE);
    return this;
  }

  /** Writes {@code NAME.png} into a folder, which is made. */
  void write(Path folder, String name) {
    try {
      Files.createDirectories(folder);
      BitmapEncoder.saveBitmap(
          chart, folder.resolve(name).toString(), BitmapEncoder.BitmapFormat.PNG);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException("cannot write to " + folder, e);
    }
  }
}

package io.sluice.storefront.http;

import io.netty.util.AsciiString;
import io.sluice.storefront.shop.Catalogue;
import io.sluice.storefront.shop.Product;
import io.sluice.storefront.shop.Refusal;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The pages and files of the shop, read once. */
final class Site {
  private static final List<String> FILES =
      List.of(
          "shop.css",
          "shop.js",
          "logo.svg",
          "hero.svg",
          "laptop.svg",
          "mouse.svg",
          "keyboard.svg",
          "monitor.svg",
          "headset.svg",
          "webcam.svg");

  private final Reply homepage;
  private final Map<String, Reply> assets;

  Site(Catalogue catalogue) {
    String page = new String(read("index.html"), StandardCharsets.UTF_8);
    String cards = catalogue.all().stream().map(Site::card).collect(Collectors.joining());
    homepage =
        Reply.lasting(
            AsciiString.cached("text/html; charset=utf-8"),
            page.replace("<!-- products -->", cards).getBytes(StandardCharsets.UTF_8));
    assets =
        FILES.stream()
            .collect(
                Collectors.toUnmodifiableMap(
                    Function.identity(), file -> Reply.lasting(typeOf(file), read(file))));
  }

  Reply homepage() {
    return homepage;
  }

  Reply asset(String file) {
    Reply asset = assets.get(file);
    if (asset == null) {
      throw Refusal.notFound("there is no file " + file);
    }
    return asset;
  }

  private static String card(Product product) {
    return """
    <article class="card" data-id="%d">
      <img src="/assets/%s.svg" alt="%s" width="160" height="110" loading="lazy">
      <h3>%s</h3>
      <p>%s</p>
      <div class="buy"><strong>€ %s</strong><button type="button">Add to cart</button></div>
    </article>
    """
        .formatted(
            product.id(),
            product.category(),
            escape(product.category()),
            escape(product.name()),
            escape(product.description()),
            product.price());
  }

  private static String escape(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
  }

  private static AsciiString typeOf(String file) {
    String extension = file.substring(file.lastIndexOf('.') + 1);
    return switch (extension) {
      case "css" -> AsciiString.cached("text/css; charset=utf-8");
      case "js" -> AsciiString.cached("text/javascript; charset=utf-8");
      case "svg" -> AsciiString.cached("image/svg+xml");
      default -> throw new IllegalArgumentException("no content type is known for " + file);
    };
  }

  private static byte[] read(String file) {
    try (InputStream in = Site.class.getResourceAsStream("site/" + file)) {
      return Objects.requireNonNull(in, () -> file + " is missing from the class path")
          .readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(file + " cannot be read", e);
    }
  }
}

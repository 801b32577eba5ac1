package io.sluice.storefront;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The page and everything that a browser loads with it. */
final class HomepageTest {
  @Test
  void everythingThePageRefersToIsServed() {
    try (Storefront storefront = Storefront.start(StorefrontOptions.defaults());
        ShopClient browser = ShopClient.of(storefront)) {
      ShopClient.Answer page = browser.get("/");
      assertEquals("text/html; charset=utf-8", page.header("Content-Type"));
      assertTrue(page.body().contains("Meridian 14 Laptop"));
      assertFalse(page.body().contains("<!-- products -->"));

      Set<String> references = new TreeSet<>();
      Pattern.compile("(?:src|href)=\"(/assets/[^\"]+)\"")
          .matcher(page.body())
          .results()
          .forEach(match -> references.add(match.group(1)));
      assertEquals(10, references.size(), references::toString);
      for (String reference : references) {
        ShopClient.Answer file = browser.get(reference);
        assertEquals(200, file.status(), reference);
        assertEquals(expectedType(reference), file.header("Content-Type"), reference);
        assertFalse(file.body().isBlank(), reference);
      }
      assertEquals(10, storefront.truth().snapshot().count("GET /assets/{file}", 200));
    }
  }

  private static String expectedType(String path) {
    return switch (path.substring(path.lastIndexOf('.'))) {
      case ".css" -> "text/css; charset=utf-8";
      case ".js" -> "text/javascript; charset=utf-8";
      default -> "image/svg+xml";
    };
  }
}

package io.sluice.storefront.shop;

import java.math.BigDecimal;
import java.util.Locale;

/**
 * One article.
 *
 * @param category the name of its picture, too
 * @param price in euros, with two decimals
 */
public record Product(int id, String name, String category, BigDecimal price, String description) {
  public Product {
    if (id < 1) {
      throw new IllegalArgumentException("product id must be > 0, was " + id);
    }
    price = price.setScale(2);
  }

  boolean matches(String lowerCaseTerm) {
    return name.toLowerCase(Locale.ROOT).contains(lowerCaseTerm) || category.equals(lowerCaseTerm);
  }
}

package io.sluice.storefront.shop;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** All articles, by id. */
public final class Catalogue {
  private final Map<Integer, Product> products;

  public Catalogue(List<Product> products) {
    LinkedHashMap<Integer, Product> byId = new LinkedHashMap<>();
    for (Product product : products) {
      if (byId.put(product.id(), product) != null) {
        throw new IllegalArgumentException("product id must be unique, was twice " + product.id());
      }
    }
    this.products = Collections.unmodifiableMap(byId);
  }

  /** The catalogue that the shop is delivered with. */
  public static Catalogue standard() {
    try (InputStream json = Catalogue.class.getResourceAsStream("catalogue.json")) {
      Objects.requireNonNull(json, "catalogue.json is missing from the class path");
      return new Catalogue(new ObjectMapper().readValue(json, new TypeReference<>() {}));
    } catch (IOException e) {
      throw new UncheckedIOException("catalogue.json cannot be read", e);
    }
  }

  public Optional<Product> find(int id) {
    return Optional.ofNullable(products.get(id));
  }

  /** The products whose name holds the term or whose category it is, in any case. */
  public List<Product> search(String term) {
    String lowerCaseTerm = term.toLowerCase(Locale.ROOT);
    return products.values().stream().filter(product -> product.matches(lowerCaseTerm)).toList();
  }

  public Collection<Product> all() {
    return products.values();
  }
}

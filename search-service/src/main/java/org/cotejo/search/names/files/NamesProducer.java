package org.cotejo.search.names.files;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import org.cotejo.search.names.Aliases;
import org.cotejo.search.names.NameVariants;
import org.cotejo.search.names.codec.DaitchMokotoffSounds;

/** Reads the tables of aliases once. */
@ApplicationScoped
public class NamesProducer {
  private static final String INSIDE = "/names/aliases.txt";

  @Produces
  @Singleton
  NameVariants variants(NamesConfig config) {
    List<String> lines = new ArrayList<>(inside());
    config
        .aliases()
        .ifPresent(
            file -> {
              try {
                lines.addAll(Files.readAllLines(file, StandardCharsets.UTF_8));
              } catch (IOException failure) {
                throw new UncheckedIOException("cotejo.names.aliases: " + file, failure);
              }
            });
    return new NameVariants(new DaitchMokotoffSounds(), new Aliases(lines.stream()));
  }

  private static List<String> inside() {
    try (InputStream table = NamesProducer.class.getResourceAsStream(INSIDE)) {
      if (table == null) {
        throw new IllegalStateException("no " + INSIDE);
      }
      return new BufferedReader(new InputStreamReader(table, StandardCharsets.UTF_8))
          .lines()
          .toList();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}

package org.cotejo.client;

import java.nio.file.Path;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** {@code LANG=FILE}: a translation and its language (BCP 47). */
record TranslationFile(String language, Path file) {

  static final class Converter implements ITypeConverter<TranslationFile> {
    @Override
    public TranslationFile convert(String value) {
      int equals = value.indexOf('=');
      if (equals < 1 || equals == value.length() - 1) {
        throw new TypeConversionException(
            "'" + value + "' is not LANG=FILE, for instance en=translation.txt");
      }
      return new TranslationFile(value.substring(0, equals), Path.of(value.substring(equals + 1)));
    }
  }
}

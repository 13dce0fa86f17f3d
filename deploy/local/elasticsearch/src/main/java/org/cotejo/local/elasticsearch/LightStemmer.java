package org.cotejo.local.elasticsearch;

import java.util.Arrays;
import java.util.function.UnaryOperator;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.cz.CzechStemFilter;
import org.apache.lucene.analysis.de.GermanLightStemFilter;
import org.apache.lucene.analysis.en.KStemFilter;
import org.apache.lucene.analysis.es.SpanishLightStemFilter;
import org.apache.lucene.analysis.fr.FrenchLightStemFilter;
import org.apache.lucene.analysis.hu.HungarianLightStemFilter;
import org.apache.lucene.analysis.it.ItalianLightStemFilter;
import org.apache.lucene.analysis.pt.PortugueseLightStemFilter;
import org.apache.lucene.analysis.ru.RussianLightStemFilter;
import org.apache.lucene.analysis.snowball.SnowballFilter;
import org.tartarus.snowball.ext.DanishStemmer;
import org.tartarus.snowball.ext.DutchStemmer;

/** The languages of the {@code stemmer} filter that our mappings use, by their stock names. */
enum LightStemmer {
  LIGHT_ENGLISH(KStemFilter::new),
  LIGHT_SPANISH(SpanishLightStemFilter::new),
  LIGHT_FRENCH(FrenchLightStemFilter::new),
  LIGHT_GERMAN(GermanLightStemFilter::new),
  LIGHT_RUSSIAN(RussianLightStemFilter::new),
  LIGHT_PORTUGUESE(PortugueseLightStemFilter::new),
  LIGHT_ITALIAN(ItalianLightStemFilter::new),
  LIGHT_HUNGARIAN(HungarianLightStemFilter::new),
  CZECH(CzechStemFilter::new),
  DANISH(input -> new SnowballFilter(input, new DanishStemmer())),
  DUTCH(input -> new SnowballFilter(input, new DutchStemmer()));

  private final UnaryOperator<TokenStream> filter;

  LightStemmer(UnaryOperator<TokenStream> filter) {
    this.filter = filter;
  }

  /**
   * Finds a stemmer by its name in stock Elasticsearch.
   *
   * @throws IllegalArgumentException naming those that are there
   */
  static LightStemmer named(String name) {
    return Arrays.stream(values())
        .filter(stemmer -> stemmer.name().equalsIgnoreCase(name))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "no stemmer "
                        + name
                        + " in the local node; it has "
                        + Arrays.asList(values())));
  }

  TokenStream over(TokenStream input) {
    return filter.apply(input);
  }
}

package org.cotejo.local.elasticsearch;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.icu.ICUFoldingFilter;
import org.apache.lucene.analysis.miscellaneous.ASCIIFoldingFilter;
import org.elasticsearch.cluster.node.DiscoveryNodes;
import org.elasticsearch.common.settings.Settings;
import org.elasticsearch.features.NodeFeature;
import org.elasticsearch.index.analysis.AbstractTokenFilterFactory;
import org.elasticsearch.index.analysis.NormalizingTokenFilterFactory;
import org.elasticsearch.index.analysis.TokenFilterFactory;
import org.elasticsearch.indices.analysis.AnalysisModule.AnalysisProvider;
import org.elasticsearch.plugins.ActionPlugin;
import org.elasticsearch.plugins.AnalysisPlugin;
import org.elasticsearch.plugins.Plugin;
import org.elasticsearch.rest.RestHandler;

/**
 * What the mappings of search-service use of stock Elasticsearch's analysis-common and
 * analysis-icu, under the same names: {@code stemmer}, {@code asciifolding} and {@code
 * icu_folding}. The reduced server of the local stack comes without those modules.
 */
public final class StockAnalysisPlugin extends Plugin implements AnalysisPlugin, ActionPlugin {

  @Override
  public Map<String, AnalysisProvider<TokenFilterFactory>> getTokenFilters() {
    return Map.of(
        "stemmer",
        AnalysisPlugin.requiresAnalysisSettings(
            (_, _, name, settings) -> new Filter(name, stemmer(settings))),
        "asciifolding",
        (_, _, name, _) -> new Folding(name, ASCIIFoldingFilter::new),
        "icu_folding",
        (_, _, name, _) -> new Folding(name, ICUFoldingFilter::new));
  }

  @Override
  public Collection<RestHandler> getRestHandlers(
      RestHandlersServices services,
      Supplier<DiscoveryNodes> nodes,
      Predicate<NodeFeature> clusterSupports) {
    return List.of(new RootHandler());
  }

  private static LightStemmer stemmer(Settings settings) {
    return LightStemmer.named(settings.get("language", settings.get("name", "light_english")));
  }

  private interface TokenStreamStep {
    TokenStream apply(TokenStream input);
  }

  /** Folding is done to the beginning of a word too, so that a prefix with an accent is found. */
  private static final class Folding extends Filter implements NormalizingTokenFilterFactory {
    Folding(String name, TokenStreamStep step) {
      super(name, step);
    }
  }

  private static class Filter extends AbstractTokenFilterFactory {
    private final TokenStreamStep step;

    Filter(String name, TokenStreamStep step) {
      super(name);
      this.step = step;
    }

    Filter(String name, LightStemmer stemmer) {
      this(name, stemmer::over);
    }

    @Override
    public TokenStream create(TokenStream input) {
      return step.apply(input);
    }
  }
}

import { dictionaries, languageTitle, type InterfaceLanguage } from '../interface/strings';
import type { FacetName } from '../routing/search-url';

/** A facet's value in words: tags of languages by their names, all others as they are. */
export function facetLabel(facet: FacetName, value: string, inLanguage: InterfaceLanguage): string {
  if (facet === 'translated' || facet === 'review') {
    return dictionaries[inLanguage].search.yesOrNo[value] ?? value;
  }
  return facet === 'language' || facet === 'translationLanguage'
    ? languageTitle(value, inLanguage)
    : value;
}

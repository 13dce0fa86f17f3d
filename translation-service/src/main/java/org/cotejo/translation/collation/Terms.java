package org.cotejo.translation.collation;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Words that are translated although texts write them with a capital: of offices, ranks, states,
 * institutions, features of the land, and the words that such titles are made of, folded.
 *
 * <p>They name no one by themselves: {@code Asuntos} and {@code Affairs} are no two names. Generic
 * words only; what a text calls an office beside them is seen from the group that they head.
 */
final class Terms {
  private static final Map<String, String> WORDS =
      Map.of(
          "en",
          "state states government governments minister ministers ministry ministries secretary"
              + " secretaries secretariat undersecretary president presidents presidency chairman"
              + " premier republic republics nation nations kingdom empire emperor empress crown"
              + " king kings queen prince princess duke duchess count countess earl marquis baron"
              + " baroness lord lords lady knight ambassador ambassadors embassy consul consuls"
              + " consulate legation envoy chancellor chancellery congress senate senator chamber"
              + " house assembly parliament deputy deputies council councillor counsellor board"
              + " committee commission commissioner court courts judge prosecutor attorney police"
              + " army armies navy fleet force forces war air aviation defense defence interior"
              + " foreign external relations affairs treasury finance finances economy economic"
              + " trade commerce industry agriculture labor labour education justice health works"
              + " public directorate director department office bureau section division service"
              + " services customs archive archives library museum bank company society association"
              + " university institute academy school college faculty church cathedral abbey party"
              + " union federation confederation alliance league treaty pact convention agreement"
              + " constitution revolution general colonel captain commander admiral lieutenant"
              + " sergeant major marshal brigade regiment head chief mayor governor governors"
              + " province provinces district county city town village port harbor harbour doctor"
              + " professor engineer father mother brother sister bishop archbishop cardinal pope"
              + " saint saints holy see excellency majesty highness honor honour honorable eminence"
              + " reverend security peace world north south east west northern southern eastern"
              + " western hemisphere continent ocean sea river lake gulf bay strait island islands"
              + " isle cape mount mountain mountains canal channel bridge street square avenue road"
              + " century christmas easter bible gospel gospels scripture providence heaven"
              + " grace nature fortune death time earth sun moon sir madam mister gentlemen ladies"
              + " national federal royal imperial supreme high central united great new old first"
              + " second third conference mission delegation headquarters station railway line"
              + " company hotel club order day sunday spring summer autumn winter foundation"
              + " brotherhood inquisition inquisitor grand",
          "es",
          "estado estados gobierno gobiernos ministro ministra ministros ministerio ministerios"
              + " secretario secretaria secretarios subsecretario presidente presidenta presidencia"
              + " vicepresidente republica republicas nacion naciones reino imperio emperador"
              + " emperatriz corona rey reyes reina principe princesa duque duquesa conde condesa"
              + " marques marquesa baron baronesa caballero embajador embajadora embajada consul"
              + " consules consulado legacion enviado canciller cancilleria congreso senado senador"
              + " camara casa asamblea parlamento diputado diputados consejo consejero junta"
              + " comision comisionado comisario comite tribunal corte cortes juzgado juez fiscal"
              + " fiscalia policia ejercito armada marina flota fuerza fuerzas guerra aire aviacion"
              + " defensa interior exterior exteriores extranjero extranjeros relaciones asuntos"
              + " negocios hacienda finanzas economia economico economicos comercio industria"
              + " agricultura trabajo fomento educacion instruccion justicia salud sanidad obras"
              + " publico publica publicos publicas direccion director departamento oficina"
              + " negociado seccion division servicio servicios aduana aduanas archivo archivos"
              + " biblioteca museo banco compania sociedad asociacion universidad instituto"
              + " academia escuela colegio facultad iglesia catedral abadia partido union"
              + " federacion confederacion alianza liga tratado pacto convenio convencion acuerdo"
              + " constitucion revolucion general coronel capitan comandante almirante teniente"
              + " sargento mayor mariscal brigada regimiento jefe alcalde gobernador gobernadores"
              + " provincia provincias distrito condado ciudad villa pueblo puerto doctor profesor"
              + " ingeniero padre madre hermano hermana obispo arzobispo cardenal papa santo santa"
              + " san santos sede excelencia excelentisimo majestad alteza senoria merced vuestra"
              + " ilustre honorable eminencia reverendo seguridad paz mundo mundial norte sur este"
              + " oeste oriente occidente occidental oriental hemisferio continente oceano mar rio"
              + " lago golfo bahia estrecho isla islas cabo monte montana montanas canal puente"
              + " calle plaza avenida camino siglo navidad pascua biblia evangelio evangelios"
              + " escritura providencia cielo gracia naturaleza fortuna muerte tiempo tierra sol"
              + " luna nacional federal real imperial supremo suprema alto alta central unido unidos"
              + " unidas gran grande nuevo nueva viejo vieja primer primero primera segundo tercero"
              + " conferencia mision delegacion cuartel estacion ferrocarril linea hotel club orden"
              + " dia domingo primavera verano otono invierno fundacion hermandad inquisicion inquisidor"
              + " ilustrisima ilustrisimo vueselencia usia",
          "fr",
          "etat etats gouvernement ministre ministres ministere secretaire secretariat president"
              + " presidence republique nation nations royaume empire empereur imperatrice couronne"
              + " roi rois reine prince princesse duc duchesse comte comtesse marquis marquise baron"
              + " baronne chevalier ambassadeur ambassade consul consuls consulat legation envoye"
              + " chancelier chancellerie congres senat senateur chambre maison assemblee parlement"
              + " depute deputes conseil conseiller junte commission commissaire comite tribunal"
              + " cour cours juge procureur police gendarmerie armee armees marine flotte force"
              + " forces guerre air aviation defense interieur exterieur exterieures etranger"
              + " etrangeres etrangers relations affaires tresor finances economie commerce"
              + " industrie agriculture travail education instruction justice sante travaux public"
              + " publique publics publiques direction directeur departement bureau section division"
              + " service services douane douanes archives bibliotheque musee banque compagnie"
              + " societe association universite institut academie ecole college faculte eglise"
              + " cathedrale abbaye parti union federation confederation alliance ligue traite pacte"
              + " convention accord constitution revolution general colonel capitaine commandant"
              + " amiral lieutenant sergent major marechal brigade regiment chef maire gouverneur"
              + " province provinces district comte ville village port docteur professeur ingenieur"
              + " pere mere frere soeur eveque archeveque cardinal pape saint sainte saints siege"
              + " excellence majeste altesse seigneurie eminence reverend securite paix monde nord"
              + " sud est ouest orient occident hemisphere continent ocean mer fleuve riviere lac"
              + " golfe baie detroit ile iles cap mont montagne montagnes canal pont rue place"
              + " avenue route siecle noel paques bible evangile evangiles ecriture providence ciel"
              + " grace nature fortune mort temps terre soleil lune national nationale federal royal"
              + " royale imperial supreme haut haute central uni unis unies grand grande nouveau"
              + " nouvelle vieux vieille premier premiere second troisieme conference mission"
              + " delegation gare ligne chemin hotel club ordre jour dimanche printemps ete automne"
              + " hiver fondation confrerie inquisition inquisiteur",
          "ru",
          "gosudarstvo gosudarstva pravitelstvo pravitelstva ministr ministra ministerstvo"
              + " ministerstva sekretar prezident prezidenta respublika respubliki narod natsiia"
              + " natsii korolevstvo imperiia imperator korol koroleva kniaz graf baron posol posla"
              + " posolstvo posolstva konsul konsulstvo missiia kantsler kongress senat senator"
              + " palata sobranie parlament deputat sovet soveta komissiia komissar komitet"
              + " komiteta sud sudia prokuror politsiia militsiia armiia armii flot voina oborona"
              + " oborony vnutrennikh inostrannykh del finansov torgovlia torgovli upravlenie"
              + " otdel otdela biuro sluzhba arkhiv biblioteka muzei bank kompaniia obshchestvo"
              + " universitet institut akademiia shkola fakultet tserkov sobor partiia partii soiuz"
              + " soiuza federatsiia liga dogovor pakt konventsiia soglashenie konstitutsiia"
              + " revoliutsiia general polkovnik kapitan admiral leitenant maior marshal nachalnik"
              + " gubernator oblast gorod doktor professor bezopasnosti mir sever iug vostok zapad"
              + " okean more reka ozero zaliv ostrov gora ulitsa ploshchad generalnyi glavnyi"
              + " verkhovnyi");

  // Heads of departments and those who lead them: what stands behind or before them in the title
  // says what they are for.
  private static final Map<String, Set<String>> DEPARTMENTS =
      Map.of(
          "en",
          Set.of(
              "ministry",
              "minister",
              "secretary",
              "secretariat",
              "undersecretary",
              "department",
              "office",
              "board",
              "bureau",
              "division",
              "section",
              "committee",
              "commission",
              "council",
              "directorate",
              "director",
              "head",
              "chief",
              "court",
              "chamber",
              "institute",
              "university",
              "school",
              "academy"),
          "es",
          Set.of(
              "ministerio",
              "ministro",
              "secretario",
              "secretaria",
              "subsecretario",
              "departamento",
              "oficina",
              "direccion",
              "director",
              "negociado",
              "division",
              "seccion",
              "comite",
              "comision",
              "consejo",
              "jefe",
              "tribunal",
              "camara",
              "instituto",
              "universidad",
              "escuela",
              "academia"),
          "fr",
          Set.of(
              "ministere",
              "ministre",
              "secretaire",
              "secretariat",
              "departement",
              "bureau",
              "direction",
              "directeur",
              "division",
              "section",
              "comite",
              "commission",
              "conseil",
              "chef",
              "tribunal",
              "chambre",
              "institut",
              "universite",
              "ecole",
              "academie"));
  private static final Map<String, Set<String>> PARTICLES =
      Map.of(
          "en", Set.of("of", "for", "the", "and"),
          "es", Set.of("de", "del", "la", "las", "los", "el", "para", "y", "e"),
          "fr", Set.of("de", "du", "des", "d", "l", "la", "le", "les", "et", "a", "aux"));

  private final Set<String> words;
  private final Set<String> departments;
  private final Set<String> particles;
  private final boolean headLast;

  private Terms(String language) {
    words = Set.copyOf(new HashSet<>(List.of(WORDS.getOrDefault(language, "").split(" ", -1))));
    departments = DEPARTMENTS.getOrDefault(language, Set.of());
    particles = PARTICLES.getOrDefault(language, Set.of());
    headLast = language.equals("en");
  }

  /** Those of a language; none where it is not known. */
  static Terms of(String language) {
    return new Terms(language);
  }

  /**
   * Which words of a passage are terms.
   *
   * @param found the words of a passage in order
   * @return for each, whether it is one
   */
  boolean[] among(String text, List<Name> found) {
    boolean[] terms = new boolean[found.size()];
    for (int k = 0; k < terms.length; k++) {
      terms[k] |= isTerm(found.get(k).folded());
      if (found.get(k).capital() && departments.contains(found.get(k).folded())) {
        markPurpose(text, found, k, terms);
      }
    }
    return terms;
  }

  /** One of the words or its plural. */
  private boolean isTerm(String folded) {
    return words.contains(folded)
        || (folded.endsWith("s") && words.contains(folded.substring(0, folded.length() - 1)))
        || (folded.endsWith("es") && words.contains(folded.substring(0, folded.length() - 2)));
  }

  /** {@code Dirección de Faros}, {@code Lighthouse Board}: what a department is for. */
  private void markPurpose(String text, List<Name> found, int head, boolean[] terms) {
    if (headLast && head > 0 && joined(text, found.get(head - 1), found.get(head))) {
      terms[head - 1] |= found.get(head - 1).capital();
    }
    boolean due = false;
    for (int k = head + 1; k < terms.length; k++) {
      if (!joined(text, found.get(k - 1), found.get(k))) {
        return;
      }
      if (particles.contains(found.get(k).folded())) {
        due = true;
      } else if (due && found.get(k).capital()) {
        terms[k] = true;
        due = false;
      } else {
        return;
      }
    }
  }

  private static boolean joined(String text, Name one, Name next) {
    String between = text.substring(one.end(), next.start());
    return between.equals(" ") || between.equals("'") || between.equals("\u2019");
  }
}

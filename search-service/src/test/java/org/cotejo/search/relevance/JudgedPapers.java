package org.cotejo.search.relevance;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.cotejo.search.bench.MisreadPage;
import org.cotejo.search.bench.WrittenPaper;

/**
 * Papers of our own about things that happened, and questions about them of which the answers are
 * known by how the papers were made. Who, what, where and the wording differ from paper to paper;
 * two thirds are translated. The same seed makes the same papers.
 */
final class JudgedPapers {
  /** Papers; each happening is told in six of them. */
  static final int PAPERS = 330;

  private static final int TELLINGS = 6;

  /** Two wordings in each language, and the word of the first by which one would look for it. */
  private record Deed(
      String spanish,
      String otherSpanish,
      String english,
      String otherEnglish,
      String sought,
      String soughtEnglish) {}

  /** A thing, and two words of it. */
  private record Thing(String spanish, String english, String phrase, String phraseEnglish) {}

  /** A name as Spanish, English, and German or French write it. */
  private record Name(String spanish, String english, String elsewhere) {}

  private static final List<Deed> DEEDS =
      List.of(
          new Deed(
              "exigió la retirada de",
              "pidió que se retirasen",
              "demanded the withdrawal of",
              "asked for the removal of",
              "retirada",
              "withdrawal"),
          new Deed(
              "rechazó la inspección de",
              "no quiso que nadie viera",
              "rejected the inspection of",
              "would let nobody see",
              "inspección",
              "inspection"),
          new Deed(
              "anunció la venta de",
              "comunicó que vendería",
              "announced the sale of",
              "said that it would sell",
              "venta",
              "sale"),
          new Deed(
              "aplazó el embarque de",
              "demoró el envío de",
              "postponed the shipment of",
              "delayed the sending of",
              "embarque",
              "shipment"),
          new Deed(
              "mandó fotografiar",
              "hizo tomar fotografías de",
              "had photographs taken of",
              "ordered pictures of",
              "fotografiar",
              "photographs"),
          new Deed(
              "propuso la compra de",
              "ofreció comprar",
              "proposed the purchase of",
              "offered to buy",
              "compra",
              "purchase"),
          new Deed(
              "denunció el robo de",
              "dio parte de que faltaban",
              "reported the theft of",
              "reported missing",
              "robo",
              "theft"),
          new Deed(
              "autorizó la reparación de",
              "permitió que se arreglaran",
              "authorised the repair of",
              "allowed mending",
              "reparación",
              "repair"),
          new Deed(
              "ordenó la vigilancia de",
              "hizo observar día y noche",
              "ordered the surveillance of",
              "had watched day and night",
              "vigilancia",
              "surveillance"),
          new Deed(
              "prohibió el traslado de",
              "no dejó mover",
              "forbade the transfer of",
              "did not let anybody move",
              "traslado",
              "transfer"));

  private static final List<Thing> THINGS =
      List.of(
          new Thing(
              "los cohetes balísticos",
              "the ballistic rockets",
              "cohetes balísticos",
              "ballistic rockets"),
          new Thing(
              "los barcos pesqueros", "the fishing boats", "barcos pesqueros", "fishing boats"),
          new Thing(
              "la central eléctrica", "the power station", "central eléctrica", "power station"),
          new Thing(
              "los archivos consulares",
              "the consular archives",
              "archivos consulares",
              "consular archives"),
          new Thing(
              "el trigo argentino", "the Argentine wheat", "trigo argentino", "argentine wheat"),
          new Thing("las minas antiguas", "the old mines", "minas antiguas", "old mines"),
          new Thing(
              "los camiones cisterna", "the tank lorries", "camiones cisterna", "tank lorries"),
          new Thing(
              "los documentos cifrados",
              "the enciphered documents",
              "documentos cifrados",
              "enciphered documents"),
          new Thing(
              "los técnicos extranjeros",
              "the foreign technicians",
              "técnicos extranjeros",
              "foreign technicians"),
          new Thing(
              "los submarinos averiados",
              "the damaged submarines",
              "submarinos averiados",
              "damaged submarines"),
          new Thing(
              "el puente ferroviario",
              "the railway bridge",
              "puente ferroviario",
              "railway bridge"));

  private static final List<Name> NAMES =
      List.of(
          new Name("Jruschov", "Khrushchev", "Chruschtschow"),
          new Name("Gromiko", "Gromyko", "Gromykow"),
          new Name("Mijáilov", "Mikhailov", "Michailow"),
          new Name("Sájarov", "Sakharov", "Sacharow"),
          new Name("Beliakov", "Belyakov", "Beljakow"),
          new Name("Malinovski", "Malinovsky", "Malinowski"),
          new Name("Rokossovski", "Rokossovsky", "Rokossowski"),
          new Name("Tujachevski", "Tukhachevsky", "Tuchatschewski"),
          new Name("Shelepin", "Shelepin", "Schelepin"),
          new Name("Bulganin", "Bulganin", "Boulganine"),
          new Name("Chernishov", "Chernyshov", "Tschernyschow"),
          new Name("Vishinski", "Vyshinsky", "Wyschinski"));

  private static final List<String> PLACES =
      List.of(
          "Valparaíso",
          "Cádiz",
          "Veracruz",
          "Callao",
          "Montevideo",
          "Cartagena",
          "Tánger",
          "Marsella");

  private static final List<String[]> OTHER_SENTENCES =
      List.of(
          new String[] {
            "El informe llegó con la valija del martes.", "The report came with Tuesday's bag."
          },
          new String[] {
            "Nadie en la embajada quiso comentarlo.", "Nobody at the embassy would comment."
          },
          new String[] {
            "La lluvia retrasó al correo durante dos días.",
            "The rain held up the courier for two days."
          },
          new String[] {"Se ruega guardar la debida reserva.", "Due discretion is requested."},
          new String[] {
            "El ministro leerá esta nota por la mañana.",
            "The minister will read this note in the morning."
          },
          new String[] {
            "Adjunto remito copia de la carta anterior.", "I enclose a copy of the former letter."
          },
          new String[] {
            "Los periódicos no dicen una palabra.", "The newspapers do not say a word."
          },
          new String[] {
            "Seguiré informando por la vía acostumbrada.",
            "I shall go on reporting in the usual way."
          },
          new String[] {
            "La conversación duró apenas un cuarto de hora.",
            "The talk lasted barely a quarter of an hour."
          });

  /** What happened in one paper. */
  private record Told(
      WrittenPaper paper, int deed, int thing, int name, int place, boolean clear, int year) {}

  /** A question and the papers that answer it. */
  record Question(String kind, String query, Set<String> relevant) {
    Question {
      relevant = Set.copyOf(relevant);
    }
  }

  private final List<Told> told = new ArrayList<>();

  JudgedPapers(double misread) {
    Random random = new Random(1962);
    MisreadPage page = new MisreadPage(misread, 7);
    for (int number = 0; number < PAPERS; number++) {
      int happening = number / TELLINGS;
      int deed = happening % DEEDS.size();
      int thing = happening % THINGS.size();
      told.add(tell(number, deed, thing, random, page));
    }
  }

  private static Told tell(int number, int deed, int thing, Random random, MisreadPage page) {
    int name = random.nextInt(NAMES.size());
    int place = random.nextInt(PLACES.size());
    int year = 1955 + random.nextInt(12);
    boolean clear = number % 3 != 2;
    boolean translated = random.nextInt(3) < 2;
    Deed what = DEEDS.get(deed);
    Thing of = THINGS.get(thing);
    WrittenPaper paper =
        new WrittenPaper("00000000-0000-7000-8000-%012d".formatted(number), "Nota " + number);
    paper.dated(year, 1 + random.nextInt(12));
    paper.record.putArray("places").add(PLACES.get(place));
    String spanish =
        "En %s, el señor %s %s %s."
            .formatted(
                PLACES.get(place),
                NAMES.get(name).spanish(),
                clear ? what.spanish() : what.otherSpanish(),
                of.spanish());
    String english =
        "At %s, Mr %s %s %s."
            .formatted(
                PLACES.get(place),
                NAMES.get(name).english(),
                clear ? what.english() : what.otherEnglish(),
                of.english());
    Random confidence = new Random(number);
    int at = random.nextInt(3);
    for (int sentence = 0; sentence < 3; sentence++) {
      String[] other = OTHER_SENTENCES.get(random.nextInt(OTHER_SENTENCES.size()));
      String original = sentence == at ? spanish : other[0];
      paper.misread(
          original,
          page.read(original),
          !translated ? "" : sentence == at ? english : other[1],
          confidence);
    }
    return new Told(paper, deed, thing, name, place, clear, year);
  }

  List<WrittenPaper> papers() {
    return told.stream().map(Told::paper).toList();
  }

  /** All questions, at least sixty. */
  List<Question> questions() {
    List<Question> questions = new ArrayList<>();
    for (int happening = 0; happening < 18; happening++) {
      int deed = happening % DEEDS.size();
      int thing = happening % THINGS.size();
      Deed what = DEEDS.get(deed);
      Thing of = THINGS.get(thing);
      Set<String> relevant =
          those(one -> one.deed() == deed && one.thing() == thing && one.clear());
      questions.add(
          new Question("words, own language", what.sought() + " " + first(of.phrase()), relevant));
      String english = what.soughtEnglish() + " " + first(of.phraseEnglish());
      questions.add(new Question("words, other language", english, relevant));
    }
    for (int thing = 0; thing < THINGS.size(); thing++) {
      int number = thing;
      Thing of = THINGS.get(thing);
      Set<String> relevant = those(one -> one.thing() == number);
      questions.add(new Question("phrase, own language", '"' + of.phrase() + '"', relevant));
      questions.add(
          new Question("phrase, other language", '"' + of.phraseEnglish() + '"', relevant));
      questions.add(new Question("misspelt", misspelt(of.phrase()), relevant));
    }
    for (int name = 0; name < NAMES.size(); name++) {
      int number = name;
      Set<String> relevant = those(one -> one.name() == number);
      questions.add(new Question("name", NAMES.get(name).spanish(), relevant));
      questions.add(new Question("name, other form", NAMES.get(name).elsewhere(), relevant));
    }
    for (int place = 0; place < PLACES.size(); place++) {
      int number = place;
      Set<String> relevant =
          those(one -> one.place() == number && one.year() >= 1960 && one.year() <= 1963);
      questions.add(
          new Question("conditions", "lugar:" + PLACES.get(place) + " date:1960/1963", relevant));
    }
    questions.removeIf(question -> question.relevant().isEmpty());
    return questions;
  }

  /** Those of the answers that have a translation. */
  Set<String> translated(Set<String> papers) {
    return those(one -> papers.contains(one.paper().id) && one.paper().translated());
  }

  /** Those of the answers that have none. */
  Set<String> untranslated(Set<String> papers) {
    return those(one -> papers.contains(one.paper().id) && !one.paper().translated());
  }

  private Set<String> those(java.util.function.Predicate<Told> which) {
    Set<String> ids = new HashSet<>();
    told.stream().filter(which).forEach(one -> ids.add(one.paper().id));
    return ids;
  }

  private static String first(String phrase) {
    return phrase.substring(0, phrase.indexOf(' '));
  }

  /** Two letters in the middle of the longer word change places. */
  private static String misspelt(String phrase) {
    String[] words = phrase.split(" ", -1);
    String word = words[0].length() >= words[1].length() ? words[0] : words[1];
    int middle = word.length() / 2;
    return word.substring(0, middle)
        + word.charAt(middle + 1)
        + word.charAt(middle)
        + word.substring(middle + 2);
  }
}

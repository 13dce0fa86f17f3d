package org.cotejo.operations;

import com.sun.source.tree.AnnotationTree;
import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.ModifiersTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import javax.lang.model.element.Modifier;

/** Cotejo's settings as the code declares them. */
final class Settings {
  private Settings() {}

  /**
   * A setting.
   *
   * @param type as the code has it
   * @param fallback its value when nobody sets it; empty for none
   * @param needed whether a service does not start without it
   * @param description what the code says of it
   */
  record Setting(
      String name,
      String type,
      String fallback,
      boolean needed,
      String description,
      Set<String> services) {
    /** Its name as an environment variable. */
    String variable() {
      return name.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "_");
    }
  }

  /** Every setting of the mappings by name. */
  static Map<String, Setting> all() {
    Map<String, Setting> settings = new TreeMap<>();
    for (JavaSources.Unit unit : JavaSources.units()) {
      new TreePathScanner<Void, Void>() {
        @Override
        public Void visitClass(ClassTree type, Void nothing) {
          prefix(type).ifPresent(prefix -> add(unit, getCurrentPath(), type, prefix, settings));
          return super.visitClass(type, nothing);
        }
      }.scan(unit.tree(), null);
    }
    return settings;
  }

  private static void add(
      JavaSources.Unit unit,
      TreePath path,
      ClassTree type,
      String prefix,
      Map<String, Setting> settings) {
    for (Tree member : type.getMembers()) {
      if (member instanceof MethodTree method
          && !method.getModifiers().getFlags().contains(Modifier.DEFAULT)
          && !method.getModifiers().getFlags().contains(Modifier.STATIC)) {
        Setting setting = setting(unit, new TreePath(path, method), method, prefix);
        settings.put(setting.name(), setting);
      }
    }
  }

  private static Setting setting(
      JavaSources.Unit unit, TreePath path, MethodTree method, String prefix) {
    String type = String.valueOf(method.getReturnType());
    String own =
        value(method.getModifiers(), "WithName").orElse(kebab(method.getName().toString()));
    String name = prefix + "." + own;
    Optional<String> declared = value(method.getModifiers(), "WithDefault");
    Optional<String> configured = configured(name, unit.services());
    boolean optional = type.startsWith("Optional") || type.startsWith("Map");
    String comment = unit.docs().getDocComment(path);
    return new Setting(
        name,
        type,
        configured.or(() -> declared).orElse(""),
        !optional && configured.isEmpty() && declared.isEmpty(),
        comment == null ? "" : firstParagraph(comment),
        unit.services());
  }

  /** What a service's own settings say, which goes before the default of the code. */
  private static Optional<String> configured(String name, Set<String> services) {
    Set<String> values = new TreeSet<>();
    for (String service : services) {
      Properties properties = Repository.applicationProperties(service);
      if (properties.containsKey(name)) {
        values.add(properties.getProperty(name));
      }
    }
    return values.isEmpty() ? Optional.empty() : Optional.of(String.join(" or ", values));
  }

  private static Optional<String> prefix(ClassTree type) {
    return annotation(type.getModifiers(), "ConfigMapping")
        .flatMap(mapping -> argument(mapping, "prefix"));
  }

  private static Optional<String> value(ModifiersTree modifiers, String annotation) {
    return annotation(modifiers, annotation).flatMap(found -> argument(found, "value"));
  }

  private static Optional<? extends AnnotationTree> annotation(
      ModifiersTree modifiers, String name) {
    return modifiers.getAnnotations().stream()
        .filter(one -> one.getAnnotationType().toString().equals(name))
        .findFirst();
  }

  private static Optional<String> argument(AnnotationTree annotation, String name) {
    for (ExpressionTree argument : annotation.getArguments()) {
      if (argument instanceof AssignmentTree assignment) {
        if (assignment.getVariable().toString().equals(name)) {
          return JavaSources.text(assignment.getExpression());
        }
      } else if (name.equals("value")) {
        return JavaSources.text(argument);
      }
    }
    return Optional.empty();
  }

  private static String firstParagraph(String comment) {
    List<String> lines =
        comment.lines().map(String::strip).takeWhile(line -> !line.startsWith("@")).toList();
    return String.join(" ", lines)
        .replaceAll("<p>.*", "")
        .replaceAll("\\{@(?:code|link) ([^}]*)}", "`$1`")
        .replaceAll("\\s+", " ")
        .strip();
  }

  private static String kebab(String name) {
    return name.replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
  }
}

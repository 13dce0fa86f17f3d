package org.cotejo.operations;

import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.util.DocTrees;
import com.sun.source.util.JavacTask;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** The services' classes, read by the compiler's own parser. */
final class JavaSources {
  private static final List<Unit> UNITS = parse();

  private JavaSources() {}

  /**
   * One file.
   *
   * @param services whose program it is part of, in the order of the pipeline
   * @param docs of its declarations
   */
  record Unit(CompilationUnitTree tree, DocTrees docs, Set<String> services) {}

  static List<Unit> units() {
    return UNITS;
  }

  /** The value of a literal, or of literals added up; nothing for anything else. */
  static Optional<String> text(ExpressionTree expression) {
    return switch (expression) {
      case LiteralTree literal when literal.getValue() != null ->
          Optional.of(literal.getValue().toString());
      case ParenthesizedTree inner -> text(inner.getExpression());
      case BinaryTree sum ->
          text(sum.getLeftOperand())
              .flatMap(left -> text(sum.getRightOperand()).map(right -> left + right));
      default -> Optional.empty();
    };
  }

  private static List<Unit> parse() {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    List<Unit> units = new ArrayList<>();
    try (StandardJavaFileManager manager = compiler.getStandardFileManager(null, null, null)) {
      Map<Path, Set<String>> files = files();
      JavacTask task =
          (JavacTask)
              compiler.getTask(
                  null,
                  manager,
                  null,
                  List.of("-proc:none"),
                  null,
                  manager.getJavaFileObjectsFromPaths(files.keySet()));
      DocTrees docs = DocTrees.instance(task);
      for (CompilationUnitTree tree : task.parse()) {
        Set<String> services = files.get(Path.of(tree.getSourceFile().toUri()));
        units.add(new Unit(tree, docs, Objects.requireNonNull(services)));
      }
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
    return List.copyOf(units);
  }

  /** Every class of a service and of the libraries that its build names. */
  private static Map<Path, Set<String>> files() throws IOException {
    Map<Path, Set<String>> files = new LinkedHashMap<>();
    for (String service : Repository.SERVICES) {
      Path folder = Repository.ROOT.resolve(service + "-service");
      String build = Files.readString(folder.resolve("pom.xml"));
      List<Path> sources = new ArrayList<>(Repository.java(folder.resolve("src/main/java")));
      try (var libraries = Files.list(Repository.ROOT.resolve("deploy/libraries"))) {
        for (Path library : libraries.sorted().toList()) {
          if (build.contains("<artifactId>cotejo-" + library.getFileName() + "</artifactId>")
              && Files.isDirectory(library.resolve("src/main/java"))) {
            sources.addAll(Repository.java(library.resolve("src/main/java")));
          }
        }
      }
      sources.forEach(source -> files.computeIfAbsent(source, _ -> new TreeSet<>()).add(service));
    }
    return files;
  }
}

package org.cotejo.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.util.regex.Pattern;

/**
 * The rules every service keeps: the domain of a capability (the classes that stand directly in
 * {@code org.cotejo.<service>.<capability>}) knows {@code java.*} and other domain classes alone,
 * and JPA entities live only in packages named {@code store}.
 *
 * <p>A service calls {@link #check(String)} from one test with its root package; a broken rule is
 * an {@link AssertionError} that names each offending class.
 */
public final class DomainRules {
  private DomainRules() {}

  /**
   * Checks all rules over the compiled main classes below a root package.
   *
   * @param rootPackage for instance {@code org.cotejo.ingest}; must hold at least one domain class
   */
  public static void check(String rootPackage) {
    JavaClasses imported =
        new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages(rootPackage);
    domainKnowsOnlyJava(rootPackage).check(imported);
    entitiesLiveInStore().check(imported);
  }

  static ArchRule domainKnowsOnlyJava(String rootPackage) {
    DescribedPredicate<JavaClass> domain = domainOf(rootPackage);
    return classes()
        .that(domain)
        .should()
        .onlyDependOnClassesThat(
            domain
                .or(JavaClass.Predicates.resideInAPackage("java.."))
                .or(DescribedPredicate.describe("are primitive", DomainRules::isPrimitive)))
        .as("domain classes depend on java.* and on domain classes only");
  }

  static ArchRule entitiesLiveInStore() {
    return noClasses()
        .that()
        .resideOutsideOfPackages("..store..", "org.cotejo.outbox..")
        .should()
        .beAnnotatedWith("jakarta.persistence.Entity")
        .as("JPA entities live in packages named store")
        .allowEmptyShould(true);
  }

  private static DescribedPredicate<JavaClass> domainOf(String rootPackage) {
    Pattern capability = Pattern.compile(Pattern.quote(rootPackage) + "\\.[a-z]+");
    return DescribedPredicate.describe(
        "domain classes of " + rootPackage,
        type -> capability.matcher(type.getBaseComponentType().getPackageName()).matches());
  }

  private static boolean isPrimitive(JavaClass type) {
    return type.getBaseComponentType().isPrimitive();
  }
}

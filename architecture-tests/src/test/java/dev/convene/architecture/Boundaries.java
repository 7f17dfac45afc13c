package dev.convene.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.CompositeArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.stream.Stream;

/** Who may know whom. */
final class Boundaries {

  private Boundaries() {}

  static ArchRule modulesKeepToThemselves(String root) {
    return CompositeArchRule.of(
        Stream.of(Module.values()).map(module -> keepsToItself(module, root)).toList());
  }

  private static ArchRule keepsToItself(Module module, String root) {
    return noClasses()
        .that()
        .resideInAPackage(module.packages(root))
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(module.foreignPackages(root))
        // A miniature need not have all modules; that the product has them is a test of its own.
        .allowEmptyShould(true)
        .because(module.because());
  }

  static ArchRule contractsAreLean(String root) {
    String contracts = Module.CONTRACTS.packages(root);
    return classes()
        .that()
        .resideInAPackage(contracts)
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage(
            contracts, "java..", "org.jspecify..", "com.fasterxml.jackson.annotation..")
        .because("whoever reads a message must not inherit a framework with it");
  }

  static ArchRule graphSdkStaysInItsAdapter(String root) {
    return noClasses()
        .that()
        .resideInAPackage(root + "..")
        .and()
        .resideOutsideOfPackage(root + ".calendar.graph..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("com.microsoft.graph..", "com.microsoft.kiota..", "com.azure..")
        .because(
            "one adapter owns what is special about the SDK: a model serves one attempt only, ids"
                + " are case-sensitive, retries are ours");
  }

  static ArchRule packagesHaveNoCycles(String root) {
    return slices()
        .matching(root + ".(**)")
        .should()
        .beFreeOfCycles()
        .because("two packages that need each other are one");
  }

  static ArchRule publicOnlyWhereUsed(String root) {
    return classes()
        .that()
        .resideInAnyPackage(Module.serviceCode(root))
        .and()
        .arePublic()
        .and()
        .areTopLevelClasses()
        .and()
        .haveSimpleNameNotEndingWith("Application")
        .and()
        .areNotAnnotatedWith("org.springframework.boot.context.properties.ConfigurationProperties")
        .should(beUsedOutsideTheirPackage())
        .because("public is a decision: what no other package uses is nobody's business");
  }

  private static ArchCondition<JavaClass> beUsedOutsideTheirPackage() {
    return new ArchCondition<>("be used outside their package") {
      @Override
      public void check(JavaClass type, ConditionEvents events) {
        boolean used =
            type.getPackage().getClasses().stream()
                .filter(it -> it.getName().equals(type.getName()) || isWithin(it, type))
                .flatMap(it -> it.getDirectDependenciesToSelf().stream())
                .map(Dependency::getOriginClass)
                .anyMatch(user -> !user.getPackageName().equals(type.getPackageName()));
        events.add(
            new SimpleConditionEvent(
                type, used, type.getName() + " is public, and only its own package uses it"));
      }
    };
  }

  private static boolean isWithin(JavaClass type, JavaClass outer) {
    return type.getName().startsWith(outer.getName() + "$");
  }
}

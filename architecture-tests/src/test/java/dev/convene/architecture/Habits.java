package dev.convene.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.time.Clock;
import java.util.Set;
import org.jspecify.annotations.NullMarked;

/** How things are done everywhere. */
final class Habits {

  /** Where waiting is the point. Each is named relative to the root package. */
  static final Set<String> MAY_SLEEP =
      Set.of(
          "gateway.kafka.Bindings", // a thread of its own, until Kafka is there; stop interrupts it
          "gateway.reconciling.Reconciler",
          "gateway.sweeping.Sweeper", // a thread of its own, between rounds; stop interrupts it
          "simulators.faults.Fault", // latency is what was asked for
          "webex.calls.CallLimits", // a virtual thread waits its turn for the vendor's rate limit
          "worker.Waiter"); // a virtual thread, for 2 s at most; interrupting it ends the step

  private static final Set<String> CLOCK_FACTORIES =
      Set.of("system", "systemUTC", "systemDefaultZone", "tick", "tickMillis", "tickSeconds");

  private Habits() {}

  static ArchRule packagesAreNullMarked(String root) {
    return classes()
        .that()
        .resideInAPackage(root + "..")
        .should(
            new ArchCondition<>("be in a package that is @NullMarked") {
              @Override
              public void check(JavaClass type, ConditionEvents events) {
                events.add(
                    new SimpleConditionEvent(
                        type,
                        type.getPackage().isAnnotatedWith(NullMarked.class),
                        type.getName() + " is in a package that is not @NullMarked"));
              }
            })
        .because("NullAway checks nothing in a package that is not, and the sentence is missing");
  }

  static ArchRule nothingIsInjectedIntoFields(String root) {
    return noFields()
        .that()
        .areDeclaredInClassesThat()
        .resideInAPackage(root + "..")
        .should()
        .beAnnotatedWith("org.springframework.beans.factory.annotation.Autowired")
        .orShould()
        .beAnnotatedWith("org.springframework.beans.factory.annotation.Value")
        .orShould()
        .beAnnotatedWith("jakarta.inject.Inject")
        .orShould()
        .beAnnotatedWith("jakarta.annotation.Resource")
        .because("what a class needs stands in its constructor, for Spring and for tests alike");
  }

  static ArchRule timeIsInjected(String root) {
    return noClasses()
        .that()
        .resideInAnyPackage(Module.serviceCode(root))
        .should()
        .callMethodWhere(readsTheSystemClock())
        .orShould()
        .dependOnClassesThat()
        .areAssignableTo("java.util.Date")
        .because("time comes from the injected InstantSource, so that a test can set it");
  }

  private static DescribedPredicate<JavaMethodCall> readsTheSystemClock() {
    return DescribedPredicate.describe(
        "the system's clock is read",
        call -> {
          JavaClass owner = call.getTargetOwner();
          String method = call.getName();
          return switch (owner.getName()) {
            case "java.lang.System" -> method.equals("currentTimeMillis");
            case "java.time.Clock", "java.time.InstantSource" -> CLOCK_FACTORIES.contains(method);
            default ->
                owner.getPackageName().startsWith("java.time")
                    && method.equals("now")
                    && call.getTarget().getRawParameterTypes().stream()
                        .noneMatch(it -> it.isEquivalentTo(Clock.class));
          };
        });
  }

  static ArchRule nothingSleeps(String root) {
    return noClasses()
        .that()
        .resideInAPackage(root + "..")
        .and(
            DescribedPredicate.describe(
                "may not sleep", type -> MAY_SLEEP.stream().noneMatch(it -> isIn(type, root, it))))
        .should()
        .callMethodWhere(sleeps())
        .because("who sleeps holds a thread and delays a shutdown; schedule it, or park it");
  }

  static DescribedPredicate<JavaMethodCall> sleeps() {
    return DescribedPredicate.describe(
        "the thread sleeps",
        call ->
            call.getName().equals("sleep")
                && (call.getTargetOwner().isEquivalentTo(Thread.class)
                    || call.getTargetOwner().getName().equals("java.util.concurrent.TimeUnit")));
  }

  private static boolean isIn(JavaClass type, String root, String place) {
    String name = root + "." + place;
    return type.getName().equals(name) || type.getName().startsWith(name + "$");
  }
}

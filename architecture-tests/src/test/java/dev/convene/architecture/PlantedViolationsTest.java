package dev.convene.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.lang.EvaluationResult;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every rule can fail: it reports what was planted for it in a miniature product, and no more. */
class PlantedViolationsTest {

  private static final JavaClasses CLASSES = Product.planted();

  @ParameterizedTest
  @EnumSource
  void whatWasPlantedIsReported(Rule rule) {
    EvaluationResult result = rule.in(Product.PLANTED_ROOT).evaluate(CLASSES);
    assertThat(result.hasViolation()).isTrue();
    List<String> reported = result.getFailureReport().getDetails();
    for (String planted : plantedFor(rule)) {
      assertThat(reported).anyMatch(line -> line.contains(planted));
    }
    assertThat(reported).allMatch(line -> plantedFor(rule).stream().anyMatch(line::contains));
  }

  private static List<String> plantedFor(Rule rule) {
    return switch (rule) {
      case MODULES_KEEP_TO_THEMSELVES ->
          List.of("gateway.KnowsWebex", "calendar.KnowsTheSimulator", "simulators.KnowsWebex");
      case CONTRACTS_ARE_LEAN -> List.of("contracts.BringsAFramework");
      case GRAPH_SDK_STAYS_IN_ITS_ADAPTER -> List.of("gateway.CallsGraph");
      case PACKAGES_HAVE_NO_CYCLES -> List.of("webex.left");
      case PUBLIC_ONLY_WHERE_USED -> List.of("webex.PublicForNobody");
      case NAMES_SAY_WHAT_A_CLASS_IS -> List.of("gateway.RoomHelper", "gateway.RoomsImpl");
      case MESSAGES_ARE_RECORDS -> List.of("contracts.MeetingWasMoved");
      case MESSAGES_ARE_NOT_CALLED_EVENT -> List.of("contracts.MeetingMovedEvent");
      case PACKAGES_ARE_NULL_MARKED -> List.of("gateway.unmarked.Forgotten");
      case NOTHING_IS_INJECTED_INTO_FIELDS -> List.of("gateway.InjectsIntoFields");
      case TIME_IS_INJECTED -> List.of("gateway.ReadsTheClock", "calendar.KeepsADate");
      case NOTHING_SLEEPS -> List.of("gateway.Sleeps");
    };
  }
}

package dev.convene.simulators.webex;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

class FieldTest {
  private static String complaints(String definition, boolean creating) {
    ObjectNode body = JsonMapper.shared().createObjectNode();
    // Nothing is of this kind: a documented field is refused for its kind, others for their name.
    VendorSchema.properties(definition).forEach(name -> body.putNull(name));
    body.putNull("undocumented");
    Problems problems = new Problems();
    Field.check(body, creating, true, problems);
    return problems.toString();
  }

  @Test
  void exactlyTheDocumentedFieldsAreKnown() {
    assertThat(complaints("CreateMeetingObject", true))
        .containsOnlyOnce("is not supported")
        .contains("Parameter 'undocumented' is not supported.");
    assertThat(complaints("PatchMeetingObject", false)).containsOnlyOnce("is not supported");
    assertThat(complaints("UpdateMeetingObject", false)).containsOnlyOnce("is not supported");
  }

  @Test
  void onlySomeFieldsMayBeCleared() {
    assertThat(complaints("PatchMeetingObject", false))
        .contains("'title' must be a text")
        .doesNotContain("'agenda'")
        .doesNotContain("'integrationTags'");
  }
}

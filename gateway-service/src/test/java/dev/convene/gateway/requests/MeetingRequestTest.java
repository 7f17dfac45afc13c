package dev.convene.gateway.requests;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class MeetingRequestTest {

  @Test
  void theDescriptionHasTheFieldsThatAreRead() {
    assertThat(fields(MeetingRequest.class)).isEqualTo(MeetingRequests.FIELDS);
    assertThat(fields(MeetingRequest.Invited.class)).isEqualTo(Attendees.FIELDS);
  }

  private static List<String> fields(Class<?> record) {
    return Arrays.stream(record.getRecordComponents()).map(RecordComponent::getName).toList();
  }
}

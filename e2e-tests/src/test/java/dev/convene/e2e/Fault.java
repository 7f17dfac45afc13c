package dev.convene.e2e;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Something that goes wrong at a vendor for one mailbox, until told otherwise each time. */
record Fault(ObjectNode json) {

  /**
   * @param kind as the simulators name it
   * @param method absent: any
   * @param path the beginning of it; absent: any
   */
  Fault(String kind, @Nullable String method, @Nullable String path, String mailbox) {
    this(JsonMapper.shared().createObjectNode().put("kind", kind).put("mailbox", mailbox));
    if (method != null) {
      json.put("method", method);
    }
    if (path != null) {
      json.put("path", path);
    }
  }

  Fault once() {
    json.put("times", 1);
    return this;
  }

  Fault answering(int status) {
    json.put("status", status);
    return this;
  }

  Fault delayedBy(Duration delay) {
    json.put("delay", delay.toString());
    return this;
  }
}

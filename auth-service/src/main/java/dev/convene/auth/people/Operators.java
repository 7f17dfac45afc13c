package dev.convene.auth.people;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Whom the setting {@code AUTH_OPERATORS} names, by their mailboxes. */
@Component
public class Operators {

  private final Set<String> mailboxes;

  Operators(@Value("${convene.operators:}") List<String> mailboxes) {
    this.mailboxes =
        mailboxes.stream()
            .map(mailbox -> mailbox.strip().toLowerCase(Locale.ROOT))
            .filter(mailbox -> !mailbox.isEmpty())
            .collect(Collectors.toUnmodifiableSet());
  }

  /** Whether that person may see and mend what is stuck. */
  public boolean include(Person person) {
    return mailboxes.contains(person.email());
  }
}

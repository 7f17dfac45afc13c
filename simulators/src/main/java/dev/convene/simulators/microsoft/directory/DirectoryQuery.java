package dev.convene.simulators.microsoft.directory;

import dev.convene.simulators.microsoft.odata.Filter;
import dev.convene.simulators.microsoft.odata.Filter.Term;
import dev.convene.simulators.microsoft.odata.GraphError;
import dev.convene.simulators.microsoft.odata.GraphErrors;
import dev.convene.simulators.microsoft.odata.QueryOptions;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * Searches and filters the directory; what is advanced needs {@code ConsistencyLevel: eventual}.
 */
final class DirectoryQuery {
  private static final Pattern SEARCH =
      Pattern.compile("\"(displayName|mail|userPrincipalName):([^\"]+)\"");

  private final QueryOptions options;
  private final boolean eventual;

  DirectoryQuery(QueryOptions options, @Nullable String consistencyLevel) {
    this.options = options;
    this.eventual = "eventual".equalsIgnoreCase(consistencyLevel);
    if (!eventual && (options.option("search") != null || options.option("count") != null)) {
      throw needsEventual().refused();
    }
  }

  static GraphError needsEventual() {
    return GraphErrors.unsupportedQuery(
        "Request with $search, $count or a cast only works through MSGraph with a special request"
            + " header: 'ConsistencyLevel: eventual'");
  }

  boolean eventual() {
    return eventual;
  }

  /** Those that the search and the filter let through, in the given order. */
  List<ObjectNode> among(List<ObjectNode> all) {
    List<ObjectNode> found = new ArrayList<>(all);
    String search = options.option("search");
    if (search != null) {
      Matcher term = SEARCH.matcher(search);
      if (!term.matches()) {
        throw GraphErrors.badRequest("The $search must be of the form \"displayName:text\".")
            .refused();
      }
      found.removeIf(node -> !hasWord(node.path(term.group(1)).asString(""), term.group(2)));
    }
    String filter = options.option("filter");
    if (filter != null) {
      for (Term term : Filter.parse(filter).terms()) {
        found.removeIf(node -> !holds(node, term));
      }
    }
    return found.stream().map(node -> DirectoryJson.selected(node, options.select())).toList();
  }

  /** A search looks at the beginnings of words. */
  private static boolean hasWord(String text, String wanted) {
    String start = wanted.toLowerCase(Locale.ROOT);
    String all = text.toLowerCase(Locale.ROOT);
    return all.startsWith(start) || all.contains(" " + start);
  }

  private static boolean holds(ObjectNode node, Term term) {
    return switch (term) {
      case Term.Property(String path, Filter.Operator operator, String value) -> {
        if (!node.has(path)) {
          throw GraphErrors.unsupportedQuery("Unsupported or invalid query filter clause: " + path)
              .refused();
        }
        yield operator.holds(
            node.path(path).asString("").toLowerCase(Locale.ROOT), value.toLowerCase(Locale.ROOT));
      }
      case Term.Extended _ ->
          throw GraphErrors.unsupportedQuery("The directory has no extended properties.").refused();
    };
  }
}

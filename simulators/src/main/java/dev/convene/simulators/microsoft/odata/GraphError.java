package dev.convene.simulators.microsoft.odata;

import java.util.Map;

/**
 * An error as Graph words it.
 *
 * @param status of HTTP
 * @param code what clients branch on
 * @param message for people
 * @param annotations members of the error object besides the usual ones
 * @param headers to send with it
 */
public record GraphError(
    int status,
    String code,
    String message,
    Map<String, String> annotations,
    Map<String, String> headers) {

  public GraphError(int status, String code, String message) {
    this(status, code, message, Map.of(), Map.of());
  }

  public GraphError annotated(String name, String value) {
    return new GraphError(status, code, message, Map.of(name, value), headers);
  }

  public GraphError withHeader(String name, String value) {
    return new GraphError(status, code, message, annotations, Map.of(name, value));
  }

  /** To be thrown: leaves whatever is being done with this answer. */
  public Refused refused() {
    return new Refused(this);
  }
}

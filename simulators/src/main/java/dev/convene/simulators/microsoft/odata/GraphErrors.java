package dev.convene.simulators.microsoft.odata;

/** The errors that Graph's calendar and directory are known to send. */
public final class GraphErrors {
  private GraphErrors() {}

  public static GraphError itemNotFound() {
    return new GraphError(
        404, "ErrorItemNotFound", "The specified object was not found in the store.");
  }

  public static GraphError malformedId() {
    return new GraphError(400, "ErrorInvalidIdMalformed", "Id is malformed.");
  }

  public static GraphError accessDenied() {
    return new GraphError(
        403, "ErrorAccessDenied", "Access is denied. Check credentials and try again.");
  }

  public static GraphError directoryDenied() {
    return new GraphError(
        403, "Authorization_RequestDenied", "Insufficient privileges to complete the operation.");
  }

  public static GraphError noMailbox() {
    return new GraphError(
        404,
        "MailboxNotEnabledForRESTAPI",
        "The mailbox is either inactive, soft-deleted, or is hosted on-premise."
            + " REST API is not yet supported for this mailbox.");
  }

  public static GraphError unknownMailUser(String user) {
    return new GraphError(404, "ErrorInvalidUser", "The requested user '" + user + "' is invalid.");
  }

  public static GraphError unknownResource(String id) {
    return new GraphError(
        404,
        "Request_ResourceNotFound",
        "Resource '"
            + id
            + "' does not exist or one of its queried reference-property objects are not present.");
  }

  public static GraphError cannotDeserialize(String detail) {
    return new GraphError(
        400,
        "UnableToDeserializePostBody",
        "were unable to deserialize " + (detail.isEmpty() ? "" : "(" + detail + ")"));
  }

  public static GraphError unknownProperty(String property, String type) {
    return new GraphError(
        400,
        "RequestBodyRead",
        "The property '"
            + property
            + "' does not exist on type 'microsoft.graph."
            + type
            + "'. Make sure to only use property names that are defined by the type.");
  }

  public static GraphError propertyValidation(String detail) {
    return new GraphError(
        400,
        "ErrorPropertyValidationFailure",
        "At least one property failed validation. " + detail);
  }

  public static GraphError zoneNotSupported(String name) {
    return new GraphError(
        400,
        "TimeZoneNotSupportedException",
        "A valid TimeZone value must be specified. The following TimeZone value is not supported: '"
            + name
            + "'.");
  }

  public static GraphError invalidRecipients(String message) {
    return new GraphError(400, "ErrorInvalidRecipients", message);
  }

  public static GraphError invalidProperty(String message) {
    return new GraphError(400, "ErrorInvalidProperty", message);
  }

  public static GraphError invalidRequest(String message) {
    return new GraphError(400, "ErrorInvalidRequest", message);
  }

  public static GraphError badRequest(String message) {
    return new GraphError(400, "BadRequest", message);
  }

  public static GraphError invalidFilter(String message) {
    return new GraphError(400, "ErrorInvalidUrlQueryFilter", message);
  }

  public static GraphError unsupportedQuery(String message) {
    return new GraphError(400, "Request_UnsupportedQuery", message);
  }

  public static GraphError changeKeyMismatch() {
    return new GraphError(
        412,
        "ErrorIrresolvableConflict",
        "The send or update operation could not be performed because the change key passed in the"
            + " request does not match the current change key for the item.");
  }

  public static GraphError transactionIdUsed(String existingEventId) {
    return new GraphError(
            400,
            "ErrorDuplicateTransactionId",
            "Your request can't be completed. The TransactionId specified in the request has"
                + " already been used to create a different event.")
        .annotated("@event.existingEventId", existingEventId);
  }

  public static GraphError notSimulated(String what) {
    return new GraphError(400, "SimNotSupported", "The simulator does not know " + what + ".");
  }
}

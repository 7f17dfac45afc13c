package dev.convene.gateway.operations;

import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The answers to orders about meetings, as the API's description has them. */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@ApiResponse(
    responseCode = "202",
    description = "It is noted, and will be done.",
    content = @Content(schema = @Schema(implementation = Ordered.class)))
@ApiResponse(responseCode = "400", ref = "invalid-request")
@ApiResponse(responseCode = "408", ref = "request-timeout")
@ApiResponse(responseCode = "413", ref = "body-too-large")
@ApiResponse(responseCode = "503", ref = "unavailable")
@interface OrderResponses {}

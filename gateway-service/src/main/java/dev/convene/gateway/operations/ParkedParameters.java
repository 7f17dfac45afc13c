package dev.convene.gateway.operations;

import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.Schema;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The filter for what waits, as the API's description has it. */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@Parameter(
    in = ParameterIn.QUERY,
    name = "status",
    schema =
        @Schema(
            type = "string",
            allowableValues = {"DELAYED", "NEEDS_ATTENTION"}))
@Parameter(
    in = ParameterIn.QUERY,
    name = "provider",
    schema =
        @Schema(
            type = "string",
            allowableValues = {"webex", "microsoft"}))
@Parameter(
    in = ParameterIn.QUERY,
    name = "step",
    schema =
        @Schema(
            type = "string",
            allowableValues = {"create-meeting", "send-invitation", "withdraw-meeting"}))
@Parameter(
    in = ParameterIn.QUERY,
    name = "reason",
    description = "The reason's code.",
    example = "webex.unavailable")
@Parameter(in = ParameterIn.QUERY, name = "host", example = "ada@example.com")
@interface ParkedParameters {}

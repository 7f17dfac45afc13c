package dev.convene.architecture.planted.contracts;

import org.springframework.core.env.Environment;

record BringsAFramework(Environment environment) {}

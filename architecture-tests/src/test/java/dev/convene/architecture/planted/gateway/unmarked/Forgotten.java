package dev.convene.architecture.planted.gateway.unmarked;

record Forgotten() {}

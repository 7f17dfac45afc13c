package dev.convene.architecture.planted.gateway;

record RoomsImpl() {}

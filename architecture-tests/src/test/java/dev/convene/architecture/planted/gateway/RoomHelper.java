package dev.convene.architecture.planted.gateway;

record RoomHelper() {}

package dev.convene.architecture.planted.contracts;

record MeetingMovedEvent() implements MeetingMessage {}

package dev.convene.architecture.planted.contracts;

class MeetingWasMoved implements MeetingMessage {}

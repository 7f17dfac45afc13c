package dev.convene.architecture.planted.simulators;

import dev.convene.architecture.planted.webex.Rooms;

record KnowsWebex(Rooms rooms) {}
